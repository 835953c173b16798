import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

const options = { target: "ES2022", module: "nodenext", types: [], strict: true, skipLibCheck: true, rootDir: ".", outDir: "dist" };

/** Writes a project's files, its tsconfig.json among them. */
export function writeProject(folder, files, moreOptions = {}) {
  const config = { compilerOptions: { ...options, ...moreOptions }, files: Object.keys(files).filter((name) => name.endsWith(".ts")) };
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}

/** Runs a compiler, with a script loaded before it whose last line of output is JSON. */
export function runCompiler(compiler, folder, preload, ...args) {
  const script = path.resolve(import.meta.dirname, "../../node_modules", compiler);
  const child = spawnSync(process.execPath, ["-r", path.join(import.meta.dirname, preload), script, "-p", folder, ...args], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${compiler} fails:\n${child.stdout.slice(0, 2_000)}${child.stderr.slice(0, 2_000)}`);
  const lines = child.stdout.trimEnd().split("\n");
  return { ...JSON.parse(lines.pop()), output: lines.join("\n") };
}
