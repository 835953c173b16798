import type { LifecycleAdapter, NodeExecution } from "./adapter.js";
import { progressBar } from "./progress-bar.js";
import { progressLines } from "./progress-lines.js";

export interface ProgressOptions {
  /** Where it is written: standard error unless given. */
  readonly stream?: ProgressStream;
  /** A bar that moves, or plain lines. By default a bar where the stream is a terminal and no `CI` is set in the environment. */
  readonly style?: "bar" | "lines";
}

/** The part of a writable stream that is used here. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One run, shown as it goes on. */
export interface ProgressTrack {
  /** More is to be done than was known. */
  grow(total: number): void;
  advance(done: number, node: string): void;
  end(done: number, seconds: string, failed: boolean): void;
}

/** Starts to show a run of so many nodes. */
export type ShowProgress = (total: number) => ProgressTrack;

/**
 * Shows how far a run has come: a bar in a terminal, where runs at the same time have a bar each, and plain
 * lines elsewhere, such as in CI. The bar is drawn by the optional package `cli-progress`.
 *
 * ```ts
 * import { Builder } from "icosian";
 * import { progress } from "icosian/adapters";
 * import * as flow from "./my_dataflow.js";
 *
 * let text = "";
 * const stream = { write: (more: string) => (text += more) };
 * const dr = new Builder().withModules(flow).withAdapters(progress({ stream })).build();
 * dr.executeSync(["C"]);
 * text.split("\n")[0]; // => "1 of 3 nodes: A"
 * ```
 *
 * @throws MissingPackageError if a bar is to be shown and `cli-progress` is not installed
 */
export function progress({ stream = standardError(), style = styleFor(stream) }: ProgressOptions = {}): LifecycleAdapter {
  const show = style === "bar" ? progressBar(stream) : progressLines(stream);
  const runs = new Map<string, ShownRun>();
  return {
    name: "progress",
    beforeGraphExecution: ({ runId, nodes }) => void runs.set(runId, new ShownRun(nodes.length, show(nodes.length))),
    beforeNodeExecution: (event) => runs.get(event.runId)?.begin(event),
    afterNodeExecution: (event) => {
      if (event.success) runs.get(event.runId)?.complete(event);
    },
    afterGraphExecution: ({ runId, durationMs, success }) => {
      runs.get(runId)?.end(durationMs, !success);
      runs.delete(runId);
    },
  };
}

class ShownRun {
  #done = 0;
  readonly #begun = new Set<string>();

  constructor(
    private total: number,
    private readonly track: ProgressTrack,
  ) {}

  /** Each item of a block counts; how many there are is known only when they come. */
  begin({ node, attempt }: NodeExecution): void {
    if (attempt > 1) return;
    if (this.#begun.has(node.name)) this.track.grow(++this.total);
    this.#begun.add(node.name);
  }

  complete({ node }: NodeExecution): void {
    this.track.advance(++this.#done, node.name);
  }

  end(durationMs: number, failed: boolean): void {
    this.track.end(this.#done, (durationMs / 1000).toFixed(durationMs < 9_950 ? 2 : 1), failed);
  }
}

interface Process {
  readonly stderr?: ProgressStream;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const { process } = globalThis as { process?: Process };

function standardError(): ProgressStream {
  return process?.stderr ?? { write: (text) => console.info(text.trimEnd()) };
}

function styleFor({ isTTY }: ProgressStream): "bar" | "lines" {
  const { CI = "", TERM = "" } = process?.env ?? {};
  const isInCi = CI !== "" && CI !== "false" && CI !== "0";
  return isTTY === true && !isInCi && TERM !== "dumb" ? "bar" : "lines";
}
