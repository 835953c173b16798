import type { Condition, ManifestNode } from "../manifest.js";

/** What makes a node one of several of its name. */
export interface ExplainedVariant {
  /** Who declares it, such as `tax__us`; absent where it is made of other nodes alone. */
  readonly export?: string;
  /** What must hold of the config, all of it. */
  readonly when: readonly Condition[];
  /** Set where it stands if no other variant does. */
  readonly otherwise?: true;
}

/** Nothing for a node that stands under every config. */
export function explainedVariant({ compute, when, otherwise }: ManifestNode): ExplainedVariant | undefined {
  if (when === undefined && otherwise === undefined) return undefined;
  return { ...("export" in compute && { export: compute.export }), when: when ?? [], ...(otherwise && { otherwise: true as const }) };
}
