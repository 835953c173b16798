import { ownExport } from "./declare/operation.js";
import { AbortError, NodeError } from "./errors.js";
import { fillSlots } from "./fill-slots.js";
import type { DataflowModule } from "./graph.js";
import type { GivenValues } from "./inputs.js";
import type { Plan } from "./plan.js";
import { routesIn } from "./plan-route.js";
import { tellRoute } from "./problems.js";
import { tellCause } from "./tell-cause.js";

/** One run of a plan: its values by slot, and what has stopped it. */
export class Run {
  readonly values: unknown[];
  stopped = false;
  error: unknown;
  /** The promise at which the loop ended; kept no longer than that, as it keeps its value. */
  pending: PromiseLike<unknown> | undefined;
  /** Called once if the run stops while it waits for promises. */
  onStop: ((error: unknown) => void) | undefined;
  readonly #controller: AbortController | undefined;
  readonly #signal: AbortSignal | undefined;

  constructor(
    readonly plan: Plan,
    values: GivenValues,
    signal: AbortSignal | undefined,
  ) {
    if (signal?.aborted) throw new AbortError(signal.reason);
    if (plan.signalSlot !== -1) this.#controller = new AbortController();
    this.values = fillSlots(plan, values, this.#controller?.signal);
    this.#signal = signal;
    signal?.addEventListener("abort", this.#abort);
  }

  /** The first call decides; nothing starts after it. */
  stop(error: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    this.error = error;
    this.end();
    this.#controller?.abort(error);
    this.onStop?.(error);
  }

  takePending(): PromiseLike<unknown> {
    const promise = this.pending!;
    this.pending = undefined;
    return promise;
  }

  /** Lets go of the caller's signal, which may outlive many runs. */
  end(): void {
    this.#signal?.removeEventListener("abort", this.#abort);
  }

  readonly #abort = (): void => this.stop(new AbortError(this.#signal!.reason));
}

/** What a step has thrown, told with its node and the route to it. */
export function nodeError(plan: Plan, step: number, cause: unknown, routes = routesIn(plan)): NodeError {
  const { name, node, source } = plan.steps.at(step);
  const route = routes(step);
  const why = route.length > 1 ? ` It is computed because ${tellRoute(route)}.` : "";
  const own = ownExport(node);
  const member = own === undefined ? undefined : readMember(source.module, own);
  if (own !== undefined && typeof member !== "function" && !(member instanceof Unreadable)) {
    const message = `Node '${name}' is not a function: its module holds ${member === undefined ? "nothing" : `a value of type '${typeof member}'`} under '${own}'.${why}`;
    return new NodeError("ICOSIAN_NODE_NOT_A_FUNCTION", message, name, route, { cause });
  }
  return new NodeError("ICOSIAN_NODE_FAILED", `Node '${name}' fails: ${tellCause(cause)}.${why}`, name, route, { cause });
}

class Unreadable {}

function readMember(module: DataflowModule, name: string): unknown {
  try {
    return module[name];
  } catch {
    return new Unreadable(); // a `const` whose line has not run: the cause says so
  }
}
