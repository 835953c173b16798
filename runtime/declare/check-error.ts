import { describeValue } from "../schemas/describe.js";
import { IcosianError } from "../errors.js";
import type { ValidationResult } from "./validation-result.js";

/** The value of a node did not pass its checks: the `cause` of a NodeError. All of them have run. */
export class CheckError extends IcosianError {
  static {
    this.prototype.name = "CheckError";
  }
  constructor(
    readonly node: string,
    /** What each validator says that speaks against the value; where it only warns, it is not here. */
    readonly failed: readonly ValidationResult[],
  ) {
    const told = failed.map(({ name, issues, sample }) => {
      const shown = issues.slice(0, 5).map(({ path, message }) => `${path.length === 0 ? "" : `at '${path.map(String).join(".")}': `}${message.replace(/\.$/, "")}`);
      const more = issues.length > shown.length ? ` and ${issues.length - shown.length} more` : "";
      return `'${name}' (${shown.join("; ")}${more}; got ${describeValue(sample)})`;
    });
    super("ICOSIAN_CHECK_FAILED", `the value of '${node}' does not pass ${told.join(", ")}.`);
  }
}
