/** No node depends on itself, through however many others. */
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowNode } from "../../model.js";
import { variantsIn } from "../variants.js";
import type { Rule } from "./index.js";

export const acyclic: Rule = ({ nodes }) => cycles(nodes).map(report);

/** A cycle for each dependency that closes one, in the order in which a walk from the first node meets them. */
function cycles(nodes: readonly FlowNode[]): FlowNode[][] {
  const variants = variantsIn(nodes);
  const state = new Map<FlowNode, "open" | "done">();
  const found: FlowNode[][] = [];
  for (const start of nodes) {
    if (state.has(start)) continue;
    const path = [step(start)];
    state.set(start, "open");
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const node = top.producers[top.next++];
      if (!node) {
        state.set(top.node, "done");
        path.pop();
      } else if (!state.has(node)) {
        state.set(node, "open");
        path.push(step(node));
      } else if (state.get(node) === "open") {
        const cycle = path.slice(path.findIndex((each) => each.node === node)).map((each) => each.node);
        if (variants.canCoexist(...cycle)) found.push(cycle);
      }
    }
  }
  return found;

  function step(node: FlowNode): Step {
    const producers: FlowNode[] = [];
    for (const { name, provided } of node.dependencies) if (!provided) producers.push(...variants.of(name));
    return { node, producers, next: 0 };
  }
}

/** A node on the way, and which of its producers comes next. */
interface Step {
  readonly node: FlowNode;
  readonly producers: readonly FlowNode[];
  next: number;
}

/** Told from the cycle's first node in source order; each arrow reads "needs". */
function report(cycle: readonly FlowNode[]): Finding {
  const first = cycle.reduce((a, b) => (b.place.start < a.place.start ? b : a));
  const at = cycle.indexOf(first);
  const path = [...cycle.slice(at), ...cycle.slice(0, at), first];
  const [link, ...related] = path.slice(0, -1).map((node, index) => {
    const { name, place } = node.dependencies.find((each) => each.name === path[index + 1]!.name)!;
    return { node, name, place };
  });
  return finding("cycle", { node: first.name, path: path.map(({ name }) => name).join(" -> ") }, link!.place, {
    related: related.map(({ node, name, place }) => finding("inCycle", { node: node.name, dependency: name }, place)),
  });
}
