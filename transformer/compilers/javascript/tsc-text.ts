/** Transform the text of a compiler's library Into one that calls us where programs begin, and that can run a command line. */
import type ts from "typescript";

/** Where the changed text finds us. */
export const BRIDGE = Symbol.for("icosian.tsc");

/** What is called in the place of a function of the compiler's, with the function itself. */
export interface Bridge {
  createProgram(original: typeof ts.createProgram, given: unknown[]): ts.Program;
  getBuildInfo(original: (...given: unknown[]) => { readonly version: string } | undefined, given: unknown[]): unknown;
  getBuildInfoText(original: (info: { readonly version: string }) => string, given: [{ readonly version: string }]): string;
}

/** How each begins, in all versions; ts-patch renames the first. */
const FUNCTIONS = {
  createProgram: /^[ \t]*function createProgram\((?=_?rootNamesOrOptions, _options|\) \{ return tsp\.)/m,
  getBuildInfo: /^[ \t]*function getBuildInfo\((?=buildInfoFile\b)/m,
  getBuildInfoText: /^[ \t]*function getBuildInfoText\(/m,
} satisfies Record<keyof Bridge, RegExp>;

/**
 * `function createProgram(` becomes `function createProgram() { … }` which calls us, and the
 * beginning of the original under another name. All callers are within the text.
 */
export function withBridge(library: string): string {
  let text = library;
  for (const [name, pattern] of Object.entries(FUNCTIONS)) {
    const call = `function ${name}() { return globalThis[Symbol.for("icosian.tsc")].${name}(${name}BeforeIcosian, arguments); }`;
    text = text.replace(pattern, () => `${call}\nfunction ${name}BeforeIcosian(`);
  }
  return text;
}

/** Before TypeScript 5.5, only `tsc.js` has what reads a command line: its last part, which is joined on. */
export function withCommandLine(library: string, readTsc: () => string): string {
  if (library.includes("function executeCommandLine(")) return library;
  const tsc = readTsc();
  const isNamespace = /^ts\.executeCommandLine\(/m.test(tsc);
  const start = isNamespace ? /^\(function \(ts\) \{\s+var StatisticType;/m : /^\/\/ src\/executeCommandLine\/executeCommandLine\.ts$/m;
  const end = isNamespace ? /^ts\.executeCommandLine\(|^if \(ts\.Debug\.isDebugging\)/m : /^\/\/ src\/tsc\/tsc\.ts$/m;
  const part = tsc.slice(start.exec(tsc)!.index);
  const commandLine = part.slice(0, end.exec(part)!.index);
  // A namespace is open to whoever has it; a scope only to what stands within.
  if (isNamespace) return `${library}\n${commandLine}`;
  return library.replace(/^ {2}return require_typescript\(\);$/m, () => `  var library = require_typescript();\n${commandLine}\nlibrary.executeCommandLine = executeCommandLine;\nreturn library;`);
}
