/** The package as a browser has it: how much is loaded before anything is drawn, what a bundler keeps, and the hello dataflow in headless Chromium. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { temporaryProject, type TemporaryProject, TSPC } from "./temporary-project";

const ROOT = path.join(__dirname, "..");
const CHROMIUM = "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** What loads on first use stays out. */
const withoutLater: Plugin = {
  name: "without-later",
  setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined)),
};

/** What is not in the bundle of the core: features, and drawing. */
const FEATURES = ["blocks", "declare", "drawing", "explain", "govern", "large", "lifecycle", "questions", "schemas"];

test.each<[string, number, readonly string[]]>([
  ['export { Builder } from "icosian/core";', 10, []],
  ['export { Builder } from "icosian/core"; import "icosian/schemas";', 13, ["schemas"]],
  ['export { Builder } from "icosian";', 35, FEATURES.filter((folder) => folder !== "drawing")],
])("%s, minified and compressed, is at most %d KB", async (contents, kilobytes, features) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    plugins: [withoutLater],
  });
  const kept = Object.entries(Object.values(metafile.outputs)[0]!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = new Set(kept.map(([file]) => file.split("/")[2]));
  expect(folders).toContain("execute.js");
  expect(FEATURES.filter((folder) => folders.has(folder))).toEqual(features);
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThanOrEqual(kilobytes * 1024);
});

test.each(["esm", "cjs"] as const)("a bundle of what uses each feature has them all, as a module of kind %s", async (format) => {
  const project = temporaryProject({
    "package.json": '{ "type": "module" }',
    "tsconfig.json": fs.readFileSync(path.join(ROOT, "examples/hello/tsconfig.json"), "utf8"),
    "src/words.flow.ts": FEATURED_FLOW,
    "src/run.ts": FEATURED_RUN,
  });
  try {
    const { code, output } = await project.run(TSPC, "--lib", "es2022,dom", "--skipLibCheck");
    expect({ code, output }).toEqual({ code: 0, output: "" });
    const outfile = path.join(project.folder, "bundle", format === "esm" ? "run.mjs" : "run.cjs");
    await build({ entryPoints: [path.join(project.folder, "dist/run.js")], bundle: true, minify: true, format, platform: format === "esm" ? "browser" : "node", outfile });
    expect(JSON.parse(execFileSync(process.execPath, [outfile], { encoding: "utf8" }))).toEqual({
      results: { longest: "three", count: 3, rated: 6 },
      report: { values: {}, errors: ["unsteady"], attempts: 3 },
      started: ["words", "length", "longest", "count", "rated"],
      upstream: ["words", "count"],
      wrong: "Input 'rate' has the wrong type: expected number, got \"2\".",
      hint: "The dataflow has no node, input or config value 'coun'. Did you mean 'count'?",
    });
  } finally {
    project.remove();
  }
});

describe("in Chromium", () => {
  let project: TemporaryProject;
  let server: Server;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    if (!fs.existsSync(CHROMIUM)) execFileSync("bash", ["-ec", "apt-get update && apt-get install -y --no-install-recommends chromium"], { stdio: "ignore" });
    const hello = path.join(ROOT, "examples/hello");
    project = temporaryProject({
      "package.json": fs.readFileSync(path.join(hello, "package.json"), "utf8"),
      "tsconfig.json": fs.readFileSync(path.join(hello, "tsconfig.json"), "utf8"),
      "src/my_dataflow.ts": fs.readFileSync(path.join(hello, "src/my_dataflow.ts"), "utf8"),
      "src/rated.flow.ts": "export const doubled = (rate: number): number => 2 * rate;\n",
      "src/page.ts": pageOf("icosian"),
      "src/core.ts": pageOf("icosian/core"),
    });
    const { code, output } = await project.run(TSPC, "--lib", "es2022,dom", "--skipLibCheck");
    expect({ code, output }).toEqual({ code: 0, output: "" });
    const entryPoints = ["page", "core"].map((page) => path.join(project.folder, `dist/${page}.js`));
    await build({ entryPoints, bundle: true, splitting: true, minify: true, format: "esm", platform: "browser", outdir: path.join(project.folder, "site") });

    server = createServer(({ url = "/" }, response) => {
      const file = path.join(project.folder, "site", path.basename(url));
      const shell = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${url}.js"></script>`;
      if (path.extname(url) === "") response.setHeader("content-type", "text/html").end(shell);
      else if (fs.existsSync(file)) response.setHeader("content-type", "text/javascript").end(fs.readFileSync(file));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    // Its folder for the user's data is a new, empty one each time.
    browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    project?.remove();
  });

  test.each(["page", "core"])("the hello dataflow runs and is drawn; what draws is loaded when it is asked for: %s", async (name) => {
    const { page, loaded, wrong } = await open(name);
    await page.waitForFunction("document.title === '14291.666666666666'");
    const before = loaded.length;
    await page.evaluate("draw()");
    expect(loaded.length).toBeGreaterThan(before);
    const shown = await page.evaluate("[...document.querySelectorAll('svg text')].map(({ textContent }) => textContent)");
    expect(shown).toEqual(expect.arrayContaining(["A", "B", "C"]));
    expect(await page.evaluate("document.querySelector('svg').getBoundingClientRect().width")).toBeGreaterThan(100);
    expect(await page.evaluate("mistake()")).toBe("ICOSIAN_REQUEST: The dataflow has no node, input or config value 'D'. It has 'A', 'B', 'C'.");
    expect(wrong).toEqual([]);
  });

  test("of icosian/core, what checks inputs loads with the first of them; icosian has it at once", async () => {
    const counts = await Promise.all(
      ["page", "core"].map(async (name) => {
        const { page, loaded, wrong } = await open(name);
        await page.waitForFunction("document.title === '14291.666666666666'");
        const before = loaded.length;
        expect(await page.evaluate("checked()")).toBe("ICOSIAN_REQUEST: Input 'rate' has the wrong type: expected number, got \"2\".");
        expect(wrong).toEqual([]);
        return loaded.length - before;
      }),
    );
    expect(counts).toEqual([0, expect.any(Number)]);
    expect(counts[1]).toBeGreaterThan(0);
  });

  async function open(name: string) {
    const page = await browser.newPage();
    const loaded: string[] = [];
    const wrong: string[] = [];
    page.on("request", (request) => void loaded.push(request.url()));
    page.on("pageerror", (error) => void wrong.push(error.message));
    page.on("console", (message) => void wrong.push(message.text()));
    await page.goto(address + name);
    return { page, loaded, wrong };
  }
});

