import type { Box } from "./diagram.js";
import { type TextLine, fitText } from "./fit-text.js";
import { type Look, lookOf } from "./look.js";
import { plainText } from "./plain-text.js";
import type { SceneNode } from "./scene.js";
import type { Font } from "./text-width.js";

/** A box as it is drawn: its size, and its texts at places relative to its top left corner. */
export interface Card {
  readonly look: Look;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly CardText[];
  /** Where the marks beside the name end and how high they stand; only where there are any. */
  readonly markAt?: { readonly x: number; readonly y: number };
  /** What the tooltip says. */
  readonly title: string;
}

export interface CardText extends TextLine {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly role: "name" | "type";
}

export const nameFont: Font = { size: 13, weight: 600 };
export const typeFont: Font = { size: 11, weight: 400 };

const nameHeight = 17;
const typeHeight = 14;
const markWidth = 19;

/** A function's card: the name, and the type below it. Inputs and config stand in rows: the name, and the type beside it. */
export function cardOf(box: Box): Card {
  const look = lookOf(box.rows[0]);
  const shift = (look.has("overridden") ? 11 : 0) + (look.has("requested") ? 3 : 0);
  const card = look.has("function") ? functionCard(box.rows[0], look, 14 + shift) : valueCard(box.rows, look, 14 + shift);
  return { ...card, look, title: box.rows.map(titleOf).join("\n\n") };
}

type Measured = Omit<Card, "look" | "title">;

function functionCard(node: SceneNode, look: Look, left: number): Measured {
  const names = fitText(shownName(node), nameFont, 220, 2);
  const types = fitText(plainText(node.type), typeFont, 220, 2);
  const top = look.has("requested") ? 11 : 9;
  const texts: CardText[] = [];
  names.forEach((line, i) => texts.push({ ...line, x: left, y: top + 13 + i * nameHeight, role: "name" }));
  const typesTop = top + names.length * nameHeight + 1;
  types.forEach((line, i) => texts.push({ ...line, x: left, y: typesTop + 11 + i * typeHeight, role: "type" }));
  const mark = look.has("async") ? markWidth : 0;
  const nameEnd = left + widest(names) + mark;
  const right = look.has("requested") ? 17 : 14;
  const width = Math.max(72, Math.max(nameEnd, left + widest(types)) + right);
  return {
    width: Math.ceil(width),
    height: typesTop + types.length * typeHeight + top,
    texts,
    ...(mark > 0 && { markAt: { x: Math.ceil(width) - right, y: top + 8.5 } }),
  };
}

function valueCard(rows: readonly SceneNode[], look: Look, left: number): Measured {
  const top = look.has("requested") ? 9 : 7;
  const names = rows.map((node) => fitText(shownName(node), nameFont, 190, 1)[0]!);
  const types = rows.map((node) => fitText(plainText(node.type), typeFont, 130, 1)[0]!);
  const typeLeft = Math.ceil(left + widest(names) + 9);
  const texts = rows.flatMap((_, i): CardText[] => {
    const y = top + 12.5 + i * 18;
    return [{ ...names[i]!, x: left, y, role: "name" }, { ...types[i]!, x: typeLeft, y, role: "type" }];
  });
  const right = look.has("config") ? 19 : look.has("requested") ? 17 : 14;
  return { width: Math.ceil(typeLeft + widest(types) + right), height: top * 2 + rows.length * 18 - 1, texts };
}

const widest = (lines: readonly TextLine[]): number => lines.reduce((most, { width }) => Math.max(most, width), 0);

/** As TypeScript writes it: an optional one ends in a question mark. */
function shownName(node: SceneNode): string {
  return plainText(node.name) + (node.optional === true ? "?" : "");
}

function titleOf(node: SceneNode): string {
  const head = `${plainText(node.name)}${node.optional === true ? "?" : ""}: ${plainText(node.type)}`;
  return node.doc === undefined || node.doc === "" ? head : `${head}\n${node.doc}`;
}
