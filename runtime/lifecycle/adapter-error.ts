import { IcosianError } from "../errors.js";
import type { LifecycleAdapter } from "./adapter.js";

/** The methods of an adapter. */
export type HookName = Exclude<keyof LifecycleAdapter, "name">;

/** A method of a lifecycle adapter that threw, or did what it may not do: with what it threw in `cause`. */
export class AdapterError extends IcosianError {
  static {
    this.prototype.name = "AdapterError";
  }
  constructor(
    message: string,
    /** The adapter's name. */
    readonly adapter: string,
    /** Such as `beforeNodeExecution`. */
    readonly hook: HookName,
    /** The node that it was told of, if any. */
    readonly node: string | undefined,
    options?: { cause?: unknown },
  ) {
    super("ICOSIAN_ADAPTER_FAILED", message, options);
  }
}
