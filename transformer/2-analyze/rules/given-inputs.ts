/** A request gives each input that what it runs requires. */
import { placeOf } from "../../1-collect/place.js";
import type { Node } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowInput, FlowNode } from "../../model.js";
import type { Request } from "../request.js";
import type { RequestRule } from "./index.js";

export const givenInputs: RequestRule = (request) => {
  const { dataflow, call, finalVars, inputs, overrides, config, executed } = request;
  const given = [inputs, overrides, config];
  if (dataflow.leftOpen || given.some(({ isOpen }) => isOpen)) return [];
  const nodes = new Set(dataflow.nodes.map(({ name }) => name));
  const declared = dataflow.inputs.filter((each) => each.declared);
  const optionals = namesOf(declared.filter(({ optional, declared }) => optional || declared?.unreadable));
  const defaulted = namesOf(declared.filter(({ declared }) => declared?.hasDefault || declared?.unreadable));
  const isMissing = (name: string, unless: ReadonlySet<string>): boolean => !nodes.has(name) && !unless.has(name) && !given.some(({ values }) => values.has(name));
  const findings = new Map<string, Finding>();
  const report = (input: string, route: string, node: Node): void => {
    if (!findings.has(input)) findings.set(input, finding("missingInput", { input, route }, placeOf(node)));
  };
  for (const { name, node } of finalVars) {
    // What may be left out is no value to answer with.
    if (dataflow.inputs.some((input) => input.name === name) && isMissing(name, defaulted)) report(name, "it is asked for", node);
  }
  for (const [node] of executed) {
    for (const { name, optional, provided } of node.dependencies) {
      if (!optional && !provided && isMissing(name, optionals)) report(name, routeTo(node, name, executed), call.name);
    }
  }
  return [...findings.values()];
};

function namesOf(inputs: readonly FlowInput[]): ReadonlySet<string> {
  return new Set(inputs.map(({ name }) => name));
}

/** "'C' needs 'B', which needs input 'rate'". */
function routeTo(node: FlowNode, input: string, executed: Request["executed"]): string {
  const path: string[] = [];
  for (let each: FlowNode | undefined = node; each; each = executed.get(each)) path.unshift(each.name);
  const [first, ...rest] = [...path.map((name) => `'${name}'`), `input '${input}'`];
  return `${first} needs ${rest.join(", which needs ")}`;
}
