import path from "node:path";
import { type Inspection, UnreadableConfig } from "../compilers/inspection.js";
import { problems } from "./problem.js";
import { typescriptOf } from "./typescript-of.js";

export interface InspectedProject extends Inspection {
  readonly tsconfig: string;
}

/** Looks at a project and, as `tsc -b` would, at those that it references, each once. */
export async function inspectProjects(tsconfig: string): Promise<InspectedProject[]> {
  const projects: InspectedProject[] = [];
  const waiting = new Set([tsconfig]);
  for (const each of waiting) {
    const project = { tsconfig: each, ...(await inspectOne(each)) };
    projects.push(project);
    for (const reference of project.references) waiting.add(path.resolve(reference));
  }
  return projects;
}

async function inspectOne(tsconfig: string): Promise<Inspection> {
  const { folder: typescriptFolder, isNative } = typescriptOf(path.dirname(tsconfig), process.cwd());
  const { inspect } = isNative ? await import("../compilers/native/inspect.js") : await import("../compilers/javascript/inspect.js");
  try {
    return await inspect({ typescriptFolder, tsconfig });
  } catch (error) {
    if (error instanceof UnreadableConfig) throw problems.unreadableTsconfig(path.relative(process.cwd(), tsconfig), error.message);
    throw error;
  }
}
