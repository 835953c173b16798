import type { Look } from "./look.js";
import { tenths } from "./xml.js";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A config value's card lacks this much of its top right corner. */
const cutCorner = 10;

/** The border of a card as SVG path data: rounded for functions, round ends for inputs, one corner cut for config. */
export function outlinePath(look: Look, { x, y, width, height }: Rectangle): string {
  const right = x + width;
  const bottom = y + height;
  const numbers = (...values: number[]): string => values.map(tenths).join(" ");
  if (look.has("config")) {
    const cut = Math.min(cutCorner, height * 0.45);
    return `M${numbers(x, y)}H${tenths(right - cut)}L${numbers(right, y + cut)}V${tenths(bottom)}H${tenths(x)}Z`;
  }
  const r = cornerRadius(look, Math.min(width, height));
  const arc = (toX: number, toY: number): string => `A${numbers(r, r)} 0 0 1 ${numbers(toX, toY)}`;
  return `M${numbers(x + r, y)}H${tenths(right - r)}${arc(right, y + r)}V${tenths(bottom - r)}${arc(right - r, bottom)}`
    + `H${tenths(x + r)}${arc(x, bottom - r)}V${tenths(y + r)}${arc(x + r, y)}Z`;
}

/** How far from the middle of a side a link may still meet it. */
export function straightHalf(look: Look, side: number): number {
  const corner = look.has("config") ? cutCorner : cornerRadius(look, side);
  return Math.max(0, side / 2 - corner - 2);
}

function cornerRadius(look: Look, side: number): number {
  return look.has("input") ? Math.min(15, side / 2) : Math.min(8, side * 0.3);
}
