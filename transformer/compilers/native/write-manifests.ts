/**
 * Transform what the compiler wrote
 *
 *     export function A() { … }
 *     //# sourceMappingURL=flow.js.map
 *
 * Into
 *
 *     export function A() { … }
 *     export function $manifest() { return JSON.parse('{ … }'); }
 *     //# sourceMappingURL=flow.js.map
 *
 * and write the manifest as a file beside it. No line moves, so that source maps hold. What has its manifest
 * already, from an earlier build, is left as it is.
 */
import fs from "node:fs";
import { manifestFileOf, manifestOf } from "../../3-emit/manifest.js";
import { manifestText } from "../../3-emit/manifest-text.js";
import type { Dataflow } from "../../model.js";
import type { Syntax } from "../port.js";

/** The manifest files that were written. */
export function writeManifests(syntax: Syntax, dataflows: Iterable<Dataflow>, outputOf: (fileName: string) => string): string[] {
  const written: string[] = [];
  for (const dataflow of dataflows) {
    const output = outputOf(dataflow.file.fileName);
    if (dataflow.file.fileName.includes("/node_modules/") || !fs.existsSync(output)) continue;
    const manifestFile = manifestFileOf(output);
    const manifest = manifestText(manifestOf(syntax, dataflow, manifestFile));
    writeIfChanged(output, (text) => withManifest(text, manifest.line));
    if (writeIfChanged(manifestFile, () => manifest.file)) written.push(manifestFile);
  }
  return written;
}

function writeIfChanged(file: string, change: (text: string) => string): boolean {
  const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  const after = change(before);
  if (after !== before) fs.writeFileSync(file, after);
  return after !== before;
}

const FUNCTION = /^(?:export )?function \$manifest\(\) \{ return JSON\.parse\('(?:[^'\\]|\\.)*'\); \}\r?\n/m;
const EXPORT = " exports.$manifest = $manifest;";
/** What TypeScript opens a CommonJS module with, before anything of it runs. */
const COMMONJS = /^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);/m;

function withManifest(before: string, json: string): string {
  const text = before.replace(FUNCTION, "").replace(EXPORT, "");
  const newLine = text.includes("\r\n") ? "\r\n" : "\n";
  const isCommonJs = COMMONJS.test(text);
  const line = `${isCommonJs ? "" : "export "}function $manifest() { return JSON.parse('${escaped(json)}'); }${newLine}`;
  // Exported before the first line runs: a module may hand itself to a Builder at once.
  const exported = isCommonJs ? text.replace(COMMONJS, (opening) => opening + EXPORT) : text;
  const end = /(?:^|\r?\n)\/\/# sourceMappingURL=[^\r\n]*\s*$/.exec(exported)?.index ?? exported.length;
  const code = exported.slice(0, end);
  const mapping = exported.slice(end).replace(/^\r?\n/, "");
  return code + (code === "" || code.endsWith("\n") ? "" : newLine) + line + mapping;
}

/** For single quotes, in ASCII. */
function escaped(json: string): string {
  return json.replace(/['\\]/g, "\\$&").replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`);
}
