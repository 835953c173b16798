/** What a tsconfig says of plugins, references and options: the compiler's API leaves the plugins out. */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export interface Tsconfig {
  /** With those of what it extends. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  /** The tsconfigs that it references. */
  readonly references: readonly string[];
  /** Whether it has no files of its own, and merely references others. */
  readonly isSolution: boolean;
}

interface Json {
  readonly extends?: string | readonly string[];
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** As it is written, be it right or wrong. */
  readonly references?: unknown;
}

/** Of files that no project names. */
export const NO_CONFIG: Tsconfig = { compilerOptions: {}, references: [], isSolution: false };

/** What cannot be read says nothing: the compiler reports it. */
export function readTsconfig(file: string): Tsconfig {
  const json = parse(file);
  return {
    compilerOptions: optionsOf(file, json, new Set([file])),
    isSolution: json.files?.length === 0 && json.include === undefined,
    references: referencesIn(json).map((each) => referencedFile(path.resolve(path.dirname(file), each))),
  };
}

/** The paths that are there: to what else is written the compiler objects. */
function referencesIn({ references }: Json): string[] {
  const all: readonly unknown[] = Array.isArray(references) ? references : [];
  return all.flatMap((each) => {
    const { path: place } = (each ?? {}) as { readonly path?: unknown };
    return typeof place === "string" ? place : [];
  });
}

/** As TypeScript has it, be there such a file or not. */
function referencedFile(place: string): string {
  return place.endsWith(".json") ? place : path.join(place, "tsconfig.json");
}

/** A folder stands for its `tsconfig.json`. */
export function configFileAt(place: string): string {
  return fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ? path.join(place, "tsconfig.json") : place;
}

function optionsOf(file: string, json: Json, seen: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const bases = [json.extends ?? []].flat().flatMap((name) => baseFile(file, name) ?? []);
  const inherited = bases.filter((base) => !seen.has(base)).map((base) => optionsOf(base, parse(base), new Set([...seen, base])));
  return Object.assign({}, ...inherited, json.compilerOptions) as Readonly<Record<string, unknown>>;
}

function baseFile(from: string, name: string): string | undefined {
  if (/^(?:\.{1,2}\/|\/|[a-z]:)/i.test(name)) {
    const file = path.resolve(path.dirname(from), name);
    return [file, `${file}.json`].find((each) => fs.statSync(each, { throwIfNoEntry: false })?.isFile());
  }
  const { resolve } = createRequire(from);
  for (const each of [name, `${name}.json`, `${name}/tsconfig.json`]) {
    try {
      return resolve(each);
    } catch {
      // The next spelling may be it.
    }
  }
  return undefined;
}

function parse(file: string): Json {
  try {
    return (JSON.parse(withoutComments(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""))) as Json | null) ?? {};
  } catch {
    return {};
  }
}

/** JSON with comments and commas before closing brackets Into JSON; strings are left as they are. */
function withoutComments(text: string): string {
  const bare = text.replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[^]*?\*\//g, (_, string: string | undefined) => string ?? "");
  return bare.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? "");
}
