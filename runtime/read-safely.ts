import { ArgumentError, IcosianError } from "./errors.js";
import { tellCause } from "./tell-cause.js";

/** What reading a method's arguments gives. A getter or a proxy among them may throw anything: it comes as an ArgumentError. */
export function readSafely<Value>(method: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof IcosianError) throw cause;
    throw new ArgumentError(method, `'${method}' cannot read its arguments: ${tellCause(cause)}.`, { cause });
  }
}
