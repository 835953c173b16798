import { type Call, readCall } from "./arguments.js";
import { beyondCore } from "./beyond-core.js";
import { run, runSync } from "./choose-engine.js";
import type { TagQuery } from "./declare/tags.js";
import type { Drawing, DrawingOptions } from "./drawing/drawing.js";
import { ArgumentError } from "./errors.js";
import { features } from "./features.js";
import type { OnError } from "./govern/options.js";
import type { Graph } from "./graph.js";
import { judge, uncheckedValue } from "./judge.js";
import type { Hooks } from "./lifecycle/hooks.js";
import { type PlanCache, planFor } from "./plan-cache.js";
import type { Plan } from "./plan.js";
import type { ExplainedPlan } from "./questions/explain-plan.js";
import type { Questions } from "./questions/feature.js";
import type { InputSchema } from "./questions/input-schema.js";
import type { Variable } from "./questions/variable.js";
import { refuse } from "./request.js";
import type { AnyName, Executed, ExecuteOptions, RequestOptions, Results, Values } from "./types.js";

/**
 * Runs a dataflow, answers questions about it and draws it. A `Builder` makes it.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import * as vat from "./vat.flow.js";
 *
 * const dr = new Builder().withModules(vat).build();
 * await dr.execute(["tax"], { inputs: { net: 100 } }); // => { tax: 20 }
 * ```
 *
 * @typeParam N - the dataflow's node names and value types
 * @typeParam B - what the adapters' result builder returns; `never` without one
 */
export class Driver<N = any, B = 0 extends 1 & N ? any : never> {
  readonly #plans: PlanCache;
  readonly #hooks: Hooks | undefined;

  /** @internal */
  constructor(graph: Graph, hooks: Hooks | undefined) {
    this.#plans = { graph, entries: [] };
    this.#hooks = hooks;
  }

  /** @internal What a driver is made of; nothing if it is none of this copy of the package. */
  static partsOf(driver: object): { readonly graph: Graph; readonly hooks: Hooks | undefined } | undefined {
    return #plans in driver ? { graph: driver.#plans.graph, hooks: driver.#hooks } : undefined;
  }

