/** Where a declaration stands on what `node` and `subdag` return: the same for every copy of the package. */
export const DECLARED = Symbol.for("icosian.declared");

/** What `node` or `subdag` was given. */
export interface Declaration {
  readonly kind: "icosian.node" | "icosian.subdag";
  readonly options: Readonly<Record<string, unknown>>;
  readonly fn: (...args: unknown[]) => unknown;
}

/** What a value declares, if `node` or `subdag` made it. */
export function declarationOf(value: unknown): Declaration | undefined {
  return typeof value === "function" ? (value as { [DECLARED]?: Declaration })[DECLARED] : undefined;
}

/** A function of its own that does what `fn` does, so that one `fn` may serve several declarations. */
export function declare(kind: Declaration["kind"], options: Declaration["options"], fn: Declaration["fn"]): object {
  const declared = function (this: unknown, ...args: unknown[]): unknown {
    return fn.apply(this, args);
  };
  const declaration: Declaration = { kind, options, fn };
  return Object.defineProperties(declared, {
    name: { value: fn.name, configurable: true },
    length: { value: fn.length, configurable: true },
    kind: { value: kind },
    [DECLARED]: { value: declaration },
  });
}
