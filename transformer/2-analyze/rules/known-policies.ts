/** What a request says of retries, timeouts and pools, it says of nodes and tags that the dataflow has. */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { Finding, FlowNode } from "../../model.js";
import type { RequestRule } from "./index.js";

export const knownPolicies: RequestRule = ({ dataflow, leftOut, optionAt }) => {
  if (dataflow.leftOpen === "nodes") return [];
  const all = [...dataflow.nodes, ...leftOut];
  const nodes = new Set(all.map(({ name }) => name));
  const tags = new Set(all.flatMap(tagsOf));
  // What `concurrency` of a node names, the text need not tell.
  const hasOwnPools = all.some(({ policies }) => policies.includes("concurrency"));
  return [
    ...["retry", "timeout"].flatMap((option) => [
      ...unknown("unknownPolicyNode", [option, "nodes"], nodes),
      ...unknown("unknownPolicyTag", [option, "tags"], tags),
    ]),
    ...(hasOwnPools ? [] : unknown("unknownPool", ["concurrency"], tags)),
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
