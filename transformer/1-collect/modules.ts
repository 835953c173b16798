/** Which of the project's files are dataflow modules. */
import path from "node:path";
import picomatch from "picomatch";
import type { Project, SourceFile } from "../compilers/port.js";
import { composedModules } from "./composed-modules.js";

/** The globs of the plugin option `modules` where the tsconfig has none. */
export const DEFAULT_MODULES: readonly string[] = ["**/*.flow.{ts,mts,cts,tsx,js,mjs,cjs,jsx}"];

/**
 * Modules by their path, by a `withModules` anywhere in the project, or by an `export *` that reaches one.
 * Whose `withModules` it is, its type tells; without `byTypes`, which leaves the checker at rest, anyone's counts.
 */
export function dataflowModules(project: Project, globs: readonly string[], { byTypes }: { byTypes: boolean }): ReadonlySet<SourceFile> {
  const ignore = globs.filter((each) => each.startsWith("!")).map((each) => each.slice(1));
  const isMatch = picomatch(globs.filter((each) => !each.startsWith("!")), { dot: true, ignore });
  const sources = project.files;
  // A script exports nothing, and an export would make a module of it.
  const found = new Set(sources.filter((file) => project.syntax.isExternalModule(file) && isMatch(pathBelow(project.root, file.fileName))));
  for (const file of sources) {
    // By text first: a file that composes nothing is not walked.
    if (!file.text.includes("withModules")) continue;
    for (const module of composedModules(project, file, byTypes)) {
      if (!module.isDeclarationFile && !isData(module)) found.add(module);
    }
  }
  addBarrels(project, sources, found);
  return found;
}

function addBarrels(project: Project, sources: readonly SourceFile[], found: Set<SourceFile>): void {
  const barrelsOf = new Map<SourceFile, SourceFile[]>();
  for (const file of sources) {
    for (const target of starTargets(project, file)) {
      const barrels = barrelsOf.get(target);
      if (barrels) barrels.push(file);
      else barrelsOf.set(target, [file]);
    }
  }
  const open = [...found];
  for (let file = open.pop(); file; file = open.pop()) {
    for (const barrel of barrelsOf.get(file) ?? []) {
      if (found.has(barrel)) continue;
      found.add(barrel);
      open.push(barrel);
    }
  }
}

function starTargets(project: Project, file: SourceFile): SourceFile[] {
  if (!/\bexport\s*\*/.test(file.text)) return [];
  const { syntax } = project;
  return file.statements.flatMap((each) => {
    if (!syntax.isExportDeclaration(each) || each.exportClause || !each.moduleSpecifier) return [];
    return project.moduleAt(each.moduleSpecifier) ?? [];
  });
}

/** Nothing can be added to what is written of JSON. */
function isData({ fileName }: SourceFile): boolean {
  return fileName.endsWith(".json");
}

/** A file's path as globs see it; a folder beside the project's counts as one within it. */
function pathBelow(root: string, fileName: string): string {
  return path.posix.relative(root, fileName).replace(/^(?:\.\.\/)+/, "");
}
