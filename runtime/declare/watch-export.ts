import type { NodeFunction } from "../call-step.js";
import type { Source } from "../graph.js";

/**
 * A function that is made of what a module holds under a name. A namespace holds the same for ever;
 * any other object may be given another, by a spy for one, and the function is then made anew.
 */
export function watchExport({ module, isNamespace }: Source, name: string, make: (member: unknown) => NodeFunction): NodeFunction {
  let member = module[name];
  let made = make(member);
  if (isNamespace) return made;
  return (...values) => {
    const current = module[name];
    if (current !== member) {
      made = make(current);
      member = current;
    }
    return made(...values);
  };
}
