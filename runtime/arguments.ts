import { beyondCore } from "./beyond-core.js";
import { features } from "./features.js";
import type { RunPolicies } from "./govern/options.js";
import type { Policies } from "./govern/read-policies.js";
import { readLimit } from "./read-limit.js";
import type { Request } from "./request.js";
import type { RunOptions } from "./run.js";
import { unknownOption } from "./unknown-option.js";
import { unreadable } from "./unreadable.js";
import { wrongArgument } from "./wrong-argument.js";

/** A call, its arguments checked and its options filled in. */
export interface Call extends RunOptions {
  readonly request: Request;
  readonly validateInputs: boolean;
  /** How the run treats its nodes, where anything is said of that but how many may be under way. */
  readonly policies: Policies | undefined;
}

export const REQUEST_OPTIONS = ["inputs", "overrides"];
const POLICY_OPTIONS = Object.keys({
  onError: true,
  retry: true,
  timeout: true,
  runTimeout: true,
  inFlight: true,
  captureInputs: true,
  onCheck: true,
} satisfies Record<PolicyOption, true>);
export const EXECUTE_OPTIONS = [...REQUEST_OPTIONS, "signal", "validateInputs", "concurrency", ...POLICY_OPTIONS];

type PolicyOption = Exclude<keyof RunPolicies, "concurrency"> | "onCheck";

/** Reads the arguments of `execute` and its kin. */
export function readCall(method: string, finalVars: unknown, options: unknown, known = EXECUTE_OPTIONS): Call {
  try {
    return fillIn(method, readNames(method, "finalVars", finalVars), readOptions(method, options, known));
  } catch (cause) {
    throw unreadable(method, cause);
  }
}

/** Reads the arguments of what speaks of a request and runs nothing. */
export function readRequest(method: string, finalVars: unknown, options: unknown): Call {
  return readCall(method, finalVars, options, REQUEST_OPTIONS);
}

/** A list of names, such as the final vars. */
export function readNames(method: string, what: string, names: unknown): readonly string[] {
  if (!Array.isArray(names)) {
    const example = typeof names === "string" ? `: ${method}([${JSON.stringify(names)}])` : "";
    throw wrongArgument(method, `'${what}'`, `an array of names${example}`, names);
  }
  for (let index = 0; index < names.length; index++) {
    if (typeof names[index] !== "string") throw wrongArgument(method, `'${what}[${index}]'`, "a name", names[index]);
  }
  return names as string[];
}

/** A record of values by name: an object, but nothing that merely is one. */
export function readRecord(method: string, what: string, value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isRecord && !(value instanceof Map || value instanceof Set || value instanceof Promise)) return value as Record<string, unknown>;
  throw wrongArgument(method, what, "an object with a value for each name", value);
}

export type Options = Record<string, unknown>;

/** The options of a method, if it knows all of them. */
export function readOptions(method: string, options: unknown, known: readonly string[]): Options {
  if (options === undefined) return {};
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw wrongArgument(method, "its options", "an object", options);
  for (const name of Object.keys(options)) if (!known.includes(name)) throw unknownOption(method, name, known);
  return options as Options;
}

/** A call with its options checked and filled in. */
export function fillIn(method: string, finalVars: readonly string[], options: Options): Call {
  const { signal, validateInputs = true } = options;
  // The values as they are now: what the caller changes later is of no effect, and a getter is called once.
  const inputs = options.inputs === undefined ? {} : { ...readRecord(method, "'inputs'", options.inputs) };
  const overrides = options.overrides === undefined ? {} : { ...readRecord(method, "'overrides'", options.overrides) };
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.addEventListener !== "function") throw wrongArgument(method, "'signal'", "an AbortSignal", signal);
  if (typeof validateInputs !== "boolean") throw wrongArgument(method, "'validateInputs'", "a boolean", validateInputs);
  const policies = readPolicies(method, options);
  return {
    request: { finalVars: [...finalVars], inputs: Object.keys(inputs), overrides: Object.keys(overrides) },
    inputs,
    overrides,
    signal: signal as AbortSignal | undefined,
    concurrency: policies?.concurrency ?? readLimit(method, "concurrency", options.concurrency),
    validateInputs,
    policies,
  };
}

/** A run that has no policies does not wait until all of them are filled in. */
function readPolicies(method: string, options: Options): Policies | undefined {
  const hasPools = typeof options.concurrency === "object" && options.concurrency !== null;
  const asked = hasPools ? "concurrency: {…}" : POLICY_OPTIONS.find((name) => options[name] !== undefined);
  if (asked === undefined) return undefined;
  return (features.governance ?? beyondCore(method, asked)).readPolicies(method, options);
}
