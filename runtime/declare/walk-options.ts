import type { FunctionVertex } from "../graph.js";
import type { OptionPath } from "../manifest.js";
import { declarationOf } from "./declared.js";
import { isStep } from "./step.js";

/** Goes on in the options of what has been found so far. */
const INTO = "~";

/** What stands at a path of the options that an export declares. */
export function walkOptions({ name: node, source }: Pick<FunctionVertex, "name" | "source">, exported: string, member: unknown, path: OptionPath): unknown {
  let value: unknown = optionsOf(member, 0);
  path.forEach((key, index) => {
    if (key === INTO) value = optionsOf(value, index);
    else if (value === null || value === undefined) throw new TypeError(`What '${exported}' declares in module '${source.manifest.module}' has no ${tell(index)}, and '${node}' is made of it. Compile the module again.`);
    else value = (value as Record<string | number, unknown>)[key];
  });
  return value;

  function optionsOf(declared: unknown, index: number): unknown {
    const declaration = declarationOf(declared);
    if (declaration !== undefined) return declaration.options;
    const what = index === 0 ? `'${exported}'` : `${tell(index)} of '${exported}'`;
    throw new TypeError(`Module '${source.manifest.module}' holds as ${what} nothing that node() or subdag() has made, and '${node}' takes what it declares. Put another node() in its place, or replace '${node}' itself: by a value in the config, or an override.`);
  }

  function tell(end: number): string {
    return `'${path.slice(0, end).join(".")}'`;
  }
}

/** The function at a path: what `node` or `step` was given, or the function that stands there itself. */
export function functionAt(vertex: FunctionVertex, exported: string, member: unknown, path: OptionPath | undefined): (...args: unknown[]) => unknown {
  const found = path === undefined ? member : walkOptions(vertex, exported, member, path);
  const fn = declarationOf(found)?.fn ?? (isStep(found) ? found.fn : found);
  if (typeof fn === "function") return fn as (...args: unknown[]) => unknown;
  const where = path === undefined ? "" : ` at '${path.join(".")}'`;
  throw new TypeError(`Module '${vertex.source.manifest.module}' holds no function under '${exported}'${where}, and '${vertex.name}' is computed by it.`);
}
