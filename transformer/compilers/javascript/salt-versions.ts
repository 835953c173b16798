/**
 * A builder writes a file anew when its version has changed. A dataflow module's output also depends on
 * this plugin, and on the files that its re-exported nodes stand in: both are put into its version.
 */
import { createHash } from "node:crypto";
import type ts from "typescript";
import type { Project } from "../port.js";

const MARK = "+icosian-";

type VersionedFile = ts.SourceFile & { version?: string };

export function saltVersions(project: Project, modules: () => Iterable<ts.SourceFile>, pluginVersion: string): void {
  // Only a builder's files have versions.
  if (!project.files.some((file: VersionedFile) => file.version !== undefined)) return;
  for (const salted of modules() as Iterable<VersionedFile>) {
    const hash = createHash("sha256").update(pluginVersion);
    for (const { declarations } of project.exportsOf(salted)) {
      for (const declaration of declarations) {
        const from: VersionedFile = declaration.getSourceFile();
        if (from !== salted) hash.update(bare(from.version));
      }
    }
    salted.version = bare(salted.version) + MARK + hash.digest("hex").slice(0, 16);
  }
}

/** A watcher hands the same file to one program after the other. */
function bare(version = ""): string {
  return version.split(MARK, 1)[0]!;
}
