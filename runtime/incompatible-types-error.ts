import { IcosianError } from "./errors.js";

/** Nodes of two modules whose types have no value in common. */
export class IncompatibleTypesError extends IcosianError {
  static {
    this.prototype.name = "IncompatibleTypesError";
  }
  constructor(
    message: string,
    /** `name` is what is passed, `consumer` the node that asks for it. */
    readonly edges: readonly { readonly name: string; readonly type: string; readonly consumer: string; readonly asked: string }[],
  ) {
    super("ICOSIAN_INCOMPATIBLE_TYPES", message);
  }
}
