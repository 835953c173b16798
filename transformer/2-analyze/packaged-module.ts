/** What a module of a compiled package has: its types from the declarations, which of them are nodes from the manifest beside them. */
import type { Project, SourceFile } from "../compilers/port.js";
import type { Manifest } from "../../runtime/manifest.js";
import { declaredParts } from "./dataflow.js";
import { packagedInputs } from "./packaged-inputs.js";
import { packagedNodes } from "./packaged-nodes.js";
import type { Schemas } from "./schema.js";
import type { Unfolded } from "./unfolded.js";

/** `"missing"` where JavaScript stands without a manifest; undefined where there is neither, and nothing is known. */
export function packagedModule(project: Project, schemas: Schemas, file: SourceFile): Unfolded | "missing" | undefined {
  const stem = file.fileName.replace(/\.d\.[cm]?ts$/, "");
  const manifest = readManifest(project.readFile(`${stem}.manifest.json`));
  if (!manifest) return [".js", ".mjs", ".cjs"].some((extension) => project.fileExists(stem + extension)) ? "missing" : undefined;
  const { nodes, declaredInputs } = declaredParts(project, schemas, file, () => undefined);
  const names = new Set(manifest.nodes.map(({ name }) => name));
  const plain = nodes.filter(({ name }) => names.has(name));
  const made = packagedNodes(project, schemas, file, manifest, new Set(plain.map(({ name }) => name)));
  // A declaration file does not tell whether there is a default.
  const defaults = new Set(manifest.inputs.filter(({ hasDefault }) => hasDefault).map(({ name }) => name));
  const all = [...declaredInputs, ...packagedInputs(project, file, manifest)];
  return { nodes: [...plain, ...made], declaredInputs: all.map((each) => ({ ...each, hasDefault: defaults.has(each.name) })) };
}

function readManifest(text: string | undefined): Manifest | undefined {
  try {
    const manifest = JSON.parse(text ?? "") as Partial<Manifest>;
    return Array.isArray(manifest.nodes) && Array.isArray(manifest.inputs) ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
