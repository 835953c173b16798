/** Blocks are nested or apart, and only what is in one is collected. */
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowNode } from "../../model.js";
import { type Blocks, blocksOf, type LooseCollection, type Membership, type TornNode } from "../blocks.js";
import type { CompositionRule, Rule } from "./index.js";

/** Of a module by itself, as far as it hangs on no other. */
export const moduleBlocks: Rule = ({ nodes }) => report(blocksOf(nodes, false));

export const composedBlocks: CompositionRule = ({ blocks }) => report(blocks);

function report({ loose, torn }: Blocks): Finding[] {
  return [...loose.map(reportLoose), ...torn.map(reportTorn)];
}

function reportLoose({ node, dependency, producer }: LooseCollection): Finding {
  return finding("looseCollection", { node: producer.name, parameter: dependency.name, consumer: node.name }, dependency.place, {
    related: [declaredHere(producer)],
  });
}

function reportTorn({ node, inner, other }: TornNode): Finding {
  const [first, second] = node.dependencies.indexOf(inner.dependency) < node.dependencies.indexOf(other.dependency) ? [inner, other] : [other, inner];
  const data = { node: node.name, block: first.block.name, other: second.block.name };
  return finding("tornNode", data, second.dependency.place, { related: [first, second].map((each) => reportMembership(node, each)) });
}

function reportMembership({ name }: FlowNode, { dependency, block }: Membership): Finding {
  return finding("inBlock", { node: name, block: block.name }, dependency.place);
}
