/** How text of ours names the project's values and types. Where an expression has no name, a copy of it gets one. */
import path from "node:path";
import type { Node } from "./port.js";
import type { NamedValue, ProbeQuestions, TypePath } from "./questions.js";

export interface Naming {
  /** The names of the copies, each to be exported by the file of its expression. */
  readonly copies: ReadonlyMap<Node, string>;
  /** A type as text that stands in a file. */
  typeText(type: TypePath, fileName: string): string;
  /** The type of a value, as such. */
  valueText(value: NamedValue, fileName: string): string;
}

export function createNaming({ calls, assignments, intersections, fits }: ProbeQuestions): Naming {
  const copies = new Map<Node, string>();
  const indexOf = new Map(calls.map((call, index) => [call, index]));
  for (const call of calls) note(call.fn, ...call.arguments.map(({ type }) => type));
  note(...assignments.flatMap(({ from, to }) => [from, to]), ...intersections.flat(), ...fits.flatMap(({ to }) => to));
  return { copies, typeText, valueText };

  function note(...values: readonly (TypePath | NamedValue)[]): void {
    for (const each of values) {
      if ("expression" in each && !copies.has(each.expression)) copies.set(each.expression, `__icosian_copy_${copies.size}`);
      if ("in" in each) note(each.in);
      if ("elements" in each) note(...each.elements);
      if ("members" in each) note(...Object.values(each.members));
    }
  }

  function typeText(type: TypePath, fileName: string): string {
    const within = (inner: TypePath): string => typeText(inner, fileName);
    switch (type.of) {
      case "any":
      case "undefined":
        return type.of;
      case "call":
        return `typeof result${indexOf.get(type.call)!}`;
      case "list":
        return `(${within(type.in)})[]`;
      case "item":
        return `NonNullable<NonNullable<${within(type.in)}>[${JSON.stringify(type.brand)}]>["item"]`;
      case "tuple":
        return `[${type.elements.map(within).join(", ")}]`;
      case "record":
        return `{ ${Object.entries(type.members).map(([name, each]) => `${JSON.stringify(name)}: ${within(each)}`).join("; ")} }`;
      case "literal":
        return JSON.stringify(type.value);
      case "member":
        return `NonNullable<${within(type.in)}>[${JSON.stringify(type.key)}]`;
      case "element":
        return `NonNullable<${within(type.in)}>[number]`;
      case "defined":
        return `Exclude<${within(type.in)}, undefined>`;
      case "value":
        return valueText(type, fileName);
      case "entry":
        return entryText(valueText(type, fileName), type.name);
      case "input":
        return `${valueText(type, fileName)}["type"]`;
      case "result":
        return `Awaited<ReturnType<${valueText(type, fileName)}>>`;
      case "parameter": {
        const parameter = `Parameters<${valueText(type, fileName)}>[${type.index}]`;
        return type.property === undefined ? parameter : `NonNullable<${parameter}>[${JSON.stringify(type.property)}]`;
      }
    }
  }

  function valueText(value: NamedValue, fileName: string): string {
    if ("export" in value) return exportText(value.file.fileName, value.export, fileName);
    const copy = exportText(value.expression.getSourceFile().fileName, copies.get(value.expression)!, fileName);
    return value.member === undefined ? copy : `${copy}[${JSON.stringify(value.member)}]`;
  }
}

/** What a declaration's type says of one of its nodes. */
function entryText(declaration: string, name: string): string {
  return `(${declaration} extends { readonly "~icosian"?: infer Each } ? (Each extends { name: infer Name; type: infer Type } ? (${JSON.stringify(name)} extends Name ? Type : never) : never) : never)`;
}

function exportText(file: string, name: string, from: string): string {
  const target = file.replace(/(?:\.d)?\.([cm]?)[jt]sx?$/, ".$1js");
  const relative = path.posix.relative(path.posix.dirname(from), target);
  const specifier = relative.startsWith(".") ? relative : `./${relative}`;
  return `(typeof import(${JSON.stringify(specifier)}))[${JSON.stringify(name)}]`;
}
