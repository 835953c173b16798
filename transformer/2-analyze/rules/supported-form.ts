/** A node's dependencies have names, its types one signature, and its options are as they must be. */
import { finding } from "../../diagnostics/finding.js";
import { isToldByTypeScript } from "../told-by-typescript.js";
import type { Project } from "../../compilers/port.js";
import type { Declaration } from "../../model.js";
import type { Rule } from "./index.js";

export const supportedForm: Rule = ({ nodes, faults }, { project }) => [
  ...faults.filter((each) => !isToldByTypeScript(project, each)),
  ...nodes.filter(({ declared }) => declared.flaws.length > 0).flatMap(({ declared }) => declared.flaws.map(({ kind, place }) => finding(kind, { node: declared.name }, place))),
  ...nodes.filter(({ declared }) => declared.isTypedByContext && isOverloaded(project, declared)).map(({ declared }) => finding("overloads", { node: declared.name }, declared.place)),
];

/** By the type that was written around the function. */
function isOverloaded({ types }: Project, { holder }: Declaration): boolean {
  return types.callsOf(types.typeAt(holder)).length > 1;
}
