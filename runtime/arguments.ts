import { beyondCore } from "./beyond-core.js";
import { ArgumentError } from "./errors.js";
import { features } from "./features.js";
import type { RunPolicies } from "./govern/options.js";
import type { Policies } from "./govern/read-policies.js";
import { readLimit } from "./read-limit.js";
import { readSafely } from "./read-safely.js";
import type { Request } from "./request.js";
import type { RunOptions } from "./run.js";
import { tell } from "./tell.js";
import { unknownOption } from "./unknown-option.js";

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
const EXECUTE_OPTIONS = [...REQUEST_OPTIONS, "signal", "validateInputs", "concurrency", ...POLICY_OPTIONS];

type PolicyOption = Exclude<keyof RunPolicies, "concurrency"> | "onCheck";

/** Reads the arguments of `execute` and its kin. */
export function readCall(method: string, finalVars: unknown, options: unknown): Call {
  return readSafely(method, () => fillIn(method, readNames(method, "finalVars", finalVars), readOptions(method, options, EXECUTE_OPTIONS)));
}

/** Reads the arguments of what speaks of a request and runs nothing. */
export function readRequest(method: string, finalVars: unknown, options: unknown): Call {
  return readSafely(method, () => fillIn(method, readNames(method, "finalVars", finalVars), readOptions(method, options, REQUEST_OPTIONS)));
}

/** A list of names, such as the final vars. */
export function readNames(method: string, what: string, names: unknown): readonly string[] {
  if (!Array.isArray(names)) {
    const example = typeof names === "string" ? `: ${method}([${JSON.stringify(names)}])` : "";
    throw new ArgumentError(method, `'${method}' takes '${what}' as an array of names${example}, not ${tell(names)}.`);
  }
  const odd = names.findIndex((name) => typeof name !== "string");
  if (odd === -1) return names as string[];
  const remedy = typeof names[odd] === "function" ? " Give the function's name." : "";
  throw new ArgumentError(method, `'${method}' takes '${what}' as an array of names, and element ${odd} is ${tell(names[odd])}.${remedy}`);
}

/** A record of values by name: an object, but nothing that merely is one. */
export function readRecord(method: string, what: string, value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isRecord && !(value instanceof Map || value instanceof Set || value instanceof Promise)) return value as Record<string, unknown>;
  const remedy = value instanceof Promise ? " Await it first." : value instanceof Map ? " Object.fromEntries makes an object of it." : "";
  throw new ArgumentError(method, `'${method}' takes ${what} as an object with a value for each name, not ${tell(value)}.${remedy}`);
}

export type Options = Record<string, unknown>;

/** The options of a method, if it knows all of them. */
export function readOptions(method: string, options: unknown, known: readonly string[]): Options {
  if (options === undefined) return {};
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new ArgumentError(method, `'${method}' takes its options as an object, not ${tell(options)}.`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownOption(method, unknown, known);
  return options as Options;
}

/** The values as they are now: what the caller changes later is of no effect, and a getter is called once. */
function readValues(method: string, option: string, values: unknown): Readonly<Record<string, unknown>> {
  return { ...readRecord(method, `'${option}'`, values) };
}

/** A call with its options checked and filled in. */
export function fillIn(method: string, finalVars: readonly string[], options: Options): Call {
  const { signal, validateInputs = true } = options;
  const inputs = options.inputs === undefined ? {} : readValues(method, "inputs", options.inputs);
  const overrides = options.overrides === undefined ? {} : readValues(method, "overrides", options.overrides);
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.addEventListener !== "function") {
    throw new ArgumentError(method, `'${method}' takes 'signal' as an AbortSignal, not ${tell(signal)}.`);
  }
  if (typeof validateInputs !== "boolean") {
    throw new ArgumentError(method, `'${method}' takes 'validateInputs' as a boolean, not ${tell(validateInputs)}.`);
  }
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
