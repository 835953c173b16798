/** A compiled package's dataflow: its types from the declarations, which of them are nodes from the manifest beside them. */
import type { Project, SourceFile } from "../compilers/port.js";
import type { Dataflow } from "../model.js";
import { dataflowOf } from "./dataflow.js";
import type { Schemas } from "./schema.js";

/** `"missing"` where JavaScript stands without a manifest; undefined where there is neither, and nothing is known. */
export function packagedDataflow(project: Project, schemas: Schemas, file: SourceFile): Dataflow | "missing" | undefined {
  const stem = file.fileName.replace(/\.d\.[cm]?ts$/, "");
  const names = nodeNames(project.readFile(`${stem}.manifest.json`));
  if (!names) return [".js", ".mjs", ".cjs"].some((extension) => project.fileExists(stem + extension)) ? "missing" : undefined;
  const { nodes, ...dataflow } = dataflowOf(project, schemas, file);
  return { ...dataflow, nodes: nodes.filter(({ name }) => names.has(name)) };
}

function nodeNames(manifest: string | undefined): ReadonlySet<string> | undefined {
  try {
    const { nodes } = JSON.parse(manifest ?? "") as { nodes: { name: string }[] };
    return new Set(nodes.map(({ name }) => name));
  } catch {
    return undefined;
  }
}
