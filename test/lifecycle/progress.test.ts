import { execFileSync } from "node:child_process";
import path from "node:path";
import { Builder } from "icosian";
import { progress } from "icosian/adapters";
import { failure, flow, moduleOf } from "../runtime/module";

const chain = (length: number) => moduleOf(Array.from({ length }, (_, n) => [`n${n}`, { needs: n === 0 ? [] : [`n${n - 1}`], run: () => n }]));

/** What a run writes, line by line. */
function linesOf(stream = { text: "", write: (more: string) => void (stream.text += more) }): { adapter: ReturnType<typeof progress>; lines(): string[] } {
  return { adapter: progress({ stream }), lines: () => stream.text.trimEnd().split("\n") };
}

describe("plain lines", () => {
  test("each tenth, and the end", () => {
    const { adapter, lines } = linesOf();
    new Builder().withModules(chain(50)).withAdapters(adapter).build().executeSync(["n49"]);
    expect(lines().slice(0, -1)).toEqual(Array.from({ length: 10 }, (_, tenth) => `${tenth * 5 + 1} of 50 nodes: n${tenth * 5}`));
    expect(lines().at(-1)).toMatch(/^50 of 50 nodes in \d+\.\d\d s$/);
  });

  test("a failure tells how far it came; a retry counts once", async () => {
    const { adapter, lines } = linesOf();
    let tries = 0;
    const again = () => {
      if (++tries < 3) throw new Error("again");
    };
    const module = flow({ A: { run: again }, B: { needs: ["A"], run: () => Promise.reject(new Error("no B")), async: true }, C: { needs: ["B"], run: () => 1 } });
    await failure(() => new Builder().withModules(module).withAdapters(adapter).build().execute(["C"], { retry: { times: 2, on: (error) => (error as Error).message === "again" } }));
    expect(lines()[0]).toBe("1 of 3 nodes: A");
    expect(lines()[1]).toMatch(/^failed after 1 of 3 nodes in /);
    expect(lines()).toHaveLength(2);
  });

  test("nothing to run", async () => {
    const { adapter, lines } = linesOf();
    await new Builder().withModules(chain(1)).withAdapters(adapter).build().execute([]);
    expect(lines()).toEqual([expect.stringMatching(/^0 of 0 nodes in /)]);
  });
});

/** In a terminal of its own, which `script` provides. */
function inTerminal(script: string, environment: Record<string, string> = {}): string {
  const { CI: _, ...env } = process.env;
  const setUp = `
    const { Builder } = require("icosian");
    const { progress } = require("icosian/adapters");
    const nodes = Array.from({ length: 5 }, (_, n) => ({ name: "n" + n, type: "number", dependencies: n === 0 ? [] : [{ name: "n" + (n - 1), type: "number", optional: false }],
      compute: { op: "call", export: "n" + n }, async: true, location: { line: 1, column: 1 } }));
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const functions = Object.fromEntries(nodes.map(({ name }) => [name, () => wait(30)]));
    const $manifest = { manifestVersion: 1, module: "m", source: "m.ts", inputs: [], nodes };
    const dr = new Builder().withModules({ ...functions, $manifest }).withAdapters(progress()).build();
    ${script}`;
  return execFileSync("script", ["-qec", `"${process.execPath}" -e '${setUp}'`, "/dev/null"], {
    cwd: path.join(__dirname, "../.."),
    env: { ...env, TERM: "xterm", ...environment },
    encoding: "utf8",
    timeout: 30_000,
  });
}

describe("in a terminal", () => {
  test("a bar moves, and the process ends", () => {
    const shown = inTerminal('dr.execute(["n4"])');
    expect(shown).toMatch(/█+░+ +\d0% \| [1-4] of 5 nodes \| n[0-3]/);
    expect(shown).toMatch(/█{30} +100% \| 5 of 5 nodes \| \d+\.\d+ s/);
    expect(shown).toContain("\u001b["); // redrawn in place
  });

  test("it moves while nodes hold the thread", () => {
    const busy = 'const busy = () => { for (const end = Date.now() + 120; Date.now() < end; ); }; for (const { name } of nodes) { functions[name] = busy; }';
    const shown = inTerminal(`${busy} new Builder().withModules({ ...functions, $manifest: { ...$manifest, nodes: nodes.map((node) => ({ ...node, async: false })) } }).withAdapters(progress()).build().executeSync(["n4"])`);
    expect(shown).toMatch(/[23] of 5 nodes \| n[12]/);
    expect(shown).toMatch(/5 of 5 nodes \| \d+\.\d+ s/);
  });

  test("runs at the same time have a bar each", () => {
    const last = inTerminal('Promise.all([dr.execute(["n4"]), dr.execute(["n1"])])').split("\u001b[0J").at(-1)!;
    expect(last).toContain("5 of 5 nodes");
    expect(last).toContain("2 of 2 nodes");
  });

  test("a failure stays where it came", () => {
    expect(inTerminal('dr.execute(["n4"], { timeout: { nodes: { n3: 5 } } }).catch(() => {})')).toMatch(/3 of 5 nodes \| failed after \d+\.\d+ s/);
  });

  test("under CI, plain lines", () => {
    const shown = inTerminal('dr.execute(["n4"])', { CI: "true" });
    expect(shown).toContain("5 of 5 nodes: n4");
    expect(shown).not.toContain("\u001b");
  });
});
