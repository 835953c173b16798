/**
 * The part of a Standard Schema that is used here; its output is not.
 *
 * Source: https://standardschema.dev
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
    readonly types?: { readonly input: unknown; readonly output: T } | undefined;
  };
}

export interface StandardResult {
  /** What the schema makes of the value: it is not used. */
  readonly value?: unknown;
  readonly issues?: readonly StandardIssue[] | undefined;
}

export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Where an issue stands: keys and positions from the outside in. */
export function keysOf({ path = [] }: StandardIssue): PropertyKey[] {
  // A plain array, whatever kind of one the schema's is.
  return Array.from(path, (each) => (typeof each === "object" ? each.key : each));
}
