import type { Dataflow } from "../model.js";

/** What declarations make: nodes, and the inputs that are declared for these. */
export type Unfolded = Pick<Dataflow, "nodes" | "declaredInputs">;
