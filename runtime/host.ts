/**
 * The system that we run on, if it has one. Asked for by name and at run time, so that no bundler for browsers
 * meets a `node:` import.
 */
export interface Host {
  readonly files: FileSystem;
  readonly paths: { dirname(path: string): string; join(...parts: string[]): string };
  /** Finds a package's file as our own `require` would. */
  resolve(specifier: string): string;
  /** Loads a CommonJS package likewise, at once. */
  load(specifier: string): unknown;
}

export interface FileSystem {
  mkdir(path: string): Promise<unknown>;
  writeFile(path: string, data: string | Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
}

interface Process {
  getBuiltinModule?(name: "node:fs/promises"): FileSystem | undefined;
  getBuiltinModule?(name: "node:path"): Host["paths"] | undefined;
  getBuiltinModule?(name: "node:module"): { createRequire(from: string): Require } | undefined;
  cwd(): string;
}

interface Require {
  (specifier: string): unknown;
  resolve(specifier: string): string;
}

/** `undefined` in browsers and workers. */
export function findHost(): Host | undefined {
  const process = (globalThis as { process?: Process }).process;
  const files = process?.getBuiltinModule?.("node:fs/promises");
  const paths = process?.getBuiltinModule?.("node:path");
  const modules = process?.getBuiltinModule?.("node:module");
  if (process === undefined || files === undefined || paths === undefined || modules === undefined) return undefined;
  return { files, paths, resolve: (specifier) => seek((require) => require.resolve(specifier)), load: (specifier) => seek((require) => require(specifier)) };

  function seek<Found>(find: (require: Require) => Found): Found {
    try {
      return find(modules!.createRequire(ownPath()));
    } catch {
      return find(modules!.createRequire(paths!.join(process!.cwd(), "index.js"))); // when we are bundled
    }
  }
}

/** In the CommonJS build only. */
declare const __filename: string | undefined;

/**
 * This file's path or URL. The one source is built for both module systems: `import.meta` would not parse in the
 * CommonJS build. Throws where a bundler has left a `__filename` that is none.
 */
function ownPath(): string {
  if (typeof __filename === "string") return __filename;
  return /(file:\/\/[^\s()]+?|(?:\/|[A-Za-z]:[\\/])[^()\n]+?):\d+:\d+/.exec(new Error().stack ?? "")![1]!;
}
