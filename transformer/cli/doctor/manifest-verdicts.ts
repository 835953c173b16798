/** Do the manifests beside the compiled modules say what the sources say? */
import fs from "node:fs";
import path from "node:path";
import type { InspectedModule } from "../../compilers/inspection.js";
import type { InspectedProject } from "../inspect-projects.js";
import { note, ok, type Verdict, wrong } from "./verdict.js";

type State = "not compiled" | "without manifest" | "without export" | "stale" | "fresh";

export function manifestVerdicts({ tsconfig, modules, references }: InspectedProject): Verdict[] {
  const name = relative(tsconfig);
  if (modules.length === 0) return references.length > 0 ? [] : [note(`'${name}' has no dataflow module: none matches the option 'modules', and none is given to a 'withModules'.`)];
  const states = new Map<State, string[]>();
  for (const { source, output } of modules) {
    if (!output) continue;
    const state = stateOf(output);
    states.set(state, [...(states.get(state) ?? []), state === "not compiled" || state === "stale" ? relative(source) : relative(output.file)]);
  }
  if (states.size === 0) return [note(`'${name}' emits no JavaScript: there are no manifests to look at.`)];
  const of = (state: State): string => list(states.get(state)!);
  const texts: Record<State, () => Verdict> = {
    "not compiled": () => wrong(`Not compiled yet: ${of("not compiled")}. Run the build, and ask again.`),
    "without manifest": () => wrong(`No manifest stands beside ${of("without manifest")}: compiled without the plugin. Run the build with it, such as 'npx icosian tsc'.`),
    "without export": () => wrong(`Compiled again without the plugin, and so without the manifest as an export: ${of("without export")}. Run the build with it, such as 'npx icosian tsc'.`),
    stale: () => wrong(`The manifest of ${of("stale")} is stale. Run the build again.`),
    fresh: () => ok(`${states.get("fresh")!.length === 1 ? "The manifest of 1 module is" : `The manifests of ${states.get("fresh")!.length} modules are`} fresh.`),
  };
  return [...states.keys()].map((state) => texts[state]());
}

function stateOf({ file, manifestFile, manifest }: NonNullable<InspectedModule["output"]>): State {
  if (!fs.existsSync(file)) return "not compiled";
  if (!fs.existsSync(manifestFile)) return "without manifest";
  if (!/\$manifest\b/.test(fs.readFileSync(file, "utf8"))) return "without export";
  return fs.readFileSync(manifestFile, "utf8") === manifest ? "fresh" : "stale";
}

function list(files: readonly string[]): string {
  const shown = files.slice(0, 5).map((each) => `'${each}'`);
  return shown.join(", ") + (files.length > shown.length ? ` and ${files.length - shown.length} more` : "");
}

function relative(file: string): string {
  return path.relative(process.cwd(), file).replaceAll("\\", "/");
}
