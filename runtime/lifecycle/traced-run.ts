import { type Attributes, type Context, context, type Link, type Span, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import { isThenable } from "../call-step.js";
import { NodeError } from "../errors.js";
import { tellCause } from "../tell-cause.js";
import type { GraphExecution, NodeExecution } from "./adapter.js";
import { executionKey } from "./execution-key.js";
import { StartedSpans } from "./started-spans.js";

/**
 * The spans of one run. A node's parent is the run and nothing else, whatever runs beside it: nodes that share the
 * thread share no span. Names and attributes follow the semantic conventions; what those lack is under `icosian.`.
 *
 * Source: https://opentelemetry.io/docs/specs/semconv
 */
export class TracedRun {
  readonly #span: Span;
  readonly #within: Context;
  readonly #open = new Map<string, Span>();
  readonly #started = new StartedSpans();

  constructor(
    private readonly tracer: Tracer,
    { runId, finalVars, nodes }: GraphExecution,
  ) {
    const attributes = { "icosian.run.id": runId, "icosian.run.final_vars": [...finalVars], "icosian.run.nodes": nodes.length };
    const outside = context.active();
    this.#span = tracer.startSpan("icosian.execute", { attributes }, outside);
    this.#within = trace.setSpan(outside, this.#span);
  }

  /** The first attempt is the span itself. */
  attempt(event: NodeExecution): void {
    if (event.attempt > 1) this.#open.get(executionKey(event.node.name, event.item))?.addEvent("retry", { "icosian.node.attempt": event.attempt });
  }

  around(event: NodeExecution, next: () => unknown, more: Attributes | undefined): unknown {
    const key = executionKey(event.node.name, event.item);
    const span = this.tracer.startSpan(event.node.name, { attributes: { ...attributesOf(event), ...more }, links: this.#linksOf(event) }, this.#within);
    this.#open.set(key, span);
    this.#started.add(event, span.spanContext());
    const end = (): void => {
      this.#open.delete(key);
      span.end();
    };
    const fail = (error: unknown): never => {
      recordError(span, error);
      markFailed(span, error);
      end();
      throw error;
    };
    try {
      const value = context.with(trace.setSpan(this.#within, span), next);
      if (isThenable(value)) return value.then((later) => (end(), later), fail);
      end();
      return value;
    } catch (error) {
      return fail(error);
    }
  }

  end(failure: { readonly error: unknown } | undefined): void {
    if (failure !== undefined) {
      // A node's error stands at the node.
      if (!(failure.error instanceof NodeError)) recordError(this.#span, failure.error);
      markFailed(this.#span, failure.error);
    }
    this.#span.end();
  }

  #linksOf(event: NodeExecution): Link[] {
    const before = this.#started.before(event);
    return before === undefined ? [] : [{ context: before, attributes: { "icosian.link": "started_after" } }];
  }
}

function attributesOf({ node, item }: NodeExecution): Attributes {
  const { name, module, location, type, tags = {} } = node;
  return {
    "code.function.name": module === undefined ? name : `${module}.${name}`,
    ...(location && { "code.file.path": location.file, "code.line.number": location.line, "code.column.number": location.column }),
    "icosian.node.name": name,
    "icosian.node.type": type,
    ...(item !== undefined && { "icosian.node.item": [...item] }),
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`icosian.node.tag.${key}`, Array.isArray(value) ? value.map(String) : value])),
  };
}

function recordError(span: Span, error: unknown): void {
  span.recordException(error instanceof Error ? error : tellCause(error));
}

function markFailed(span: Span, error: unknown): void {
  span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: SpanStatusCode.ERROR, message: tellCause(error) });
}
