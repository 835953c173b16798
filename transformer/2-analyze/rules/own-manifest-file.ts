/** No two dataflow modules share a manifest: it is named after the file without its last extension. */
import path from "node:path";
import { finding } from "../../diagnostics/finding.js";
import type { Rule } from "./index.js";

export const ownManifestFile: Rule = ({ file }, { dataflows }) => {
  const stem = stemOf(file.fileName);
  const [first] = [...dataflows.keys()].filter((each) => stemOf(each.fileName) === stem);
  if (!first || first === file) return [];
  const data = {
    file: path.posix.basename(file.fileName),
    other: path.posix.basename(first.fileName),
    manifest: `${path.posix.basename(stem)}.manifest.json`,
  };
  return [finding("sharedManifest", data, { file, start: 0, length: 0 })];
};

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^./]+$/, "");
}