  /**
   * Computes the final vars: only what they need, each node once, promises side by side.
   *
   * @param finalVars - names of nodes, of config values, or of inputs that this call gives
   * @throws RequestError (as a rejection, like all of these) with everything that is wrong with the request, before anything runs
   * @throws NodeError if a node fails, unless `onError` says to continue
   * @throws AbortError if `signal` is aborted
   * @throws TimeoutError if the run takes longer than its `runTimeout`
   * @throws AdapterError if an adapter fails
   */
  async execute<K extends keyof N | keyof I | keyof O, I extends Values<N> = Values<N>, O extends Values<N> = Values<N>, P extends OnError = "stop">(
    finalVars: readonly K[],
    options?: ExecuteOptions<N, I, O, P>,
  ): Promise<Executed<Results<N, I & O, K>, B, P>> {
    const { plan, call } = ask(this.#plans, "execute", finalVars, options);
    if (uncheckedValue(plan, call) !== undefined) await import("./schemas.js");
    const { problems, later } = judge(plan, call);
    refuse(later === undefined ? problems : [...problems, ...(await later)]);
    return (await run(plan, call, this.#hooks)) as Executed<Results<N, I & O, K>, B, P>;
  }

  /**
   * `execute` without a promise; refuses a request that needs an async node.
   *
   * @throws as `execute` does
   */
  executeSync<K extends keyof N | keyof I | keyof O, I extends Values<N> = Values<N>, O extends Values<N> = Values<N>, P extends OnError = "stop">(
    finalVars: readonly K[],
    options?: ExecuteOptions<N, I, O, P>,
  ): Executed<Results<N, I & O, K>, B, P> {
    const { plan, call } = ask(this.#plans, "executeSync", finalVars, options);
    refuse(judge(plan, call, true).problems);
    return runSync(plan, call, this.#hooks) as Executed<Results<N, I & O, K>, B, P>;
  }

  /**
   * Runs nothing, and throws what `execute` would throw before it runs anything, but for what an asynchronous validator would say.
   *
   * @throws RequestError
   */
  validateExecution<K extends keyof N | keyof I | keyof O, I extends Values<N> = Values<N>, O extends Values<N> = Values<N>>(
    finalVars: readonly K[],
    options?: ExecuteOptions<N, I, O>,
  ): void {
    const { plan, call } = ask(this.#plans, "validateExecution", finalVars, options);
    const { problems, later } = judge(plan, call);
    later?.catch(() => {});
    refuse(problems);
  }

  /**
   * Runs one node again that has failed in an `execute` with `captureInputs`, with what it got then, and gives its value.
   *
   * @throws ArgumentError if the error does not say what the node got
   * @throws NodeError if the node fails once more
   */
  async replay(error: unknown): Promise<unknown> {
    return (features.governance ?? beyondCore("replay")).replay(this.#plans.graph, error);
  }

  /**
   * A JSON Schema (draft 2020-12) of the inputs that a request needs, less those that config, `overrides` and `inputs` give.
   *
   * @throws RequestError if a name is unknown
   */
  inputSchema(finalVars: readonly AnyName<N>[], options?: RequestOptions): InputSchema {
    return answer("inputSchema", this.#plans, finalVars, options);
  }

  /**
   * All variables of the dataflow, or those that pass the filter: nodes first, then inputs and config. By
   * tags, every key must be there; of a list any value will do, and `null` stands for any value at all.
   */
  listAvailableVariables(filter?: ((variable: Variable) => boolean) | { readonly tags: TagQuery }): Variable[] {
    return answer("listAvailableVariables", this.#plans, filter);
  }

  /** What the named variables need, themselves included. */
  whatIsUpstreamOf(...names: readonly AnyName<N>[]): Variable[] {
    return answer("whatIsUpstreamOf", this.#plans, names);
  }

  /** What needs one of the named variables, themselves included. */
  whatIsDownstreamOf(...names: readonly AnyName<N>[]): Variable[] {
    return answer("whatIsDownstreamOf", this.#plans, names);
  }

  /** What lies on a path between two variables, themselves included; nothing if there is no path. */
  whatIsThePathBetween(from: AnyName<N>, to: AnyName<N>): Variable[] {
    return answer("whatIsThePathBetween", this.#plans, from, to);
  }

  /**
   * Tells what a request would run, in which order and why, what it is given, and what it leaves out. A missing input is told, not refused.
   *
   * ```ts
   * import { Builder } from "icosian";
   * import * as vat from "./vat.flow.js";
   *
   * const plan = new Builder().withModules(vat).build().explainPlan(["tax"], { inputs: { net: 100 } });
   * plan.steps.map(({ name, needs }) => [name, needs]); // => [["tax", ["net", "rate"]]]
   * plan.given.map(({ name, from }) => [name, from]); // => [["net", "inputs"], ["rate", "default"]]
   * ```
   *
   * @throws RequestError if a name is unknown
   */
  explainPlan(finalVars: readonly AnyName<N>[], options?: RequestOptions): ExplainedPlan {
    return answer("explainPlan", this.#plans, finalVars, options);
  }

  /**
   * What `explainPlan` tells, as JSON text: to keep, to compare, to show elsewhere.
   *
   * @throws RequestError if a name is unknown
   */
  exportExecution(finalVars: readonly AnyName<N>[], options?: RequestOptions): string {
    return answer("exportExecution", this.#plans, finalVars, options);
  }

  /** Draws the whole dataflow, and saves it if a path is given: `.svg`, `.png`, `.mmd` or `.dot`. */
  async displayAllFunctions(path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("displayAllFunctions", this.#plans, path, options);
  }

  /** Draws what a request runs and what it is given. A missing input is marked, not refused. */
  async visualizeExecution(finalVars: readonly AnyName<N>[], path?: string, options?: DrawingOptions & RequestOptions): Promise<Drawing> {
    return draw("visualizeExecution", this.#plans, finalVars, path, options);
  }

  /** Draws what lies between two variables. */
  async visualizePathBetween(from: AnyName<N>, to: AnyName<N>, path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("visualizePathBetween", this.#plans, from, to, path, options);
  }

  /** Draws what the named variables need. */
  async displayUpstreamOf(names: readonly AnyName<N>[], path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("displayUpstreamOf", this.#plans, names, path, options);
  }

  /** Draws what needs one of the named variables. */
  async displayDownstreamOf(names: readonly AnyName<N>[], path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("displayDownstreamOf", this.#plans, names, path, options);
  }
}

function ask(plans: PlanCache, method: string, finalVars: unknown, options: unknown): { readonly plan: Plan; readonly call: Call } {
  const call = readCall(method, finalVars, options);
  const plan = planFor(plans, call.request);
  const unchecked = method === "execute" || features.schemas !== undefined ? undefined : uncheckedValue(plan, call);
  if (unchecked === undefined) return { plan, call };
  throw new ArgumentError(method, `'${method}' cannot wait for what checks '${unchecked}'. Import 'icosian/schemas' as well, or pass 'validateInputs: false'.`);
}

/** What else a driver has to say is a feature. */
function answer<Method extends keyof Questions>(method: Method, ...question: Parameters<Questions[Method]>): ReturnType<Questions[Method]> {
  const answers = features.questions ?? beyondCore(method);
  return (answers[method] as (...question: unknown[]) => ReturnType<Questions[Method]>)(...question);
}

type Drawings = typeof import("./drawings.js");

/** Layout and file output load here, on first use: a program that draws nothing does not pay for them. */
async function draw<Method extends keyof Drawings>(method: Method, ...drawn: Parameters<Drawings[Method]>): Promise<Drawing> {
  const drawings = await import("./drawings.js");
  return (drawings[method] as (...drawn: unknown[]) => Promise<Drawing>)(...drawn);
}
