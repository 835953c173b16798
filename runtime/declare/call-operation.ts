import type { NodeFunction } from "../call-step.js";
import type { FunctionVertex } from "../graph.js";
import type { Argument, CallOperation } from "../manifest.js";
import { setOwn } from "../own-property.js";
import { functionAt, walkOptions } from "./walk-options.js";
import { watchExport } from "./watch-export.js";

/** Transform a call with what it is given Into a function of the dependencies' values. */
export function compileCall(vertex: FunctionVertex, { export: name, path, arguments: list, keys }: CallOperation): NodeFunction {
  return watchExport(vertex.source, name, (member) => {
    const fn = functionAt(vertex, name, member, path);
    if (list === undefined) return fn;
    const parts = list.map(compileArgument);
    if (keys === undefined) return (...values) => fn(...parts.map((part) => part(values)));
    const isOptional = list.map((argument) => "dependency" in argument && vertex.node.dependencies[argument.dependency]!.optional);
    return (...values) => {
      const argument = {};
      parts.forEach((part, index) => {
        const value = part(values);
        // A key that nothing provides is left out of the object.
        if (value !== undefined || !isOptional[index]) setOwn(argument, keys[index]!, value);
      });
      return fn(argument);
    };

    function compileArgument(argument: Argument): (values: readonly unknown[]) => unknown {
      if ("dependency" in argument) return (values) => values[argument.dependency];
      if ("value" in argument) {
        const value = walkOptions(vertex, name, member, argument.value);
        return () => value;
      }
      if ("list" in argument) {
        const members = argument.list.map(compileArgument);
        return (values) => members.map((each) => each(values));
      }
      const members = Object.entries(argument.record).map(([key, each]) => [key, compileArgument(each)] as const);
      return (values) => {
        const record = {};
        for (const [key, each] of members) setOwn(record, key, each(values));
        return record;
      };
    }
  });
}
