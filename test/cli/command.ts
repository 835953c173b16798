/** Projects for the command `icosian`, as built, on the repository's own TypeScript. */
import path from "node:path";
import { type Run, temporaryProject, type TemporaryProject } from "../temporary-project";

export const CLI = path.join(__dirname, "../../dist/transformer/cli.js");

export interface CommandProject extends TemporaryProject {
  icosian(...args: readonly string[]): Promise<Run>;
}

export const PLUGINS = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];

export const GOOD = "export const a = (): number => 1;\nexport const b = (a: number): number => a;\n";
export const BAD = "export const a = (): number => 1;\nexport const b = (a: string): number => +a;\n";

const projects: CommandProject[] = [];
afterAll(() => projects.forEach((each) => each.remove()));

/** Without a tsconfig of its own among the files it has one that says no more than it must. */
export function commandProject(files: Readonly<Record<string, string>>, packages: readonly string[] = ["typescript", "ts-patch", "icosian", "picomatch"]): CommandProject {
  const project = temporaryProject({ "tsconfig.json": tsconfig(), ...files }, packages);
  const created = { ...project, icosian: (...args: readonly string[]) => project.run(CLI, ...args) };
  projects.push(created);
  return created;
}

export function tsconfig({ plugins = PLUGINS, references, ...options }: { readonly plugins?: readonly object[]; readonly references?: readonly object[]; readonly [option: string]: unknown } = {}): string {
  const compilerOptions = { target: "es2022", lib: ["es2022"], types: [], module: "nodenext", strict: true, skipLibCheck: true, outDir: "out", rootDir: ".", ...options, plugins };
  return JSON.stringify({ compilerOptions, exclude: ["node_modules", "out"], ...(references && { references }) });
}
