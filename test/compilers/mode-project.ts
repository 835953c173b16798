/** A project with one dataflow, right or wrong, in which compilers are run in their modes. */
import path from "node:path";
import { type CompilerProject, type Entry, projectFor, tsconfigFor } from "./entries";

export const GOOD = "import type { Value } from './types.js';\nexport const a = (): Value => 1 as never;\nexport const b = (a: number): number => a;\n";
export const BAD = GOOD.replace("(a: number): number => a", "(a: string): number => +a");
export const MESSAGE = "flow.flow.ts(3,19): error TS72201: The result of 'a' cannot be passed to parameter 'a' of 'b'.\n  Type 'number' is not assignable to type 'string'.";

const projects: CompilerProject[] = [];

export function removeProjects(): void {
  for (const each of projects) each.remove();
}

export function project(entry: Entry, flow: string, options: Readonly<Record<string, unknown>> = {}): CompilerProject {
  const files = { "flow.flow.ts": flow, "types.ts": "export type Value = number;\n", "other.ts": "export const other = 1;\n", "tsconfig.json": tsconfigFor(entry, options) };
  const created = projectFor(entry, files);
  projects.push(created);
  return created;
}

/** The exit code, and `told` where exactly the one mistake is. */
export async function outcome({ compile }: CompilerProject, ...args: string[]): Promise<string> {
  const { code, output } = await compile(...args, "--pretty", "false");
  const text = output.trim();
  return `${code} ${text === "" ? "silent" : text === MESSAGE ? "told" : text}`;
}

export const has = ({ files }: CompilerProject, name: string): boolean => files().includes(path.join("out", name));
