import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IcosianError } from "../../dist/runtime/index.js";
import { DrawingError, draw } from "../../dist/runtime/drawing/index.js";
import { hello } from "./scenes";

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "icosian-save-")); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failure = (work: Promise<unknown>): Promise<DrawingError> => work.then(() => { throw new Error("did not fail"); }, (error) => error);

test("the extension names the form", async () => {
  const drawing = draw(hello);
  for (const [name, start] of [["a.svg", "<svg "], ["a.SVG", "<svg "], ["a.png", "\x89PNG"], ["a.mmd", "flowchart"], ["a.mermaid", "flowchart"], ["a.dot", "digraph"], ["a.gv", "digraph"]] as const) {
    await drawing.save(join(folder, name));
    expect(readFileSync(join(folder, name), "latin1").slice(0, start.length)).toBe(start);
  }
  expect(readFileSync(join(folder, "a.svg"), "utf8")).toBe(drawing.svg);
});

test.each(["a.jpg", "a", "svg", ".svg/a", "a.constructor", ""])("'%s' is refused with the forms that there are", async (name) => {
  const error = await failure(draw(hello).save(name));
  expect(error).toBeInstanceOf(DrawingError);
  expect(error).toBeInstanceOf(IcosianError);
  expect(error.code).toBe("ICOSIAN_DRAWING_FORMAT");
  expect(error.message).toContain(".svg, .png, .mmd, .mermaid, .dot, .gv");
});

test("missing folders are made", async () => {
  await draw(hello).save(join(folder, "a/b/c.svg"));
  await Promise.all(["x/y/1.svg", "x/y/2.svg", "x/y/z/3.svg"].map((name) => draw(hello).save(join(folder, name))));
  expect(readdirSync(join(folder, "a/b"))).toEqual(["c.svg"]);
  expect(readdirSync(join(folder, "x/y")).sort()).toEqual(["1.svg", "2.svg", "z"]);
});

test("a path that cannot be written is named, the cause kept, and nothing left behind", async () => {
  mkdirSync(join(folder, "taken.svg"));
  writeFileSync(join(folder, "file"), "");
  for (const path of [join(folder, "taken.svg"), join(folder, "file/a.svg"), join(folder, "a\0.svg"), ...(process.platform === "linux" ? ["/proc/icosian/a.svg", "/dev/null/a/b.svg"] : [])]) {
    const error = await failure(draw(hello).save(path));
    expect(error.code).toBe("ICOSIAN_DRAWING_NOT_SAVED");
    expect(error.message).toContain(path);
    expect((error.cause as NodeJS.ErrnoException).code).toMatch(/^E/);
  }
  expect(readdirSync(folder).sort()).toEqual(["file", "taken.svg"]);
  expect(readdirSync(join(folder, "taken.svg"))).toEqual([]);
});

test("an older picture is replaced, and kept where the new one cannot be made", async () => {
  const path = join(folder, "a.svg");
  writeFileSync(path, "old");
  const broken = Object.create(draw(hello), { svg: { get() { throw new Error("no"); } } });
  await expect(broken.save(path)).rejects.toThrow("no");
  expect(readFileSync(path, "utf8")).toBe("old");
  await Promise.all([draw(hello).save(path), draw(hello).save(path)]);
  expect(readFileSync(path, "utf8")).toBe(draw(hello).svg);
  expect(readdirSync(folder)).toEqual(["a.svg"]);
});

test("where there is no file system, it says so and what works instead", async () => {
  const { getBuiltinModule } = process;
  try {
    (process as { getBuiltinModule: unknown }).getBuiltinModule = undefined;
    const error = await failure(draw(hello).save("a.svg"));
    expect([error.code, error.message]).toEqual(["ICOSIAN_DRAWING_NOT_SAVED", expect.stringContaining("no file system")]);
  } finally {
    (process as { getBuiltinModule: unknown }).getBuiltinModule = getBuiltinModule;
  }
});
