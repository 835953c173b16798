/** `retry`, `timeout` and `concurrency`: the engine reads them at run time, for what calls the function. */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import type { Written } from "../../model.js";
import type { Policy } from "../../../runtime/manifest.js";
import { type Expanding, type Expansion, final, optionOf } from "./expanding.js";
import { refuseUnknown } from "./refuse-unknown.js";

/** What a literal of the right type has to be; what is no literal, the run judges. */
type Demand = readonly [is: (value: unknown) => boolean, suggestion: string];

const TIMES: Demand = [(value) => typeof value !== "number" || (Number.isInteger(value) && value >= 0), "Write how often to try again: an integer from 0."];
const POLICY: Readonly<Record<Policy, Demand>> = {
  retry: TIMES,
  timeout: [from(1), "Write milliseconds: a number from 1."],
  concurrency: [(value) => value !== "", "Write the name of a pool."],
};
const RETRY: Readonly<Record<string, Demand>> = {
  times: TIMES,
  delay: [from(0), "Write milliseconds: a number from 0."],
  backoff: [from(1), "Write by how much each delay exceeds the one before: a number from 1."],
  maxDelay: [from(0), "Write milliseconds: a number from 0."],
  jitter: [(value) => typeof value !== "number" || (value >= 0 && value <= 1), "Write the share of each delay that is left to chance: a number from 0 to 1."],
  on: [() => true, ""],
};
const POLICIES = Object.keys(POLICY) as Policy[];

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
  if (policy !== "retry" || value.kind !== "object") return holdLiteral(expanding, policy, POLICY[policy], value);
  const known = Object.keys(RETRY);
  refuseUnknown(expanding, value, known, "retry.");
  for (const { name, value: part } of value.entries) if (known.includes(name)) holdLiteral(expanding, `retry.${name}`, RETRY[name]!, part);
}

function holdLiteral(expanding: Expanding, option: string, [is, suggestion]: Demand, value: Written): void {
  if (value.kind !== "literal" || is(value.value)) return;
  expanding.report(finding("badPolicy", { option, node: expanding.declared.name, suggestion }, placeOf(value.node)));
}

function from(least: number): (value: unknown) => boolean {
  return (value) => typeof value !== "number" || value >= least;
}
