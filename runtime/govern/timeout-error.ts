import { IcosianError } from "../errors.js";

/** What took too long: the `cause` of a `NodeError` where it was one attempt of a node, or else the run. */
export class TimeoutError extends IcosianError {
  static {
    this.prototype.name = "TimeoutError";
  }
  constructor(
    message: string,
    /** How long it was given. */
    readonly milliseconds: number,
  ) {
    super("ICOSIAN_TIMEOUT", message);
  }
}
