import type { Plain } from "./plain.js";

/** What a run did, as plain data without times: the same run gives the same trace. */
export interface Trace {
  readonly finalVars: readonly string[];
  readonly inputs: Readonly<Record<string, Plain>>;
  readonly overrides: Readonly<Record<string, Plain>>;
  /** What ran, in the order of the plan, whichever promise was ready first; the items of a block in their order. */
  readonly nodes: readonly TracedNode[];
  /** Nodes that were to run and did not, since the run failed before. */
  readonly notRun?: readonly string[];
  /** How the run failed, if it did. */
  readonly error?: TracedError;
}

/** A node that ran: it has a value, or an error. */
export interface TracedNode {
  readonly name: string;
  /** Inside a block of `Parallelizable`: the position of the item, one for each block around it. */
  readonly item?: readonly number[];
  /** How often it was tried, where that is more than once. */
  readonly attempts?: number;
  readonly value?: Plain;
  readonly error?: TracedError;
}

export interface TracedError {
  readonly name: string;
  readonly message: string;
  /** Of an error of icosian's. */
  readonly code?: string;
}

export interface TraceOptions {
  /** What stands in the trace for a value: a part of what is large, nothing of what changes from run to run. All of it unless given. */
  readonly values?: (value: unknown, name: string) => unknown;
}
