import { readCall, readDrawingOptions, readDrawnRequest, readName, readNames, readRequest, type Call } from "./arguments.js";
import type { Drawing, DrawingOptions } from "./drawing/drawing.js";
import type { Scene } from "./drawing/scene.js";
import { reportChecks } from "./declare/report-checks.js";
import { readFilter } from "./declare/tag-query.js";
import type { TagQuery } from "./declare/tags.js";
import { ArgumentError } from "./errors.js";
import { type ExplainedPlan, explainPlan } from "./explain-plan.js";
import type { Graph } from "./graph.js";
import { run, runSync } from "./govern/choose-engine.js";
import { delayedRetry, policyProblems } from "./govern/policy-problems.js";
import { replay } from "./govern/replay.js";
import type { OnError } from "./govern/options.js";
import { inputSchema, type InputSchema } from "./input-schema.js";
import { asyncNode, asyncValidator } from "./inputs.js";
import type { LifecycleAdapter } from "./lifecycle/adapter.js";
import { type Hooks, hooksOf, joinHooks } from "./lifecycle/hooks.js";
import { judge, type Judgement } from "./judge.js";
import { PlanCache } from "./plan-cache.js";
import type { Plan } from "./plan.js";
import { findVariables, refuse } from "./request.js";
import { tell } from "./tell.js";
import { between, downstream, upstream } from "./traverse.js";
import type { Executed, ExecuteOptions, RequestOptions, Results } from "./types.js";
import { type Variable, variables } from "./variable.js";

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
  readonly #graph: Graph;
  readonly #hooks: Hooks;
  readonly #plans: PlanCache;

  /** @internal */
  constructor(graph: Graph, hooks: Hooks) {
    this.#graph = graph;
    this.#hooks = hooks;
    this.#plans = new PlanCache(graph);
  }

  /** @internal The same dataflow, with one more adapter outside of its own. */
  static watched<N, B>(method: string, driver: Driver<N, B>, adapter: LifecycleAdapter): Driver<N, B> {
    const given: unknown = driver;
    const isObject = typeof given === "object" && given !== null;
    if (!isObject || !(#graph in given)) {
      const remedy = isObject ? " Of two copies of icosian, such as its ES modules and its CommonJS, each has its own drivers." : "";
      throw new ArgumentError(method, `'${method}' takes a driver, as 'build' returns it, not ${tell(given)}.${remedy}`);
    }
    return new Driver<N, B>(driver.#graph, joinHooks(hooksOf([adapter]), driver.#hooks));
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
  async execute<K extends (keyof N | keyof I | keyof O) & string, I extends object = {}, O extends object = {}, P extends OnError = "stop">(
    finalVars: readonly K[],
    options?: ExecuteOptions<N, I, O, P>,
  ): Promise<Executed<Results<N, I & O, K>, B, P>> {
    const call = readCall("execute", finalVars, options);
    const { plan, problems, later } = this.#judge(call);
    refuse(later === undefined ? problems : [...problems, ...(await later)]);
    return (await run(plan, call, reportChecks(this.#hooks, call.onCheck))) as Executed<Results<N, I & O, K>, B, P>;
  }

  /**
   * `execute` without a promise; refuses a request that needs an async node.
   *
   * @throws as `execute` does
   */
  executeSync<K extends (keyof N | keyof I | keyof O) & string, I extends object = {}, O extends object = {}, P extends OnError = "stop">(
    finalVars: readonly K[],
    options?: ExecuteOptions<N, I, O, P>,
  ): Executed<Results<N, I & O, K>, B, P> {
    const call = readCall("executeSync", finalVars, options);
    const { plan, problems, later } = this.#judge(call);
    refuse([...problems, ...asyncNode(plan), ...asyncValidator(later), ...delayedRetry(plan, call.policies)]);
    return runSync(plan, call, reportChecks(this.#hooks, call.onCheck)) as Executed<Results<N, I & O, K>, B, P>;
  }

  /**
   * Runs nothing, and throws what `execute` would throw before it runs anything, but for what an asynchronous validator would say.
   *
   * @throws RequestError
   */
  validateExecution<K extends (keyof N | keyof I | keyof O) & string, I extends object = {}, O extends object = {}>(
    finalVars: readonly K[],
    options?: ExecuteOptions<N, I, O>,
  ): void {
    const { problems, later } = this.#judge(readCall("validateExecution", finalVars, options));
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
    return replay(this.#graph, error);
  }

  /**
   * A JSON Schema (draft 2020-12) of the inputs that a request needs, less those that config, `overrides` and `inputs` give.
   *
   * @throws RequestError if a name is unknown
   */
  inputSchema(finalVars: readonly string[], options?: RequestOptions): InputSchema {
    return inputSchema(this.#ask("inputSchema", finalVars, options).plan);
  }

  /**
   * All variables of the dataflow, or those that pass the filter: nodes first, then inputs and config. By
   * tags, every key must be there; of a list any value will do, and `null` stands for any value at all.
   */
  listAvailableVariables(filter?: ((variable: Variable) => boolean) | { readonly tags: TagQuery }): Variable[] {
    return variables(this.#graph).filter(readFilter(filter));
  }

  /** What the named variables need, themselves included. */
  whatIsUpstreamOf(...names: readonly string[]): Variable[] {
    return variables(this.#graph, upstream(this.#graph, this.#find("whatIsUpstreamOf", names)));
  }

  /** What needs one of the named variables, themselves included. */
  whatIsDownstreamOf(...names: readonly string[]): Variable[] {
    return variables(this.#graph, downstream(this.#graph, this.#find("whatIsDownstreamOf", names)));
  }

  /** What lies on a path between two variables, themselves included; nothing if there is no path. */
  whatIsThePathBetween(from: string, to: string): Variable[] {
    const [start, end] = this.#find("whatIsThePathBetween", [from, to]) as [number, number];
    return variables(this.#graph, between(this.#graph, start, end));
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
  explainPlan(finalVars: readonly string[], options?: RequestOptions): ExplainedPlan {
    return this.#explain("explainPlan", finalVars, options);
  }

  /**
   * What `explainPlan` tells, as JSON text: to keep, to compare, to show elsewhere.
   *
   * @throws RequestError if a name is unknown
   */
  exportExecution(finalVars: readonly string[], options?: RequestOptions): string {
    return JSON.stringify(this.#explain("exportExecution", finalVars, options), undefined, 2);
  }

  /** Draws the whole dataflow, and saves it if a path is given: `.svg`, `.png`, `.mmd` or `.dot`. */
  async displayAllFunctions(path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("displayAllFunctions", ({ sceneOfAll }) => sceneOfAll(this.#graph), path, options);
  }

  /** Draws what a request runs and what it is given. A missing input is marked, not refused. */
  async visualizeExecution(finalVars: readonly string[], path?: string, options?: DrawingOptions & RequestOptions): Promise<Drawing> {
    const { call, drawing } = readDrawnRequest("visualizeExecution", finalVars, options);
    return draw("visualizeExecution", ({ sceneOfExecution }) => sceneOfExecution(this.#plans.plan(call.request), call), path, drawing);
  }

  /** Draws what lies between two variables. */
  async visualizePathBetween(from: string, to: string, path?: string, options?: DrawingOptions): Promise<Drawing> {
    const [start, end] = [readName("visualizePathBetween", "from", from), readName("visualizePathBetween", "to", to)];
    return draw("visualizePathBetween", ({ sceneOfPath }) => sceneOfPath(this.#graph, start, end), path, options);
  }

  /** Draws what the named variables need. */
  async displayUpstreamOf(names: readonly string[], path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("displayUpstreamOf", ({ sceneOfUpstream }) => sceneOfUpstream(this.#graph, readNames("displayUpstreamOf", "names", names)), path, options);
  }

  /** Draws what needs one of the named variables. */
  async displayDownstreamOf(names: readonly string[], path?: string, options?: DrawingOptions): Promise<Drawing> {
    return draw("displayDownstreamOf", ({ sceneOfDownstream }) => sceneOfDownstream(this.#graph, readNames("displayDownstreamOf", "names", names)), path, options);
  }

  #judge(call: Call): Judgement & { readonly plan: Plan } {
    const plan = this.#plans.plan(call.request);
    const { problems, later } = judge(plan, call, call);
    return { plan, problems: [...problems, ...policyProblems(this.#graph, call.policies)], later };
  }

  #explain(method: string, finalVars: readonly string[], options: unknown): ExplainedPlan {
    const { plan, call } = this.#ask(method, finalVars, options);
    return explainPlan(plan, call);
  }

  #ask(method: string, finalVars: readonly string[], options: unknown): { readonly plan: Plan; readonly call: Call } {
    const call = readRequest(method, finalVars, options);
    const plan = this.#plans.plan(call.request);
    refuse(plan.problems);
    return { plan, call };
  }

  #find(method: string, names: readonly string[]): number[] {
    return findVariables(this.#graph, readNames(method, "names", names));
  }
}

/** Layout and file output load here, on first use: a program that draws nothing does not pay for them. */
async function draw(method: string, sceneOf: (scenes: typeof import("./scene-of.js")) => Scene, path: string | undefined, options: DrawingOptions | undefined): Promise<Drawing> {
  if (path !== undefined && typeof path !== "string") throw new ArgumentError(method, `'${method}' takes the path as a string.`);
  const scene = sceneOf(await import("./scene-of.js"));
  const known = readDrawingOptions(method, options);
  const drawings = await import("./drawing/index.js");
  const drawing = drawings.draw(scene, known);
  if (path !== undefined) await drawing.save(path);
  return drawing;
}
