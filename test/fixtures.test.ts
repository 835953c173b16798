/**
 * Every folder `fixtures/SUBJECT/CASE` is a project. What the compiler says of it stands in its
 * `expected.errors.txt` (none: nothing); where it has a folder `expected`, its manifests stand there.
 * `npm run accept` writes both anew: read the diff.
 */
import fs from "node:fs";
import path from "node:path";
import { catalogue } from "../transformer/diagnostics/catalogue";
import { compileFolder } from "./compile-folder";
import { FIXTURES } from "./compile";
import { squiggles } from "./squiggles";

const UPDATE = process.env["UPDATE"] === "1";
const BASELINE = "expected.errors.txt";

for (const subject of folders(FIXTURES)) {
  describe(subject, () => {
    test.each(folders(path.join(FIXTURES, subject)))("%s", (name) => {
      const folder = path.join(FIXTURES, subject, name);
      const { diagnostics, outputs } = compileFolder(folder);
      compare(path.join(folder, BASELINE), squiggles(diagnostics, folder));

      const expected = path.join(folder, "expected");
      if (!fs.existsSync(expected)) return;
      const manifests = [...outputs].filter(([file]) => file.endsWith(".manifest.json"));
      const names = manifests.map(([file]) => path.relative("out", file));
      for (const [index, [, text]] of manifests.entries()) compare(path.join(expected, names[index]!), text);
      for (const stale of filesBelow(expected).filter((file) => !names.includes(file))) compare(path.join(expected, stale), "");
    });
  });
}

describe("the catalogue", () => {
  const covered = new Set<number>();
  const note = (file: string): void => {
    for (const [, code] of fs.readFileSync(file, "utf8").matchAll(/\bTS(72\d{3})\b/g)) covered.add(Number(code));
  };

  test("has a fixture or a test for each code", () => {
    for (const file of filesBelow(FIXTURES).filter((each) => path.basename(each) === BASELINE)) note(path.join(FIXTURES, file));
    note(path.join(__dirname, "plugin.test.ts"));
    const missing = Object.entries(catalogue).filter(([, { code }]) => !covered.has(code));
    expect(missing.map(([id, { code }]) => `TS${code} ${id}`)).toEqual([]);
  });

  test("gives each code once, within our range, in ascending order", () => {
    const codes = Object.values(catalogue).map(({ code }) => code as number);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    expect(codes.every((code) => code >= 72000 && code <= 72999)).toBe(true);
  });

  test.each(Object.entries(catalogue))("%s is whole sentences, with its names in single quotes", (_, { text }) => {
    expect(text).toMatch(/^['A-Z].*(?:\.|\{suggestion\})$/);
    for (const [hole, name] of text.matchAll(/.?\{(\w+)\}.?/g)) {
      if (!["version", "path", "suggestion", "route"].includes(name!)) expect(hole).toBe(`'{${name}}'`);
    }
  });
});

/** Holds a file against what it should be; no file stands for no text. */
function compare(file: string, actual: string): void {
  const known = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  if (!UPDATE) return expect(actual).toBe(known);
  if (actual === known) return;
  if (actual === "") return fs.rmSync(file);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, actual);
}

function folders(parent: string): string[] {
  return fs.readdirSync(parent, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name);
}

function filesBelow(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => path.relative(folder, path.join(each.parentPath, each.name)));
}
