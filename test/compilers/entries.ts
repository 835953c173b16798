/** The ways in which users run the compiler with the plugin. */
import fs from "node:fs";
import path from "node:path";
import { type Run, temporaryProject, type TemporaryProject } from "../temporary-project";
import { modulesOf, type ToolchainName } from "./toolchains";

const ROOT = path.join(__dirname, "../..");
const PLUGINS = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];

export interface Entry {
  readonly name: string;
  readonly toolchain: ToolchainName;
  /** What Node runs, before the compiler's own arguments; relative to the project's node_modules. */
  readonly command: readonly string[];
  /** Whether the tsconfig must name the plugin. */
  readonly needsEntry: boolean;
  /** What its patcher leaves open: `--incremental --noEmit` never loads the plugin. */
  readonly isLate?: boolean;
  /** Whether it differs so little from another that the first modes are enough. */
  readonly isBrief?: boolean;
}

const CLI = "icosian/dist/transformer/cli.js";

export const ENTRIES: readonly Entry[] = [
  { name: "icosian tsc, 4.9.5", toolchain: "4.9", command: [CLI, "tsc"], needsEntry: false },
  { name: "icosian tsc, 5.4.5", toolchain: "5.4", command: [CLI, "tsc"], needsEntry: false },
  { name: "icosian tsc, 5.9.3", toolchain: "5.9", command: [CLI, "tsc"], needsEntry: false },
  { name: "icosian tsc, 6.0.3", toolchain: "6.0", command: [CLI, "tsc"], needsEntry: false },
  { name: "ttsc of ttypescript 1.5.15 with our preload, 4.9.5", toolchain: "4.9", command: ["-r", "icosian/transformer/register", "ttypescript/bin/tsc"], needsEntry: true },
  { name: "ttsc of ttypescript 1.5.15, 4.9.5", toolchain: "4.9", command: ["ttypescript/bin/tsc"], needsEntry: true, isLate: true },
  { name: "tspc of ts-patch 3.3.0, 5.4.5", toolchain: "5.4", command: ["ts-patch/bin/tspc.js"], needsEntry: true },
  { name: "tspc of ts-patch 3.3.0, 5.9.3", toolchain: "5.9", command: ["ts-patch/bin/tspc.js"], needsEntry: true },
  { name: "tspc of ts-patch 4.0.1, 6.0.3", toolchain: "6.0", command: ["ts-patch/bin/tspc.js"], needsEntry: true },
  { name: "tsc patched by ts-patch 3.3.0, 5.9.3", toolchain: "5.9 patched", command: ["typescript/bin/tsc"], needsEntry: true, isBrief: true },
  { name: "tsc patched by ts-patch 4.0.1, 6.0.3", toolchain: "6.0 patched", command: ["typescript/bin/tsc"], needsEntry: true, isBrief: true },
  { name: "icosian tsc where tsc is patched, 5.9.3", toolchain: "5.9 patched", command: [CLI, "tsc"], needsEntry: true, isBrief: true },
];

export interface CompilerProject extends TemporaryProject {
  compile(...args: readonly string[]): Promise<Run>;
  startCompiler(...args: readonly string[]): ReturnType<TemporaryProject["start"]>;
}

/** A project with a toolchain's packages and ours in its own `node_modules`. */
export function projectFor(entry: Entry, files: Readonly<Record<string, string>>): CompilerProject {
  const project = temporaryProject({ "package.json": "{}\n", ...files }, []);
  const modules = path.join(project.folder, "node_modules");
  fs.mkdirSync(modules, { recursive: true });
  for (const name of fs.readdirSync(modulesOf(entry.toolchain))) {
    if (!name.startsWith(".")) fs.symlinkSync(path.join(modulesOf(entry.toolchain), name), path.join(modules, name));
  }
  fs.symlinkSync(ROOT, path.join(modules, "icosian"));
  const [script, ...rest] = entry.command.map((each) => (each.startsWith("-") || each === "tsc" || each === "icosian/transformer/register" ? each : path.join(modules, each)));
  return {
    ...project,
    compile: (...args) => project.run(script!, ...rest, ...args),
    startCompiler: (...args) => project.start(script!, ...rest, ...args),
  };
}

/** A tsconfig that all of these versions read alike. */
export function tsconfigFor({ needsEntry }: Entry, { references, ...options }: Readonly<Record<string, unknown>> = {}): string {
  const compilerOptions = { target: "es2022", lib: ["es2022"], types: [], module: "nodenext", moduleResolution: "nodenext", strict: true, skipLibCheck: true, outDir: "out", rootDir: ".", ...(needsEntry && { plugins: PLUGINS }), ...options };
  return JSON.stringify({ compilerOptions, exclude: ["node_modules", "out"], ...(references !== undefined && { references }) });
}
