import { EXECUTE_OPTIONS, readOptions } from "../arguments.js";
import { isThenable } from "../call-step.js";
import type { Driver } from "../driver.js";
import { IcosianError } from "../errors.js";
import type { GraphExecution, LifecycleAdapter, NodeExecution } from "../lifecycle/adapter.js";
import { executionKey } from "../lifecycle/execution-key.js";
import { tellCause } from "../tell-cause.js";
import type { ExecuteOptions, Values } from "../types.js";
import { wrongArgument } from "../wrong-argument.js";
import { type Plain, toPlain } from "./plain.js";
import { watched } from "./watched.js";
import type { Trace, TracedError, TracedNode, TraceOptions } from "./trace.js";

/**
 * Runs a request and records what ran, and what each node came to: plain data, for `toMatchSnapshot` of jest and
 * vitest or any other comparison. Values are recorded as they are when their node is done. A run that fails is
 * recorded as well; a request that is wrong is refused as `execute` refuses it.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import { traceOf } from "icosian/testing";
 * import * as flow from "./my_dataflow.js";
 *
 * const dr = new Builder().withModules(flow).build();
 * const trace = await traceOf(dr, ["C"], { overrides: { A: 6 } });
 * trace.nodes; // => [{ name: "B", value: 2 }, { name: "C", value: 72 }]
 * ```
 *
 * @throws RequestError (as a rejection, like all of these) with everything that is wrong with the request
 * @throws ArgumentError if what is given is no driver, has no such option, or another type of value for one
 */
export async function traceOf<N, B, K extends keyof N | keyof I | keyof O, I extends Values<N> = Values<N>, O extends Values<N> = Values<N>>(
  driver: Driver<N, B>,
  finalVars: readonly K[],
  options: ExecuteOptions<N, I, O> & TraceOptions = {},
): Promise<Trace> {
  const { values = (value: unknown) => value, ...request }: TraceOptions = readOptions("traceOf", options, [...EXECUTE_OPTIONS, "values"]);
  if (typeof values !== "function") throw wrongArgument("traceOf", "'values'", "a function", values);
  const recorder = new Recorder((value, name) => toPlain(values(value, name)));
  try {
    await watched("traceOf", driver, recorder).execute(finalVars, request as ExecuteOptions<N, I, O>);
  } catch (error) {
    if (!recorder.hasBegun) throw error;
    return { ...recorder.trace(), error: plainError(error) };
  }
  return recorder.trace();
}

/** The outermost adapter: what others make of a value is the value. */
class Recorder implements LifecycleAdapter {
  readonly name = "traceOf";
  #run: GraphExecution | undefined;
  readonly #nodes: TracedNode[] = [];
  readonly #attempts = new Map<string, number>();

  constructor(readonly plain: (value: unknown, name: string) => Plain) {}

  get hasBegun(): boolean {
    return this.#run !== undefined;
  }

  beforeGraphExecution(event: GraphExecution): void {
    this.#run = event;
  }

  beforeNodeExecution({ node, item, attempt }: NodeExecution): void {
    this.#attempts.set(executionKey(node.name, item), attempt);
  }

  aroundNodeExecution(event: NodeExecution, next: () => unknown): unknown {
    const succeed = <Value>(value: Value): Value => {
      this.#record(event, { value: this.plain(value, event.node.name) });
      return value;
    };
    const fail = (error: unknown): never => {
      this.#record(event, { error: plainError(error) });
      throw error;
    };
    let value: unknown;
    try {
      value = next();
    } catch (error) {
      return fail(error);
    }
    return isThenable(value) ? value.then(succeed, fail) : succeed(value);
  }

  trace(): Trace {
    const { finalVars, inputs, overrides, nodes } = this.#run!;
    const positions = new Map(nodes.map(({ name }, position) => [name, position]));
    const ran = new Set(this.#nodes.map(({ name }) => name));
    const notRun = nodes.map(({ name }) => name).filter((name) => !ran.has(name));
    const record = (values: object): Record<string, Plain> => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.plain(value, name)]));
    return {
      finalVars: [...finalVars],
      inputs: record(inputs),
      overrides: record(overrides),
      nodes: [...this.#nodes].sort((one, other) => positions.get(one.name)! - positions.get(other.name)! || byItem(one.item, other.item)),
      ...(notRun.length > 0 && { notRun }),
    };
  }

  #record({ node, item }: NodeExecution, outcome: Pick<TracedNode, "value" | "error">): void {
    const attempts = this.#attempts.get(executionKey(node.name, item)) ?? 1;
    this.#nodes.push({ name: node.name, ...(item !== undefined && { item: [...item] }), ...(attempts > 1 && { attempts }), ...outcome });
  }
}

function byItem(one: readonly number[] = [], other: readonly number[] = []): number {
  const at = one.findIndex((position, index) => position !== other[index]);
  return at === -1 ? one.length - other.length : one[at]! - (other[at] ?? -1);
}

function plainError(error: unknown): TracedError {
  if (!(error instanceof Error)) return { name: typeof error, message: tellCause(error) };
  return { name: error.name, message: error.message, ...(error instanceof IcosianError && { code: error.code }) };
}
