/** `retry`, `timeout` and `concurrency`: the engine reads them at run time, for what calls the function. */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import type { Written } from "../../model.js";
import type { Policy } from "../../../runtime/manifest.js";
import { type Expanding, type Expansion, final, optionOf } from "./expanding.js";

/** What a literal of the right type has to be; what is no literal, the run judges. */
const ARE: Readonly<Record<Policy, readonly [is: (value: unknown) => boolean, suggestion: string]>> = {
  retry: [isCount, "Write how often to try again: an integer from 0."],
  timeout: [(value) => typeof value !== "number" || value > 0, "Write milliseconds: a number above 0."],
  concurrency: [(value) => value !== "", "Write the name of a pool."],
};
const POLICIES = Object.keys(ARE) as Policy[];

export const policies: Expansion = {
  options: POLICIES,
  expand(node, expanding) {
    const given = POLICIES.filter((policy) => {
      const option = optionOf(expanding, policy);
      if (option) hold(expanding, policy, option.value);
      return option;
    });
    return [final({ ...node, policies: given })];
  },
};

function hold(expanding: Expanding, policy: Policy, value: Written): void {
  const [is, suggestion] = ARE[policy];
  const times = policy === "retry" && value.kind === "object" ? value.entries.find(({ name }) => name === "times")?.value : value;
  if (times?.kind !== "literal" || is(times.value)) return;
  expanding.report(finding("badPolicy", { option: policy, node: expanding.declared.name, suggestion }, placeOf(times.node)));
}

function isCount(value: unknown): boolean {
  return typeof value !== "number" || (Number.isInteger(value) && value >= 0);
}
