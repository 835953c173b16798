/**
 * A builder checks and writes a file anew when its version has changed. Ours hangs on more than the file's
 * text: a dataflow module's output on this plugin and on the files that its re-exported nodes stand in; and what
 * is wrong in it, on every file that a composition reaches. So these go into its version.
 */
import { createHash } from "node:crypto";
import type ts from "typescript";
import { mentionsDrivers } from "../../1-collect/chain-calls.js";
import type { Project } from "../port.js";

const MARK = "+icosian-";

type VersionedFile = ts.SourceFile & { version?: string };

export interface Salting {
  readonly project: Project;
  readonly modules: () => ReadonlySet<ts.SourceFile>;
  readonly pluginVersion: string;
  /** Whether the builder asks for our errors anew each time, as one with a .tsbuildinfo does: then only output counts. */
  readonly asksAnew: boolean;
}

export function saltVersions({ project, modules: findModules, pluginVersion, asksAnew }: Salting): void {
  const files: readonly VersionedFile[] = project.files;
  // Only a builder's files have versions.
  if (!files.some(({ version }) => version !== undefined)) return;

  const modules = findModules();
  const everything = asksAnew ? "" : files.map(({ version }) => bare(version)).join();
  for (const file of files) {
    if (modules.has(file)) salt(file, pluginVersion, everything, ...reExportedVersions(file));
    else if (!asksAnew && !file.isDeclarationFile && mentionsDrivers(file)) salt(file, everything);
  }

  function reExportedVersions(module: VersionedFile): string[] {
    const origins = project.exportsOf(module).flatMap(({ declarations }) => declarations.map((each): VersionedFile => each.getSourceFile()));
    return origins.filter((origin) => origin !== module).map(({ version }) => bare(version));
  }
}

function salt(file: VersionedFile, ...reasons: readonly string[]): void {
  const hash = createHash("sha256").update(reasons.join());
  file.version = bare(file.version) + MARK + hash.digest("hex").slice(0, 16);
}

/** A watcher hands the same file to one program after the other. */
function bare(version = ""): string {
  return version.split(MARK, 1)[0]!;
}
