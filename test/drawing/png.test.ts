import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inflateSync } from "node:zlib";
import { build } from "esbuild";
import { draw } from "../../dist/runtime/drawing/index.js";
import { readPicture } from "./picture";
import { everyKind, hello, localScene, sceneOf } from "./scenes";

interface Image { readonly width: number; readonly height: number; /** From 0, black, to 255. */ brightness(x: number, y: number): number }

/** Decodes what resvg writes: eight bits, RGBA, not interlaced. */
function decode(png: Uint8Array): Image {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(data));
  const stride = width * 4;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const left = i >= 4 ? pixels[y * stride + i - 4]! : 0;
      const up = y > 0 ? pixels[(y - 1) * stride + i]! : 0;
      const corner = i >= 4 && y > 0 ? pixels[(y - 1) * stride + i - 4]! : 0;
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      pixels[y * stride + i] = rows[y * (stride + 1) + 1 + i]! + [0, left, up, (left + up) >> 1, paeth][filter]!;
    }
  }
  return { width, height, brightness: (x, y) => pixels[(Math.round(y) * width + Math.round(x)) * 4 + 1]! };
}

test("the PNG is twice the SVG, and its names are there to read", async () => {
  const drawing = draw(hello);
  const { width, height, nodes } = readPicture(drawing.svg);
  const image = decode(await drawing.png());
  expect([image.width, image.height]).toEqual([width * 2, height * 2]);
  for (const { texts } of nodes) {
    for (const { text, x, y, size, length } of texts) {
      let dark = 0;
      for (let px = x * 2; px < (x + length!) * 2; px++) for (let py = (y - size * 0.75) * 2; py < y * 2; py++) if (image.brightness(px, py) < 130) dark++;
      expect([text, dark > text.length * 12]).toEqual([text, true]);
    }
  }
});

test("the same drawing gives the same PNG", async () => {
  expect(Buffer.from(await draw(everyKind).png()).equals(Buffer.from(await draw(everyKind).png()))).toBe(true);
});

test("its size is bounded, for long and for large pictures", async () => {
  const nodes = Array.from({ length: 300 }, (_, i) => ({ name: `f${i}`, type: "number", kind: "function" as const }));
  const chain = draw({ nodes, edges: nodes.slice(1).map((_, i) => ({ from: i, to: i + 1 })) });
  for (const drawing of [chain, draw(localScene(400))]) {
    const bytes = Buffer.from(await drawing.png());
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(Math.max(width, height)).toBeLessThanOrEqual(8_192);
    expect(width * height).toBeLessThanOrEqual(32_000_000);
    expect(Math.max(width, height)).toBeGreaterThan(4_000);
  }
});

test("characters that Inter lacks do no harm", async () => {
  decode(await draw(sceneOf({ 数据: { type: "読み取り" }, "👩‍🚀": {}, "\ud800\u0000": {} })).png());
});

describe("without the optional packages", () => {
  const dist = dirname(dirname(dirname(require.resolve("../../dist/runtime/index.js"))));
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "icosian-png-"));
    cpSync(join(dist, "dist"), join(folder, "dist"), { recursive: true });
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(dist, "node_modules/@dagrejs"), join(folder, "node_modules/@dagrejs"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([["runtime", "main.cjs", 'const { draw } = require("./dist/runtime/drawing/index.js");'], ["esm", "main.mjs", 'import { draw } from "./dist/esm/drawing/index.js";']])("in the %s build SVG works, and PNG says what to install", (_, file, load) => {
    const script = `${load}
      const drawing = draw({ nodes: [{ name: "A", type: "number", kind: "function" }], edges: [] });
      drawing.png().then(() => console.log("made"), (error) => console.log(JSON.stringify([error.name, error.code, error.message, drawing.svg.length > 500, error.cause !== undefined])));`;
    writeFileSync(join(folder, file), script);
    const [name, code, message, hasSvg, hasCause] = JSON.parse(execFileSync(process.execPath, [join(folder, file)], { encoding: "utf8", cwd: folder }));
    expect([name, code, hasSvg, hasCause]).toEqual(["DrawingError", "ICOSIAN_PNG_UNAVAILABLE", true, true]);
    expect(message).toContain("npm install @resvg/resvg-js @expo-google-fonts/inter");
  });

  test("in both builds PNG works where they are, from any folder", () => {
    for (const scope of ["@resvg", "@expo-google-fonts"]) symlinkSync(join(dist, "node_modules", scope), join(folder, "node_modules", scope));
    for (const file of ["main.cjs", "main.mjs"]) expect(execFileSync(process.execPath, [join(folder, file)], { encoding: "utf8", cwd: tmpdir() })).toBe("made\n");
  });
});

test.each<[string, "esm" | "cjs", string, Record<string, string>]>([
  ["an ES module", "esm", 'import { Builder } from "icosian";', {}],
  ["an ES module in which a name of CommonJS is left", "esm", 'import { Builder } from "icosian";', { __filename: "unknown.file" }],
  ["an ES module of CommonJS files", "esm", 'const { Builder } = require("icosian");', {}],
  ["CommonJS", "cjs", 'const { Builder } = require("icosian");', {}],
])("bundled as %s it finds the packages from the working directory", async (_, format, load, define) => {
  const root = join(__dirname, "../..");
  const folder = mkdtempSync(join(tmpdir(), "icosian-png-"));
  try {
    const contents = `${load} new Builder().build().displayAllFunctions().then((drawing) => drawing.png()).then(() => console.log("made"));`;
    const outfile = join(folder, format === "esm" ? "main.mjs" : "main.cjs");
    await build({ stdin: { contents, resolveDir: root }, bundle: true, platform: "node", format, define, outfile });
    expect(execFileSync(process.execPath, [outfile], { encoding: "utf8", cwd: root })).toBe("made\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
