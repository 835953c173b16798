import { ArgumentError, IcosianError } from "./errors.js";
import { tellCause } from "./tell-cause.js";

/** The error for what reading a method's arguments has thrown: ours as it is, or whatever a getter or a proxy among them throws. */
export function unreadable(method: string, cause: unknown): IcosianError {
  return cause instanceof IcosianError ? cause : new ArgumentError(method, `'${method}' cannot read its arguments: ${tellCause(cause)}.`, { cause });
}
