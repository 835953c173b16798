/** Transform an `execute(…)` or its like, on a driver whose composition is known, Into what it asks and gives. */
import type { ChainCall } from "../1-collect/chain-calls.js";
import { QUESTIONS } from "../1-collect/questions.js";
import { unasserted } from "../1-collect/unasserted.js";
import type { Node, Project } from "../compilers/port.js";
import type { FlowNode } from "../model.js";
import type { Composed } from "./composed.js";
import { type Given, givenOf, merged, NOTHING } from "./given.js";
import { isAlways, singles } from "./variants.js";

export interface Request extends Composed {
  readonly call: ChainCall;
  readonly finalVars: readonly FinalVar[];
  optionAt(...path: readonly string[]): Given;
  readonly inputs: Given;
  readonly overrides: Given;
  readonly config: Given;
  /** What runs for certain, each with the node that asks for it: `undefined` for a final var. */
  readonly executed: ReadonlyMap<FlowNode, FlowNode | undefined>;
}

export interface FinalVar {
  readonly name: string;
  readonly node: Node;
}

export function requestOf(project: Project, composed: Composed, call: ChainCall): Request {
  const { finalVars, options } = askedBy(project, call);
  const optionAt = optionsOf(project, options);
  const [inputs, overrides] = [optionAt("inputs"), optionAt("overrides")];
  const config = merged(composed.composition.configs.map((each) => givenOf(project, each)));
  return { ...composed, call, finalVars, optionAt, inputs, overrides, config, executed: executedOf(composed, finalVars, [overrides, config]) };
}

function askedBy(project: Project, { method, arguments: given }: ChainCall): { finalVars: FinalVar[]; options: Node | undefined } {
  const { names, options = -1 } = Object.hasOwn(QUESTIONS, method) ? QUESTIONS[method]! : RUN;
  const finalVars = names === "list" ? given.slice(0, 1).flatMap((list) => finalVarsOf(project, list)) : literalsIn(project, names === "two" ? given.slice(0, 2) : given);
  return { finalVars, options: given[options] };
}

const RUN = { names: "list", options: 1 } as const;

/** The names that are asked for whatever happens; of a list whose length its type does not tell, none. */
function finalVarsOf(project: Project, names: Node): FinalVar[] {
  const { syntax, types } = project;
  const list = unasserted(syntax, names);
  if (syntax.isArrayLiteralExpression(list)) return literalsIn(project, list.elements);
  const shape = types.shapeOf(types.typeAt(names));
  if (shape.kind !== "tuple") return [];
  return shape.elements.flatMap(({ type, kind }) => {
    const element = types.shapeOf(type);
    return kind === "required" && element.kind === "literal" ? { name: String(element.value), node: names } : [];
  });
}

function literalsIn({ syntax }: Project, names: readonly Node[]): FinalVar[] {
  return names.map((each) => unasserted(syntax, each)).flatMap((each) => (syntax.isStringLiteralLike(each) ? { name: each.text, node: each } : []));
}

/** What stands at a path of the options; where the text does not show it, their types do not tell either. */
function optionsOf(project: Project, options: Node | undefined): Request["optionAt"] {
  const whole = givenOf(project, options);
  return (...path) => path.reduce((given, name) => optionIn(project, given, name), whole);
}

function optionIn(project: Project, { values, isOpen }: Given, name: string): Given {
  const value = values.get(name);
  if (!value) return isOpen ? { values: new Map(), isOpen } : NOTHING;
  const { expression, path } = value.source;
  const given = path.length === 0 ? givenOf(project, expression) : givenOf(project, value.node, value);
  return value.isCertain ? given : { ...given, isOpen: true };
}

/** Goes up from the final vars; what an override or config may stand in for is not gone through. */
function executedOf({ dataflow, replaced, blocks }: Composed, finalVars: readonly FinalVar[], standIns: readonly Given[]): Request["executed"] {
  const executed = new Map<FlowNode, FlowNode | undefined>();
  if (standIns.some(({ isOpen }) => isOpen)) return executed;
  const byName = singles(dataflow.nodes);
  const reach = (name: string, asker: FlowNode | undefined): void => {
    const node = byName.get(name);
    if (node && isAlways(node) && !executed.has(node) && !standIns.some(({ values }) => values.has(name))) executed.set(node, asker);
  };
  for (const { name } of finalVars) reach(name, undefined);
  // A Map goes on to what is added while it is gone through.
  for (const [node] of executed) {
    for (const { name, provided, collect } of node.dependencies) {
      if (provided) continue;
      reach(name, node);
      // How many there are to collect, the node tells that opens the block.
      const collected = collect && (byName.get(name) ?? replaced.find((each) => each.name === name));
      const block = collected && (collected.parallel ? collected : blocks.of.get(collected));
      if (block) reach(block.name, node);
    }
  }
  return executed;
}
