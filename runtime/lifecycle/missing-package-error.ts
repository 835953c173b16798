import { IcosianError } from "../errors.js";

/** An optional package that is not installed; the message has the command that installs it. */
export class MissingPackageError extends IcosianError {
  static {
    this.prototype.name = "MissingPackageError";
  }
  constructor(
    message: string,
    readonly packageName: string,
    options?: { cause?: unknown },
  ) {
    super("ICOSIAN_PACKAGE_MISSING", message, options);
  }
}
