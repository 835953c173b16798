/**
 * Transform
 *
 *     export const score = node({ pipe: { log: Math.log, clip: step(clip, { max: 10 }) } }, fn)
 *
 * Into the nodes `score.raw`, which calls `fn`, `score.log`, `score.clip`, and `score`, which is the last of
 * them. Where a step is not there under some config, what follows takes the one before: it has a variant for each.
 */
import { finding } from "../../diagnostics/finding.js";
import type { FlowNode } from "../../model.js";
import type { Condition } from "../../../runtime/manifest.js";
import { canHold, complement } from "../conditions.js";
import { derived } from "./derived.js";
import { type Expansion, final, optionOf } from "./expanding.js";
import { entriesIn } from "./static-values.js";
import { lost } from "./lost.js";
import { stepNode } from "./step-node.js";
import { stepIn } from "./steps.js";

/** What the next step takes, and when. */
interface Head {
  readonly node: FlowNode;
  readonly when: readonly Condition[];
}

export const pipe: Expansion = {
  options: ["pipe"],
  expand(node, expanding) {
    const steps = entriesIn(expanding, optionOf(expanding, "pipe")!);
    const plain: FlowNode = { ...node, name: `${node.name}.raw` };
    const raw = steps.some(({ name }) => name === "raw") ? lost(plain) : plain;
    const before: FlowNode[] = [raw];
    let heads: readonly Head[] = [{ node: raw, when: [] }];
    for (const entry of steps) {
      const name = `${node.name}.${entry.name}`;
      const step = stepIn(expanding, entry);
      if (name === raw.name) {
        expanding.report(finding("reservedName", { node: name }, entry.place));
        continue;
      }
      const conditions = step?.conditions ?? [];
      if (!canHold(conditions, [])) expanding.report(finding("impossibleConditions", { node: name }, entry.place));
      const variants = possible(heads, conditions).map((head) => {
        const before = { ...head.node, when: [...node.when, ...head.when] };
        return (step && stepNode(expanding, before, name, entry, step)) ?? lost({ ...derived(node, before, { op: "alias" }), name, place: entry.place });
      });
      before.push(...variants);
      const [after] = variants;
      if (after) heads = [{ node: after, when: conditions }, ...complement(conditions).flatMap((when) => possible(heads, when))];
    }
    return [...before.map((each) => ({ node: each, isFinal: false })), ...heads.map((head) => final({ ...derived(node, head.node, { op: "alias" }), when: [...node.when, ...head.when] }))];

    /** Those that can be there where these conditions hold as well. */
    function possible(all: readonly Head[], conditions: readonly Condition[]): readonly Head[] {
      return all.map((head) => ({ node: head.node, when: [...head.when, ...conditions] })).filter(({ when }) => canHold([...node.when, ...when], []));
    }
  },
};
