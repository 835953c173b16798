/**
 * Transform
 *
 *     export const total = node({ check: { positive: (x: number) => x > 0, range: { schema, importance: "fail" } } }, fn)
 *
 * Into the nodes `total_raw`, which has the value, `total_positive` and `total_range`, which judge it, and
 * `total`, which is the value if none of those fails whose importance says so.
 */
import type { FlowNode } from "../../model.js";
import { dependencyOn } from "./dependency-on.js";
import { derived } from "./derived.js";
import { type Expansion, final, optionOf } from "./expanding.js";
import { lost } from "./lost.js";
import { entriesIn } from "./static-values.js";
import { validatorNode } from "./validator-node.js";

export const check: Expansion = {
  options: ["check"],
  expand(node, expanding) {
    const entries = entriesIn(expanding, optionOf(expanding, "check")!);
    const plain: FlowNode = { ...node, name: `${node.name}_raw` };
    const raw = entries.some(({ name }) => name === "raw") ? lost(plain) : plain;
    const validators = entries.flatMap((entry) => validatorNode(expanding, node, raw, entry) ?? []);
    const gate = derived(node, raw, { op: "gate" });
    const results = validators.map((each) => dependencyOn(each, each.place));
    return [...[raw, ...validators].map((each) => ({ node: each, isFinal: false })), final({ ...gate, dependencies: [...gate.dependencies, ...results] })];
  },
};
