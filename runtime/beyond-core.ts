import { ArgumentError } from "./errors.js";
import type { Manifest } from "./manifest.js";
import { ownExport } from "./own-export.js";

/** What is said of what only the rest of icosian can do. */
export function isBeyond(why = ""): string {
  return `is beyond 'icosian/core'${why}. Import Builder from 'icosian'.`;
}

/** Throws that a method, or one of its options, is not there. */
export function beyondCore(method: string, option?: string): never {
  throw new ArgumentError(method, `'${option === undefined ? "" : `${option}' of '`}${method}' ${isBeyond()}`);
}

/** The first thing in a manifest that the core cannot do. */
export function beyondCoreIn({ nodes, inputs }: Manifest): string | undefined {
  const node = nodes.find((each) => ownExport(each) === undefined || each.when || each.otherwise || each.policies || each.parallel || each.dependencies.some(({ collect }) => collect));
  if (node !== undefined) return `node '${node.name}' is more than a plain function`;
  const input = inputs.find((each) => each.export !== undefined);
  return input && `input '${input.name}' is more than a parameter`;
}
