import type { SpanContext } from "@opentelemetry/api";
import type { NodeExecution } from "./adapter.js";
import { executionKey } from "./execution-key.js";

/** A block may have any number of items: those go that nothing has waited for in a long time. */
const MOST_KEPT = 10_000;

/** The spans of a run's executions, for those that wait for them. */
export class StartedSpans {
  readonly #own = new Map<string, SpanContext>();
  /** By a node and an item around it: the last of its spans there. */
  readonly #last = new Map<string, SpanContext>();

  add({ node, item = [] }: NodeExecution, span: SpanContext): void {
    keep(this.#own, executionKey(node.name, item), span);
    for (let depth = 0; depth < item.length; depth++) keep(this.#last, executionKey(node.name, item.slice(0, depth)), span);
  }

  /** Of the node that an execution has waited for: in the same item, in one around it, or, where it collects, the last within. */
  before({ startedAfter, item = [] }: NodeExecution): SpanContext | undefined {
    if (startedAfter === undefined) return undefined;
    const keyIn = (depth: number): string => executionKey(startedAfter, item.slice(0, depth));
    for (let depth = item.length; depth >= 0; depth--) {
      const own = this.#own.get(keyIn(depth));
      if (own === undefined) continue;
      keep(this.#own, keyIn(depth), own);
      return own;
    }
    return this.#last.get(keyIn(item.length));
  }
}

function keep(spans: Map<string, SpanContext>, key: string, span: SpanContext): void {
  spans.delete(key);
  spans.set(key, span);
  if (spans.size > MOST_KEPT) spans.delete(spans.keys().next().value!);
}
