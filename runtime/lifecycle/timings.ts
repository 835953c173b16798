import type { GraphExecution, LifecycleAdapter, NodeExecution, Outcome } from "./adapter.js";
import { timingsTable } from "./timings-table.js";

/** What took how long in one run; all times in milliseconds. */
export interface RunTimings {
  readonly runId: string;
  readonly finalVars: readonly string[];
  readonly success: boolean;
  readonly durationMs: number;
  /** In the order in which they started. */
  readonly nodes: readonly NodeTimings[];
  /** The nodes that the run's end waited for: each started when the one before it was ready. */
  readonly criticalPath: readonly string[];
}

export interface NodeTimings {
  readonly name: string;
  /** From the start of the run to its own, and to its end. */
  readonly startMs: number;
  readonly endMs: number;
  /** The time of all its calls: of each attempt, and of each item of a block. */
  readonly durationMs: number;
  readonly calls: number;
  /** Of what it depends on, the node that was ready last. */
  readonly startedAfter?: string;
  /** How long it was ready and not yet started: while others held the thread, or all the places that `concurrency` gives. */
  readonly waitedMs: number;
}

export interface TimingsOptions {
  /** Takes the times of each run at its end; by default they are printed as a table. */
  readonly report?: (timings: RunTimings) => void;
}

/**
 * Measures what took how long, what waited on what, and which nodes the run's end waited for: the critical path.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import { type RunTimings, timings } from "icosian/adapters";
 * import * as flow from "./my_dataflow.js";
 *
 * const runs: RunTimings[] = [];
 * const report = (run: RunTimings) => void runs.push(run);
 * new Builder().withModules(flow).withAdapters(timings({ report })).build().executeSync(["C"]);
 * runs[0].criticalPath; // => ["A", "B", "C"]
 * ```
 */
export function timings({ report = (run) => console.log(timingsTable(run)) }: TimingsOptions = {}): LifecycleAdapter {
  const runs = new Map<string, TimedRun>();
  return {
    name: "timings",
    beforeGraphExecution: ({ runId }) => void runs.set(runId, new TimedRun()),
    beforeNodeExecution: (event) => runs.get(event.runId)?.begin(event),
    afterNodeExecution: (event) => runs.get(event.runId)?.complete(event),
    afterGraphExecution(event) {
      const run = runs.get(event.runId);
      runs.delete(event.runId);
      if (run !== undefined) report(run.timings(event));
    },
  };
}

/** Keeps sums by node, so that a block of any number of items takes no more room. */
class TimedRun {
  readonly #start = performance.now();
  readonly #nodes = new Map<string, { -readonly [Key in keyof NodeTimings]: NodeTimings[Key] }>();

  begin({ node, startedAfter }: NodeExecution): void {
    if (this.#nodes.has(node.name)) return;
    const startMs = this.#now();
    const waitedMs = Math.max(0, startMs - (this.#nodes.get(startedAfter ?? "")?.endMs ?? 0));
    this.#nodes.set(node.name, { name: node.name, startMs, endMs: startMs, durationMs: 0, calls: 0, ...(startedAfter !== undefined && { startedAfter }), waitedMs });
  }

  complete({ node, durationMs }: NodeExecution & Outcome): void {
    const timed = this.#nodes.get(node.name);
    if (timed === undefined) return;
    timed.endMs = this.#now();
    timed.durationMs += durationMs;
    timed.calls++;
  }

  timings({ runId, finalVars, success, durationMs }: GraphExecution & Outcome): RunTimings {
    const nodes = [...this.#nodes.values()];
    return { runId, finalVars, success, durationMs, nodes, criticalPath: this.#criticalPath() };
  }

  #criticalPath(): string[] {
    const path: string[] = [];
    let last: NodeTimings | undefined;
    for (const node of this.#nodes.values()) if (last === undefined || node.endMs >= last.endMs) last = node;
    for (; last !== undefined; last = this.#nodes.get(last.startedAfter ?? "")) path.push(last.name);
    return path.reverse();
  }

  #now(): number {
    return performance.now() - this.#start;
  }
}
