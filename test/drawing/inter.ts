import { dirname, join } from "node:path";

interface Face { readonly unitsPerEm: number; hasGlyphForCodePoint(point: number): boolean; glyphForCodePoint(point: number): { advanceWidth: number }; layout(text: string): { advanceWidth: number } }

const fontkit = require("fontkit") as { openSync(path: string): Face }; // it has no types
const folder = dirname(require.resolve("@expo-google-fonts/inter/package.json"));
export const inter: Readonly<Record<number, Face>> = {
  400: fontkit.openSync(join(folder, "400Regular/Inter_400Regular.ttf")),
  600: fontkit.openSync(join(folder, "600SemiBold/Inter_600SemiBold.ttf")),
};

/** A text's true width in Inter, shaped and kerned; `undefined` where Inter lacks a character. */
export function trueWidth(text: string, size: number, weight: number): number | undefined {
  const face = inter[weight]!;
  if (![...text].every((character) => face.hasGlyphForCodePoint(character.codePointAt(0)!))) return undefined;
  return (face.layout(text).advanceWidth / face.unitsPerEm) * size;
}
