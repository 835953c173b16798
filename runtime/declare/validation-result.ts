/** What a validator says of a value: the value of a validator node. */
export interface ValidationResult {
  /** Under which `check` names it. */
  readonly name: string;
  /** Whether a failure is merely reported, or an error. */
  readonly importance: "warn" | "fail";
  readonly passed: boolean;
  readonly issues: readonly ValidationIssue[];
  /** The first value that is at fault, where there is one. */
  readonly sample?: unknown;
}

export interface ValidationIssue {
  /** Where in the value: keys and positions from the outside in. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
