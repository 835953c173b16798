/** What a request says of retries, timeouts and pools, it says of nodes and tags that the dataflow has. */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { Finding, FlowNode } from "../../model.js";
import type { RequestRule } from "./index.js";

/** The options that speak of nodes and tags, and the one that speaks of pools. */
const OF_NODES = ["retry", "timeout"];
const OF_POOLS = "concurrency";

export const knownPolicies: RequestRule = ({ dataflow, leftOut, optionAt }) => {
  // Most say nothing, and a dataflow may have thousands of nodes.
  if (dataflow.leftOpen === "nodes" || [...OF_NODES, OF_POOLS].every((option) => optionAt(option).values.size === 0)) return [];
  const all = [...dataflow.nodes, ...leftOut];
  const nodes = new Set(all.map(({ name }) => name));
  const tags = new Set(all.flatMap(tagsOf));
  // What `concurrency` of a node names, the text need not tell.
  const hasOwnPools = all.some(({ policies }) => policies.includes("concurrency"));
  return [
    ...OF_NODES.flatMap((option) => [
      ...unknown("unknownPolicyNode", [option, "nodes"], nodes),
      ...unknown("unknownPolicyTag", [option, "tags"], tags),
    ]),
    ...(hasOwnPools ? [] : unknown("unknownPool", [OF_POOLS], tags)),
  ];

  function unknown(id: "unknownPolicyNode" | "unknownPolicyTag" | "unknownPool", path: readonly string[], known: ReadonlySet<string>): Finding[] {
    const given = [...optionAt(...path).values.values()].filter(({ name, isCertain }) => isCertain && !known.has(name) && !(id === "unknownPool" && name === "default"));
    return given.map(({ name, node }) => finding(id, { option: path.join("."), name, suggestion: suggestion(name, known, itHas) }, placeOf(node)));
  }
};

/** The keys of its tags, and the values that are strings. */
function tagsOf({ documentation: { tags = {} } }: FlowNode): string[] {
  return Object.entries<unknown>(tags).flat(2).filter((each): each is string => typeof each === "string");
}