const pageOf = (entry: string): string => `
import { Builder, IcosianError } from "${entry}";
import * as my_dataflow from "./my_dataflow.js";
import * as rated from "./rated.flow.js";

const dr = new Builder().withModules(my_dataflow).build();

Object.assign(globalThis, {
  async draw(): Promise<void> {
    document.body.innerHTML = (await dr.displayAllFunctions()).svg;
  },
  async mistake(): Promise<string> {
    const names: string[] = ["D"];
    return dr.execute(names as "A"[]).then(String, (error: IcosianError) => error.code + ": " + error.message);
  },
  async checked(): Promise<string> {
    const inputs = JSON.parse('{ "rate": "2" }') as { rate: number };
    return new Builder().withModules(rated).build().execute(["doubled"], { inputs }).then(String, (error: IcosianError) => error.code + ": " + error.message);
  },
});

const { C } = await dr.execute(["C"]);
document.title = String(C);
`;

const FEATURED_FLOW = `
import { node, type Collect, type Parallelizable } from "icosian";

let attempts = 0;
export const words = (): Parallelizable<string> => ["one", "three", "two"];
export const length = (words: string): number => words.length;
export const longest = (words: Collect<string>): string => words.reduce((one, other) => (other.length > one.length ? other : one));
export const count = (length: Collect<number>): number => length.length;
export const rated = node({ tag: { rated: true } }, (count: number, rate: number): number => count * rate);
export function unsteady(): number {
  if (++attempts > 0) throw new Error("unsteady");
  return attempts;
}
/** @notNode */
export const tries = (): number => attempts;
`;

const FEATURED_RUN = `
import { Builder } from "icosian";
import { timings } from "icosian/adapters";
import * as flow from "./words.flow.js";

const started: string[] = [];
const watch = { beforeNodeExecution: ({ node, item }: { node: { name: string }; item?: readonly number[] }): void => void ((item?.[0] ?? 0) === 0 && started.push(node.name)) };
const dr = new Builder().withModules(flow).withAdapters(watch).build();
const results = dr.executeSync(["longest", "count", "rated"], { inputs: { rate: 2 } });
const messageOf = (act: () => unknown): string => {
  try {
    return String(act());
  } catch (error) {
    return (error as Error).message;
  }
};
const plain = new Builder().withModules(flow).withAdapters(timings({ report: () => {} })).build();
const { values, errors } = plain.executeSync(["unsteady"], { retry: 2, onError: "continue" });
console.log(
  JSON.stringify({
    results,
    report: { values, errors: Object.keys(errors), attempts: flow.tries() },
    started,
    upstream: dr.whatIsUpstreamOf("count").map(({ name }) => name).filter((name) => name !== "length"),
    wrong: messageOf(() => dr.executeSync(["rated"], { inputs: JSON.parse('{ "rate": "2" }') as { rate: number } })),
    hint: messageOf(() => dr.executeSync(["coun" as "count"])),
  }),
);
`;
