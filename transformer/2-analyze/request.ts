/** Transform an `execute(…)` or its like, on a driver whose composition is known, Into what it asks and gives. */
import type { ChainCall } from "../1-collect/chain-calls.js";
import { unasserted } from "../1-collect/unasserted.js";
import type { Node, Project } from "../compilers/port.js";
import type { FlowNode } from "../model.js";
import type { Composed } from "./composed.js";
import { type Given, givenOf, merged, NOTHING } from "./given.js";
import { isAlways, singles } from "./variants.js";

export interface Request extends Composed {
  readonly call: ChainCall;
  readonly finalVars: readonly FinalVar[];
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
  const [names, options] = call.arguments;
  const finalVars = names ? finalVarsOf(project, names) : [];
  const { inputs, overrides } = optionsOf(project, options);
  const config = merged(composed.composition.configs.map((each) => givenOf(project, each)));
  return { ...composed, call, finalVars, inputs, overrides, config, executed: executedOf(composed, finalVars, [overrides, config]) };
}

/** The names that are asked for whatever happens; of a list whose length its type does not tell, none. */
function finalVarsOf({ syntax, types }: Project, names: Node): FinalVar[] {
  const list = unasserted(syntax, names);
  if (syntax.isArrayLiteralExpression(list)) {
    return list.elements.map((each) => unasserted(syntax, each)).flatMap((each) => (syntax.isStringLiteralLike(each) ? { name: each.text, node: each } : []));
  }
  const shape = types.shapeOf(types.typeAt(names));
  if (shape.kind !== "tuple") return [];
  return shape.elements.flatMap(({ type, kind }) => {
    const element = types.shapeOf(type);
    return kind === "required" && element.kind === "literal" ? { name: String(element.value), node: names } : [];
  });
}

/** The options that a request is judged by; where the text does not show them, their types do not tell either. */
function optionsOf(project: Project, options: Node | undefined): { inputs: Given; overrides: Given } {
  const { values, isOpen } = givenOf(project, options);
  const unknown: Given = { values: new Map(), isOpen: true };
  const read = (name: string): Given => {
    const value = values.get(name);
    if (!value) return isOpen ? unknown : NOTHING;
    const { expression, path } = value.source;
    const given = path.length === 0 ? givenOf(project, expression) : givenOf(project, value.node, value);
    return value.isCertain ? given : { ...given, isOpen: true };
  };
  return { inputs: read("inputs"), overrides: read("overrides") };
}

/** Goes up from the final vars; what an override or config may stand in for is not gone through. */
function executedOf({ dataflow, replaced, blocks }: Composed, finalVars: readonly FinalVar[], standIns: readonly Given[]): Request["executed"] {
  const executed = new Map<FlowNode, FlowNode | undefined>();
  if (standIns.some(({ isOpen }) => isOpen)) return executed;
  const byName = singles(dataflow.nodes);
  const known = new Map([...byName, ...replaced.map((node) => [node.name, node] as const)]);
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
      const collected = collect && known.get(name);
      const block = collected && (collected.parallel ? collected : blocks.of.get(collected));
      if (block) reach(block.name, node);
    }
  }
  return executed;
}
