// Makes runtime/drawing/inter-widths.ts from the fonts: node test/drawing/make-inter-widths.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openSync } from "fontkit";

const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/inter/package.json"));
const faces = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) => openSync(join(fonts, file)));
// Latin, Greek, Cyrillic, punctuation, the euro, arrows, the commonest operators.
const ranges = [[0x20, 0x7e], [0xa0, 0x17f], [0x386, 0x3ce], [0x400, 0x45f], [0x2010, 0x2027], [0x2030, 0x203a], [0x20ac, 0x20ac], [0x2190, 0x2199], [0x2260, 0x2265]];
const unitsPerEm = 720;

const widthsOf = (face, [first, last]) => {
  let digits = "";
  for (let point = first; point <= last; point++) {
    const units = Math.ceil((face.glyphForCodePoint(point).advanceWidth / face.unitsPerEm) * unitsPerEm);
    digits += face.hasGlyphForCodePoint(point) ? units.toString(36).padStart(2, "0") : "--";
  }
  return digits;
};
const rows = ranges.map((range) => {
  const [regular, semibold] = faces.map((face) => widthsOf(face, range));
  return `  {\n    first: 0x${range[0].toString(16)},\n    regular:\n      "${regular}",\n    semibold:\n      "${semibold}",\n  },\n`;
});
writeFileSync(new URL("../../runtime/drawing/inter-widths.ts", import.meta.url), `// Made by test/drawing/make-inter-widths.mjs from Inter (SIL Open Font License 1.1): do not edit.

/** How many units of the widths below make one em. */
export const unitsPerEm = ${unitsPerEm};

/** Advance widths from the code point \`first\` on, two base-36 digits each; \`--\` where Inter has no glyph. */
export const interWidths: readonly { readonly first: number; readonly regular: string; readonly semibold: string }[] = [
${rows.join("")}];
`);
