import fc from "fast-check";
import { fitText } from "../../dist/runtime/drawing/fit-text.js";
import { interWidths, unitsPerEm } from "../../dist/runtime/drawing/inter-widths.js";
import { graphemesOf, textWidth } from "../../dist/runtime/drawing/text-width.js";
import { inter, trueWidth } from "./inter";

test("the table has the widths of the fonts", () => {
  let compared = 0;
  for (const { first, regular, semibold } of interWidths) {
    for (const [digits, face] of [[regular, inter[400]!], [semibold, inter[600]!]] as const) {
      for (let i = 0; i < digits.length; i += 2) {
        const point = first + i / 2;
        const units = digits.slice(i, i + 2);
        expect([point, units === "--"]).toEqual([point, !face.hasGlyphForCodePoint(point)]);
        if (units === "--") continue;
        const excess = parseInt(units, 36) / unitsPerEm - face.glyphForCodePoint(point).advanceWidth / face.unitsPerEm;
        expect(excess).toBeGreaterThanOrEqual(-1e-9);
        expect(excess).toBeLessThan(1 / unitsPerEm);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(1_000);
});

test("a text is hardly ever wider than measured, and not much narrower", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$<>|&[]{}(),.:;=*'\" éüßñΩЖ→…"), minLength: 1, maxLength: 60 });
  fc.assert(fc.property(letters, fc.constantFrom(400 as const, 600 as const), (text, weight) => {
    const measured = textWidth(text, { size: 13, weight });
    // Few pairs are kerned apart ("ly" by 0.3 %, "*I" by 19 %): names and types have few of them, and the cards' padding has room.
    expect(trueWidth(text.replaceAll("*", ""), 13, weight)!).toBeLessThanOrEqual(measured * 1.02 + 1.5);
  }));
  for (const text of ["monthly_mean_temperature", "ReadonlyMap<string, number>"]) {
    expect(trueWidth(text, 13, 400)! / textWidth(text, { size: 13, weight: 400 })).toBeGreaterThan(0.97);
    expect(trueWidth(text, 13, 600)! / textWidth(text, { size: 13, weight: 600 })).toBeLessThan(1.003);
  }
});

test("lines fit, say all there is room for, and are cut between characters only", () => {
  const font = { size: 13, weight: 600 } as const;
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 40, max: 200 }), fc.integer({ min: 1, max: 3 }), (text, maxWidth, maxLines) => {
    const lines = fitText(text, font, maxWidth, maxLines);
    expect(lines.length).toBeLessThanOrEqual(maxLines);
    const whole = graphemesOf(text);
    let position = 0;
    for (const line of lines) {
      if (graphemesOf(line.text).length > 2) expect(line.width).toBeLessThanOrEqual(maxWidth + 1e-6);
      for (const grapheme of graphemesOf(line.text.replace(/…$/, ""))) {
        while (whole[position] === " " && grapheme !== " ") position++;
        expect(whole[position++]).toBe(grapheme);
      }
    }
    const isCut = lines.at(-1)!.text.endsWith("…") && !text.endsWith("…");
    if (!isCut) expect(whole.slice(position).join("").trim()).toBe("");
  }));
  expect(fitText("short", font, 200, 2).map((line) => line.text)).toEqual(["short"]);
  expect(fitText("monthlyMeanTemperature", font, 100, 2).map((line) => line.text)).toEqual(["monthlyMean", "Temperature"]);
  expect(fitText("👩‍👩‍👧‍👦".repeat(30), font, 100, 1)[0]!.text).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
});
