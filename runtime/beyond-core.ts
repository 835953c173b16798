import { ArgumentError } from "./errors.js";
import { features } from "./features.js";
import type { Manifest } from "./manifest.js";
import { ownExport } from "./own-export.js";

/** What is wrong with something that only the rest of icosian can do, and what to do about it. */
export function tellBeyond(subject: string, why = ""): string {
  return `${subject} is beyond 'icosian/core'${why}. Import Builder from 'icosian' instead.`;
}

/** Throws that a method, or one of its options, is not there. */
export function beyondCore(method: string, option?: string): never {
  throw new ArgumentError(method, tellBeyond(`'${option === undefined ? "" : `${option}' of '`}${method}'`));
}

/** The first thing in a manifest that the core cannot do, unless the rest of icosian is there. */
export function beyondCoreIn({ nodes, inputs }: Manifest): string | undefined {
  if (features.blocks && features.declarations && features.governance) return undefined;
  for (const node of nodes) {
    if (node.parallel || node.dependencies.some(({ collect }) => collect)) return `node '${node.name}' opens a block or collects one`;
    if (ownExport(node) === undefined || node.when || node.otherwise || node.policies) return `node '${node.name}' is declared by node() or subdag()`;
  }
  const declared = inputs.find((input) => input.export !== undefined);
  return declared && `input '${declared.name}' is declared by input()`;
}
