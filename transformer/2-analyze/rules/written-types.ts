/** No node's type is an `any` that nobody wrote. */
import { finding } from "../../diagnostics/finding.js";
import { isJavaScript } from "../../compilers/is-java-script.js";
import type { Project, Type } from "../../compilers/port.js";
import type { Finding, FlowNode } from "../../model.js";
import type { Rule } from "./index.js";

export const writtenTypes: Rule = ({ nodes }, { project }) => nodes.flatMap((node) => untyped(node, project));

function untyped(node: FlowNode, { types, noImplicitAny, errorsIn }: Project): Finding[] {
  const { declared, name, type, dependencies } = node;
  const { file } = declared.place;
  const findings: Finding[] = [];
  const isUnwritten = (each: Type): boolean => types.isAny(each) && !types.isError(each);
  if (isJavaScript(file)) return findings;
  // A step results in what its own function does.
  const isOwn = (): boolean => node.compute.op === "call" && types.isAny(types.awaited(types.signatureOf(declared.holder, declared.fn).returnType));
  if (declared.fn.type === undefined && !declared.isTypedByContext && isUnwritten(type) && isOwn()) {
    findings.push(finding("untypedReturn", { node: name }, declared.place));
  }
  // With `noImplicitAny`, TypeScript reports these itself.
  for (const { parameter, type } of noImplicitAny ? [] : dependencies) {
    if (parameter && !parameter.isTyped && isUnwritten(type)) findings.push(finding("untypedParameter", { parameter: parameter.name, node: name }, parameter.place));
  }
  // An `any` may come from what TypeScript could not resolve, and has reported.
  return findings.length > 0 && errorsIn(file).length > 0 ? [] : findings;
}
