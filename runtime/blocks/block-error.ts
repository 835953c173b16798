import { IcosianError } from "../errors.js";

/** A node that has no place in the dataflow's blocks. */
export interface BlockProblem {
  /** In two blocks of which neither is within the other, collecting what is in none, or in more blocks than there may be. */
  readonly code: "torn-node" | "loose-collection" | "too-deep";
  readonly node: string;
  /** By the nodes that open them. */
  readonly blocks: readonly string[];
  readonly message: string;
}

/** Blocks that do not fit into each other. */
export class BlockError extends IcosianError {
  static {
    this.prototype.name = "BlockError";
  }
  constructor(
    message: string,
    readonly problems: readonly BlockProblem[],
  ) {
    super("ICOSIAN_BLOCKS", message);
  }
}
