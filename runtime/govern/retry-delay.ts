import type { RetryRule } from "./read-policies.js";

/** How long to wait after an attempt that failed, in milliseconds. Attempts count from 1. */
export function retryDelay({ delay, backoff, maxDelay, jitter }: RetryRule, attempt: number): number {
  const full = Math.min(delay * backoff ** (attempt - 1), maxDelay);
  return full * (1 - jitter * Math.random());
}
