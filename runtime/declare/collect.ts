/**
 * What a node takes that ends a block: what the node of that name came to for each item, in the order of
 * the items. Any array of `U` can be passed where it is asked for.
 */
export interface Collect<U> extends ReadonlyArray<U> {
  /** Never there: the compiler reads the type from it that each item's has to have. */
  readonly "~icosian.collect"?: { readonly item: U };
}
