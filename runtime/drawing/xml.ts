import { wellFormed } from "./plain-text.js";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for XML, in content and in attributes. */
export function escapeXml(text: string): string {
  return wellFormed(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; numbers are rounded to tenths of a pixel, so that the same drawing has the same bytes on every machine. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) tag += ` ${key}="${typeof value === "number" ? tenths(value) : escapeXml(value)}"`;
  }
  return content.length === 0 ? `${tag}/>` : `${tag}>${content.join("")}</${name}>`;
}

export function tenths(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
