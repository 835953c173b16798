/** No two dataflow modules share a manifest: it is named after the file without its last extension. */
import path from "node:path";
import type { SourceFile } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import type { Rule } from "./index.js";

export const ownManifestFile: Rule = ({ file }, { dataflows }) => {
  const stem = stemOf(file);
  const first = firstByStem(dataflows).get(stem);
  if (!first || first === file) return [];
  const data = {
    file: path.posix.basename(file.fileName),
    other: path.posix.basename(first.fileName),
    manifest: `${path.posix.basename(stem)}.manifest.json`,
  };
  return [finding("sharedManifest", data, { file, start: 0, length: 0 })];
};

/** Each module asks of all. */
const known = new WeakMap<object, ReadonlyMap<string, SourceFile>>();

function firstByStem(dataflows: ReadonlyMap<SourceFile, unknown>): ReadonlyMap<string, SourceFile> {
  let first = known.get(dataflows);
  // Of those with one stem, the first comes last.
  if (!first) known.set(dataflows, (first = new Map([...dataflows.keys()].reverse().map((file) => [stemOf(file), file]))));
  return first;
}

function stemOf({ fileName }: SourceFile): string {
  return fileName.replace(/\.[^./]+$/, "");
}
