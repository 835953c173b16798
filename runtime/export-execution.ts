import type { Plan } from "./plan.js";

/** What `exportExecution` writes. */
export interface ExportedExecution {
  readonly finalVars: readonly string[];
  /** Inputs that the request needs and that nothing gives yet. */
  readonly inputsNeeded: readonly string[];
  /** In order of execution: what is given first, then what is computed, dependencies before dependents. */
  readonly nodes: readonly {
    readonly name: string;
    readonly type: string;
    readonly kind: "function" | "input" | "config" | "override";
    readonly module?: string;
    readonly dependencies: readonly string[];
  }[];
}

/** The plan of a request as JSON: the same dataflow and request give the same text. */
export function exportExecution(plan: Plan): string {
  const given = plan.given.flatMap(({ name, vertex, giver }) => {
    if (vertex === undefined) return [];
    const kind = giver === "overrides" ? ("override" as const) : vertex.kind;
    return [{ name, type: vertex.type, kind, dependencies: [] }];
  });
  const computed = plan.steps.map(({ name, type, node, source }) => ({
    name,
    type,
    kind: "function" as const,
    module: source.manifest.module,
    dependencies: node.dependencies.map((dependency) => dependency.name),
  }));
  const exported: ExportedExecution = {
    finalVars: plan.finalVars,
    inputsNeeded: plan.given.filter(({ giver, requiredBy }) => giver === "nobody" && requiredBy !== -1).map(({ name }) => name),
    nodes: [...given, ...computed],
  };
  return JSON.stringify(exported, undefined, 2);
}
