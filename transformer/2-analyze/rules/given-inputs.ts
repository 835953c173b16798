/** A request gives each input that what it runs requires. */
import { placeOf } from "../../1-collect/place.js";
import type { Node } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import { nearest } from "../../diagnostics/suggestion.js";
import type { Consumer, Finding, FlowInput, FlowNode } from "../../model.js";
import { lostVariants } from "../lost-variants.js";
import { namesIn } from "../names.js";
import type { Request } from "../request.js";
import type { RequestRule } from "./index.js";

export const givenInputs: RequestRule = (request) => {
  const { dataflow, leftOut, call, finalVars, inputs, overrides, config, executed } = request;
  const given = [inputs, overrides, config];
  if (dataflow.leftOpen || given.some(({ isOpen }) => isOpen)) return [];
  const { nodes, inputs: flowInputs } = namesIn(dataflow);
  const isMissing = (name: string, unless: (input: FlowInput) => boolean): boolean => {
    const input = flowInputs.get(name);
    return !nodes.has(name) && !(input && unless(input)) && !given.some(({ values }) => values.has(name));
  };
  const findings = new Map<string, Finding>();
  const report = (input: string, route: string, node: Node, consumer?: Consumer): void => {
    if (findings.has(input)) return;
    const suggestion = lostVariants(leftOut, input) ?? `Give it in 'inputs'${unlessMeant(input, consumer)}.`;
    const related = consumer ? [finding("alsoNeededHere", { node: consumer.node.name }, consumer.dependency.place)] : [];
    findings.set(input, finding("missingInput", { input, route, suggestion }, placeOf(node), { related }));
  };
  // A name that the node takes as well is another one.
  const unlessMeant = (input: string, consumer: Consumer | undefined): string => {
    const others = [...nodes, ...flowInputs.keys()].filter((each) => !isMissing(each, mayBeLeftOut));
    const taken = new Set(consumer && [consumer.node.name, ...consumer.node.dependencies.map(({ name }) => name)]);
    const near = consumer && nearest(input, others.filter((each) => !taken.has(each)));
    return near === undefined ? "" : `, unless you mean '${near}'`;
  };
  for (const { name, node } of finalVars) {
    // What may be left out is no value to answer with.
    if (flowInputs.has(name) && isMissing(name, hasDefault)) report(name, "it is asked for", node);
  }
  for (const [node] of executed) {
    for (const dependency of node.dependencies) {
      const { name, optional, provided } = dependency;
      if (!optional && !provided && isMissing(name, mayBeLeftOut)) report(name, routeTo(node, name, executed), call.name, { node, dependency });
    }
  }
  return [...findings.values()];
};

/** By its declaration; of one without, each of its consumers tells. */
function mayBeLeftOut({ optional, declared }: FlowInput): boolean {
  return declared !== undefined && (optional || declared.unreadable !== undefined);
}

function hasDefault({ declared }: FlowInput): boolean {
  return declared !== undefined && (declared.hasDefault || declared.unreadable !== undefined);
}

/** "'C' needs 'B', which needs input 'rate'". */
function routeTo(node: FlowNode, input: string, executed: Request["executed"]): string {
  const path: string[] = [];
  for (let each: FlowNode | undefined = node; each; each = executed.get(each)) path.unshift(each.name);
  const [first, ...rest] = [...path.map((name) => `'${name}'`), `input '${input}'`];
  return `${first} needs ${rest.join(", which needs ")}`;
}
