import { isThenable } from "../call-step.js";
import { describeValue } from "../schemas/describe.js";
import { NodeError } from "../errors.js";
import { routesIn } from "../plan-route.js";
import { nodeError } from "../node-error.js";
import { listSteps } from "../steps.js";
import type { BlockFrame } from "./block-host.js";
import type { StagedPlan } from "./staged-plan.js";

/** Where the items of a block come from. */
export interface ItemSource {
  next(): ItemResult | PromiseLike<ItemResult>;
  /** What `next` has thrown, told with its node. */
  fault(cause: unknown, position: number): unknown;
  /** Lets what is iterated clean up, where its end was not reached; the promise tells when it has. */
  close(): Promise<unknown> | undefined;
}

export interface ItemResult {
  readonly done?: boolean | undefined;
  readonly value: unknown;
}

/** As many items as an earlier stage has kept. */
export function keptItems(count: number): ItemSource {
  let position = 0;
  return { next: () => ({ done: position++ === count, value: undefined }), fault: (cause) => cause, close: () => undefined };
}

/** The items of what the opening node returned, or of what stands in for it. */
export function iterated(stage: StagedPlan, { host, item }: BlockFrame, whole: unknown): ItemSource {
  const { block, whole: plan } = stage as StagedPlan & { block: string };
  const step = listSteps(plan.steps).findIndex(({ name }) => name === block);
  const iterator = begin();
  return {
    next: () => iterator.next(),
    fault(cause, position) {
      const at = [...item, position];
      if (step !== -1) return nodeError(plan, step, cause, { item: at });
      return new NodeError("ICOSIAN_NODE_FAILED", `What is given for '${block}' fails at item ${position}.`, block, [block], { cause, item: at });
    },
    close() {
      try {
        const ended = iterator.return?.() as unknown;
        // Whatever comes of it, the run has its error.
        return isThenable(ended) ? Promise.resolve(ended).catch(() => {}) : undefined;
      } catch {
        return undefined;
      }
    },
  };

  function begin(): Iterator<unknown> | AsyncIterator<unknown> {
    const sync = methodOf(whole, Symbol.iterator);
    const async = methodOf(whole, Symbol.asyncIterator);
    const method = host.isSync ? sync : (async ?? sync);
    if (method === undefined) throw async === undefined ? notIterable(`is ${describeValue(whole)}, which cannot be iterated`) : overTime();
    const iterator = method.call(whole) as Iterator<unknown>;
    if (typeof (iterator as unknown) !== "object" || iterator === null) throw notIterable("gives no iterator");
    if ((iterator as unknown) === whole && !host.blocks.begin(iterator)) {
      throw notIterable("can be iterated only once, and its block runs several times. Give an array");
    }
    return iterator;
  }

  function notIterable(why: string): NodeError {
    const subject = step === -1 ? `What is given for '${block}'` : `Node '${block}' opens a block, and what it returned`;
    return new NodeError("ICOSIAN_NODE_NOT_ITERABLE", `${subject} ${why}.`, block, routeOf(), itemOf());
  }

  function overTime(): NodeError {
    const message = `'executeSync' cannot wait for the items of '${block}', which come over time. Use 'execute'.`;
    return new NodeError("ICOSIAN_NODE_RETURNED_PROMISE", message, block, routeOf(), itemOf());
  }

  function routeOf(): readonly string[] {
    return step === -1 ? [block] : routesIn(plan)(step);
  }

  function itemOf(): { item?: readonly number[] } {
    return item.length > 0 ? { item } : {};
  }
}

function methodOf(value: unknown, symbol: symbol): ((this: unknown) => unknown) | undefined {
  if (value === null || value === undefined) return undefined;
  const method = (value as Record<symbol, unknown>)[symbol];
  return typeof method === "function" ? (method as () => unknown) : undefined;
}
