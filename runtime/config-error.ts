import { IcosianError } from "./errors.js";
import type { Problem } from "./problems.js";

/** Config values that do not have the type of the input that they stand for. */
export class ConfigError extends IcosianError {
  static {
    this.prototype.name = "ConfigError";
  }
  constructor(
    message: string,
    readonly problems: readonly Problem[],
  ) {
    super("ICOSIAN_CONFIG", message);
  }
}
