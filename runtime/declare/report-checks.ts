import type { LifecycleAdapter } from "../lifecycle/adapter.js";
import { type Hooks, hooksOf, joinHooks } from "../lifecycle/hooks.js";
import type { ValidationResult } from "./validation-result.js";

/** What a validator says, and of which node. */
export type NodeCheck = ValidationResult & { readonly node: string };

/** The hooks of a run that tells what each of its validators says. */
export function reportChecks(hooks: Hooks, onCheck: ((check: NodeCheck) => void) | undefined): Hooks {
  return onCheck === undefined ? hooks : joinHooks(hooks, hooksOf([reporter(onCheck)]));
}

function reporter(onCheck: (check: NodeCheck) => void): LifecycleAdapter {
  return {
    name: "onCheck",
    afterNodeExecution({ node: { validates }, ...outcome }) {
      if (validates === undefined || !outcome.success) return;
      return onCheck({ ...(outcome.result as ValidationResult), node: validates }) as void;
    },
  };
}
