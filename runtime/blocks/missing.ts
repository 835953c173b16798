/** Stands among what is collected for the value of a node that has failed, or has not run for that. */
export const MISSING = Symbol("missing");
