/*
 * Transforms the ES modules of `dist/esm` into the few files of `dist/node`, for Node, of both module systems: to find
 * a file takes longer than to read it. And what the first call of a driver runs is compiled as these files load; V8
 * would read those functions through without compiling them, and then once more when they are called.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const at = (path) => new URL(`../${path}`, import.meta.url);

const { exports } = JSON.parse(readFileSync(at("package.json"), "utf8"));
const entries = Object.values(exports).flatMap((entry) => entry.import ?? []);

await build({
  entryPoints: entries.map((entry) => ({ in: fileURLToPath(at(entry.default)), out: entry.node.match(/([^/]+)\.mjs$/)[1] })),
  outdir: fileURLToPath(at("dist/node")),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  packages: "external",
  target: "node20",
  logLevel: "warning",
});

for (const { file, starts } of await functionsCalledBy(makeFirstCalls)) {
  writeFileSync(file, compileOnLoad(readFileSync(file, "utf8"), starts));
}

for (const name of readdirSync(at("dist/node"))) {
  const text = readFileSync(at(`dist/node/${name}`), "utf8").replaceAll(/"(\.\/[\w-]+)\.mjs"/g, '"$1.cjs"');
  const { code } = await transform(text, { format: "cjs", platform: "node", target: "node20", supported: { "dynamic-import": false } });
  writeFileSync(at(`dist/node/${name.replace(/\.mjs$/, ".cjs")}`), code);
}

/** Builds a driver and calls it, as programs do. */
async function makeFirstCalls() {
  const { Builder } = await import(at("dist/node/index.mjs"));
  const dependencies = { a: ["x"], b: ["a", "x"], c: ["a", "b", "x"], d: ["c"] };
  const manifest = {
    manifestVersion: 1,
    module: "flow",
    source: "flow.ts",
    nodes: Object.entries(dependencies).map(([name, names]) => ({
      name,
      type: "number",
      dependencies: names.map((each) => ({ name: each, type: "number", optional: false })),
      compute: { op: "call", export: name },
      async: name === "d",
      schema: { type: "number" },
      location: { line: 1, column: 1 },
    })),
    inputs: [{ name: "x", type: "number", optional: false, schema: { type: "number" } }],
  };
  const lines = Object.entries(dependencies).map(([name, names]) => `export ${name === "d" ? "async " : ""}function ${name}(${names}) { return ${names.join(" + ")}; }`);
  const flow = await import(`data:text/javascript,${lines.join("\n")}\nexport function $manifest() { return ${JSON.stringify(manifest)}; }`);
  const driver = new Builder().withModules(flow).build();
  const { c } = driver.executeSync(["c"], { inputs: { x: 1 } });
  const { d } = await driver.execute(["d"], { inputs: { x: 1 } });
  if (c !== 4 || d !== 4) throw new Error("The bundle gives wrong results.");
}

/** By file of `dist/node`, where the functions start that `act` calls. */
async function functionsCalledBy(act) {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await act();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  return result
    .filter(({ url }) => url.startsWith(at("dist/node/").href))
    .map(({ url, functions }) => ({
      file: fileURLToPath(url),
      starts: functions.filter(({ ranges }) => ranges[0].count > 0).map(({ ranges }) => ranges[0].startOffset),
    }));
}

/**
 * Puts in front of a file, as expressions in parentheses, which V8 compiles as it meets them, those of its own
 * functions that start at `starts`. They were hoisted anyway.
 */
function compileOnLoad(text, starts) {
  const functions = starts.flatMap((start) => {
    const [declaration, name] = text.slice(start).match(/^(?:async )?function\*? (\w+)\([^]*?^\}$/m) ?? [];
    return name !== undefined && text[start - 1] === "\n" ? [{ declaration, name }] : [];
  });
  const rest = functions.reduce((left, { declaration }) => left.replace(declaration, () => ""), text);
  return `${functions.map(({ declaration, name }) => `var ${name} = (${declaration});\n`).join("")}${rest}`;
}
