import { IcosianError } from "../errors.js";

/** What one validator says. */
export interface Finding {
  /** The validating adapter's name. */
  readonly adapter: string;
  /** The node that is wrong; absent where the dataflow as a whole is. */
  readonly node?: string;
  readonly message: string;
}

/** A dataflow that the adapters' `validateNode` and `validateGraph` refuse; `findings` holds all that they say. */
export class ValidationError extends IcosianError {
  static {
    this.prototype.name = "ValidationError";
  }
  constructor(
    message: string,
    readonly findings: readonly Finding[],
  ) {
    super("ICOSIAN_VALIDATION", message);
  }
}
