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
    if (type.of === "any" || type.of === "undefined") return type.of;
    if (type.of === "call") return `typeof result${indexOf.get(type.call)!}`;
    if (type.of === "list") return `(${typeText(type.in, fileName)})[]`;
    if (type.of === "item") return `NonNullable<NonNullable<${typeText(type.in, fileName)}>[${JSON.stringify(type.brand)}]>["item"]`;
    if (type.of === "tuple") return `[${type.elements.map((each) => typeText(each, fileName)).join(", ")}]`;
    if (type.of === "record") return `{ ${Object.entries(type.members).map(([name, each]) => `${JSON.stringify(name)}: ${typeText(each, fileName)}`).join("; ")} }`;
    if (type.of === "literal") return JSON.stringify(type.value);
    if (type.of === "member") return `NonNullable<${typeText(type.in, fileName)}>[${JSON.stringify(type.key)}]`;
    if (type.of === "element") return `NonNullable<${typeText(type.in, fileName)}>[number]`;
    if (type.of === "defined") return `Exclude<${typeText(type.in, fileName)}, undefined>`;
    const value = valueText(type, fileName);
    if (type.of === "value") return value;
    if (type.of === "entry") return `(${value} extends { readonly "~icosian"?: infer Each } ? (Each extends { name: infer Name; type: infer Type } ? (${JSON.stringify(type.name)} extends Name ? Type : never) : never) : never)`;
    if (type.of === "input") return `${value}["type"]`;
    if (type.of === "result") return `Awaited<ReturnType<${value}>>`;
    const parameter = `Parameters<${value}>[${type.index}]`;
    return type.property === undefined ? parameter : `NonNullable<${parameter}>[${JSON.stringify(type.property)}]`;
  }

  function valueText(value: NamedValue, fileName: string): string {
    if ("export" in value) return exportText(value.file.fileName, value.export, fileName);
    const copy = exportText(value.expression.getSourceFile().fileName, copies.get(value.expression)!, fileName);
    return value.member === undefined ? copy : `${copy}[${JSON.stringify(value.member)}]`;
  }
}

function exportText(file: string, name: string, from: string): string {
  const target = file.replace(/(?:\.d)?\.([cm]?)[jt]sx?$/, ".$1js");
  const relative = path.posix.relative(path.posix.dirname(from), target);
  const specifier = relative.startsWith(".") ? relative : `./${relative}`;
  return `(typeof import(${JSON.stringify(specifier)}))[${JSON.stringify(name)}]`;
}
