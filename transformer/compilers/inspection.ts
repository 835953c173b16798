/** One project, looked at without building it: what its own compiler and our analysis say. */
import type { Finding } from "../model.js";

export interface Inspect {
  /** The folder of the project's own package `typescript`. */
  readonly typescriptFolder: string;
  readonly tsconfig: string;
}

export interface Inspection {
  /** Our entry in `plugins` of the tsconfig, or of one that it extends. */
  readonly entry: object | undefined;
  /** The tsconfigs that it references. */
  readonly references: readonly string[];
  readonly findings: readonly Finding[];
  /** How many errors TypeScript itself has. While there are any, ours may not be all. */
  readonly typescriptErrors: number;
  readonly modules: readonly InspectedModule[];
}

/** A dataflow module, and what a build writes for it; nothing where the project emits no JavaScript. */
export interface InspectedModule {
  readonly source: string;
  readonly output?: { readonly file: string; readonly manifestFile: string; readonly manifest: string };
}

/** The tsconfig cannot be read, in TypeScript's own words. */
export class UnreadableConfig extends Error {}
