import type { NodeFunction } from "../call-step.js";
import { describeValue } from "../schemas/describe.js";
import type { FunctionVertex } from "../graph.js";
import type { FieldOperation } from "../manifest.js";
import { readProperty } from "../own-property.js";
import { walkOptions } from "./walk-options.js";
import { watchExport } from "./watch-export.js";

/** Transform a field, an element or a column Into a function of the value that holds it. `undefined` is missing. */
export function compileField(vertex: FunctionVertex, { of, key, fill }: FieldOperation): NodeFunction {
  const whole = vertex.node.dependencies[0]!.name;
  if (fill === undefined) return reader((where) => missing(`${where}. Return it, or say in 'fillWith' what stands in its place`));
  return watchExport(vertex.source, fill.export, (member) => {
    const value = walkOptions(vertex, fill.export, member, fill.path);
    return reader(() => value);
  });

  function reader(lacking: (where: string) => unknown): NodeFunction {
    if (of !== "rows") return (value) => readPart(value, `'${whole}'`, lacking);
    return (rows) => {
      if (!Array.isArray(rows)) return missing(`'${whole}' is not a list of records, but ${describeValue(rows)}`);
      return rows.map((row: unknown, index) => readPart(row, `'${whole}[${index}]'`, lacking));
    };
  }

  function readPart(holder: unknown, where: string, lacking: (where: string) => unknown): unknown {
    const part = holder === null || holder === undefined ? undefined : readProperty(Object(holder) as object, String(key));
    if (part !== undefined) return part;
    return lacking(`${where} has no ${of === "tuple" ? `element ${key}` : of === "rows" ? `column '${key}'` : `field '${key}'`}`);
  }
}

function missing(message: string): never {
  throw new TypeError(`${message}.`);
}
