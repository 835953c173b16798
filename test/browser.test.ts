/** The package as a browser has it: how much is loaded before anything is drawn, and the hello dataflow in headless Chromium. */
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

test("the core, minified and compressed, is at most 34 KB", async () => {
  const stdin = { contents: 'export { Builder } from "icosian";', resolveDir: ROOT };
  const { outputFiles, metafile } = await build({ stdin, bundle: true, minify: true, format: "esm", platform: "browser", write: false, metafile: true, plugins: [withoutLater] });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((file) => file.includes("/drawing/"))).toEqual(["dist/esm/drawing/drawing-error.js"]);
  expect(inputs).toContain("dist/esm/execute.js");
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThanOrEqual(34 * 1024);
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
      "src/page.ts": PAGE,
    });
    const { code, output } = await project.run(TSPC, "--lib", "es2022,dom", "--skipLibCheck");
    expect({ code, output }).toEqual({ code: 0, output: "" });
    const entryPoints = [path.join(project.folder, "dist/page.js")];
    await build({ entryPoints, bundle: true, splitting: true, minify: true, format: "esm", platform: "browser", outdir: path.join(project.folder, "site") });

    server = createServer(({ url = "/" }, response) => {
      const file = path.join(project.folder, "site", path.basename(url));
      if (url === "/") response.setHeader("content-type", "text/html").end('<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>');
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

  test("the hello dataflow runs and is drawn; what draws is loaded when it is asked for", async () => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    const wrong: string[] = [];
    page.on("request", (request) => void loaded.push(request.url()));
    page.on("pageerror", (error) => void wrong.push(error.message));
    page.on("console", (message) => void wrong.push(message.text()));
    await page.goto(address);
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
});

const PAGE = `
import { Builder, IcosianError } from "icosian";
import * as my_dataflow from "./my_dataflow.js";

const dr = new Builder().withModules(my_dataflow).build();

Object.assign(globalThis, {
  async draw(): Promise<void> {
    document.body.innerHTML = (await dr.displayAllFunctions()).svg;
  },
  async mistake(): Promise<string> {
    const names: string[] = ["D"];
    return dr.execute(names as "A"[]).then(String, (error: IcosianError) => error.code + ": " + error.message);
  },
});

const { C } = await dr.execute(["C"]);
document.title = String(C);
`;
