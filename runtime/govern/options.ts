/** How a node that fails is tried again. */
export interface RetryPolicy {
  /** How often it is tried again after the first attempt: an integer from 0. */
  readonly times: number;
  /** How long to wait before the first retry, in milliseconds; 0 unless given. */
  readonly delay?: number;
  /** By what the delay is multiplied from one retry to the next: at least 1; 2 unless given. */
  readonly backoff?: number;
  /** No delay is longer, in milliseconds. */
  readonly maxDelay?: number;
  /** How much of each delay is left to chance, from 0 to 1: with 0.5, half of it to all of it. 0 unless given. */
  readonly jitter?: number;
  /** Whether to try again after this error of this attempt, which count from 1. Always unless given. */
  readonly on?: (error: unknown, attempt: number) => boolean;
}

/** A value for each node. The most specific holds: by the node's name, by what it declares itself, by a tag, or else the default. */
export interface PerNode<T, Nodes = any> {
  readonly default?: T;
  /** By node name. */
  readonly nodes?: { readonly [Name in keyof Nodes]?: T } & Readonly<Record<string, T>>;
  /** By tag: the key of one of the node's tags, or the value of one that is a string. The first that fits holds. */
  readonly tags?: Readonly<Record<string, T>>;
}

/** What becomes of a run when a node fails. */
export type OnError = "stop" | "continue";

/** How a run treats its nodes, besides what they compute. */
export interface RunPolicies<Policy extends OnError = OnError, Nodes = any> {
  /**
   * How many nodes may be under way at a time: an integer from 1. No limit unless given. Or a limit for each pool, and by
   * `default` for all that is in none: a node is in the pools that its option `concurrency` and its tags (by key, or by a value
   * that is a string) name. A node in several needs a place in each, and keeps it while it is tried again.
   *
   * As many items of a block are under way at a time: 64 without a limit. To wait for the next item takes no place.
   */
  readonly concurrency?: number | PoolLimits;
  /**
   * With `"stop"`, the default, the first node that fails ends the run. With `"continue"`, all that does not need it still runs,
   * and `execute` comes to an `ExecutionReport`: values, errors, and what was skipped.
   */
  readonly onError?: Policy;
  /** Tries nodes again that fail: so many times at once, or by a policy. */
  readonly retry?: RetryPolicy | number | PerNode<RetryPolicy | number, Nodes>;
  /**
   * How long each attempt of a node may be awaited, in milliseconds: past that, its `signal` is aborted and it fails with a
   * `TimeoutError`. Nothing can interrupt a function that returns no promise.
   */
  readonly timeout?: number | PerNode<number, Nodes>;
  /** How long the whole run may take, in milliseconds: past that, it ends with a `TimeoutError`. */
  readonly runTimeout?: number;
  /** Whether a run that fails or is aborted waits for what is under way. `"abandon"` unless given. */
  readonly inFlight?: "abandon" | "await";
  /** Whether a `NodeError` keeps what its node got, in `inputs`, so that `driver.replay(error)` can run it again. Off unless `true`. */
  readonly captureInputs?: boolean;
}

/** Limits of pools, by name. */
export interface PoolLimits {
  readonly default?: number | undefined;
  readonly [pool: string]: number | undefined;
}
