import { interWidths, unitsPerEm } from "./inter-widths.js";

/** The two weights of Inter that pictures use. */
export type Weight = 400 | 600;

export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly weight: Weight;
}

const widths: Readonly<Record<Weight, ReadonlyMap<number, number>>> = { 400: tableOf("regular"), 600: tableOf("semibold") };

/**
 * How wide a text is in Inter, in pixels, without kerning (which only tightens). Characters that Inter lacks are
 * drawn by some other font, so for them this is a generous guess.
 */
export function textWidth(text: string, font: Font): number {
  let ems = 0;
  for (const grapheme of graphemesOf(text)) ems += graphemeWidth(grapheme, font.weight);
  return ems * font.size;
}

/** A text's characters as a reader sees them: an emoji, or a letter with its accents, is one. */
export function graphemesOf(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
}

/** Whether Inter has all that this text needs. */
export function isCoveredByInter(text: string): boolean {
  for (const character of text) if (!widths[400].has(character.codePointAt(0)!)) return false;
  return true;
}

/** In em. */
function graphemeWidth(grapheme: string, weight: Weight): number {
  const known = widths[weight];
  const first = known.get(grapheme.codePointAt(0)!);
  if (first !== undefined && /^.\p{Mark}*$/u.test(grapheme)) return first;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme)) return 1.4;
  let sum = 0;
  for (const character of grapheme) {
    if (isWide(character)) sum += 1.05;
    else if (!/[\p{Mark}\p{Format}]/u.test(character)) sum += known.get(character.codePointAt(0)!) ?? (isBroad(character) ? 1.4 : 0.8);
  }
  return sum;
}

/** East Asian characters, a full em wide. */
function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303f\uff00-\uffef]/u.test(character);
}

/** Letters of scripts whose broadest are far broader than an em's usual two thirds, and Arabic ligatures of whole words. */
function isBroad(character: string): boolean {
  return /[\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Cuneiform}\ufb50-\ufdff]/u.test(character);
}

function tableOf(face: "regular" | "semibold"): Map<number, number> {
  const table = new Map<number, number>();
  for (const range of interWidths) {
    for (let i = 0; i < range[face].length; i += 2) {
      const units = range[face].slice(i, i + 2);
      if (units !== "--") table.set(range.first + i / 2, parseInt(units, 36) / unitsPerEm);
    }
  }
  return table;
}
