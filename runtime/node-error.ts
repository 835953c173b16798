import type { StagedPlan } from "./blocks/staged-plan.js";
import { NodeError } from "./errors.js";
import { features } from "./features.js";
import type { DataflowModule } from "./graph.js";
import { ownExport } from "./own-export.js";
import type { Plan } from "./plan.js";
import { routesIn } from "./plan-route.js";
import { tellRoute } from "./problems.js";
import { type Frame, NO_ITEM } from "./progress.js";
import { tellCause } from "./tell-cause.js";

/** A step of a frame as its whole plan has it; nothing where the engine takes the step itself. */
export function ownStep({ plan, item }: Pick<Frame, "plan" | "item">, step: number): { plan: Plan; step: number; item: readonly number[] } | undefined {
  const { whole, wholeSteps } = plan as Partial<StagedPlan>;
  if (whole === undefined) return { plan, step, item };
  return wholeSteps![step] === -1 ? undefined : { plan: whole, step: wholeSteps![step]!, item };
}

/** What a step of a frame has thrown, told with its node; what comes from within a block is told already. */
export function stepError(frame: Pick<Frame, "plan" | "item">, step: number, cause: unknown): unknown {
  const own = ownStep(frame, step);
  return own === undefined ? cause : nodeError(own.plan, own.step, cause, { item: own.item });
}

interface Whereabouts {
  readonly item?: readonly number[];
  readonly routes?: ReturnType<typeof routesIn>;
}

/** What a step has thrown, told with its node and the route to it. */
export function nodeError(plan: Plan, step: number, cause: unknown, { item = NO_ITEM, routes = routesIn(plan) }: Whereabouts = {}): NodeError {
  const { name, node, source } = plan.steps.at(step);
  const route = routes(step);
  const why = route.length > 1 ? ` It is computed because ${tellRoute(route)}.` : "";
  const own = ownExport(node);
  const member = own === undefined ? undefined : readMember(source.module, own);
  const options = { cause, ...(item.length > 0 && { item }) };
  if (own !== undefined && typeof member !== "function") {
    const message = `Node '${name}' is not a function: its module holds ${member === undefined ? "nothing" : `a value of type '${typeof member}'`} under '${own}'.${why}`;
    return new NodeError("ICOSIAN_NODE_NOT_A_FUNCTION", message, name, route, options);
  }
  return new NodeError("ICOSIAN_NODE_FAILED", `Node '${name}' fails${features.blocks?.tellItem(plan.graph, name, item) ?? ""}: ${tellCause(cause)}.${why}`, name, route, options);
}

function readMember(module: DataflowModule, name: string): unknown {
  try {
    return module[name];
  } catch {
    return readMember; // a `const` whose line has not run: it may well be a function, and the cause says so
  }
}
