import type { DeclaredInput, InputVertex, Source } from "../graph.js";
import type { ManifestInput } from "../manifest.js";

/** Where a module declares an input, if it does. */
export function declaredBy(source: Source, { export: member, path, hasDefault, doc }: ManifestInput): DeclaredInput | undefined {
  return member === undefined ? undefined : { source, member, ...(path && { path }), hasDefault: hasDefault === true, ...(doc !== undefined && { doc }) };
}

/** Two that ask for one input, if one of them declares it: what is declared is its type; what the other asks for, the compiler has held against it. */
export function joinDeclared(one: InputVertex, other: InputVertex): InputVertex | undefined {
  const declaring = one.declared ? one : other;
  const { declared } = declaring;
  if (declared === undefined) return undefined;
  return { ...declaring, optional: declared.hasDefault || (one.optional && other.optional), schemas: [...one.schemas, ...other.schemas] };
}
