import { features } from "./features.js";
import { setOwn } from "./own-property.js";
import type { Plan } from "./plan.js";

export type NodeFunction = (...dependencies: unknown[]) => unknown;

/** Calls the function of a step with its arguments. */
export function callStep(plan: Plan, step: number, values: readonly unknown[]): unknown {
  return readFunction(plan, step)(...listArguments(plan, step, values));
}

/**
 * Calls a step's function with what stands in its slots, from `slots[start]` on, where steps run in the
 * plan's own order: a value that nothing after it needs is dropped before. The arrays are the plan's, handed in
 * so that a loop over steps need not load them again after each call of a function, which might have
 * changed anything for all that the engine knows. The common cases stand first and apart.
 */
export function callInOrder(
  node: NodeFunction,
  plan: Plan,
  step: number,
  values: unknown[],
  arity: number,
  slots: Int32Array,
  isLastUse: Uint8Array,
  start: number,
): unknown {
  switch (arity) {
    case 0:
      return node();
    case 1: {
      const slot = slots[start]!;
      const value = values[slot];
      if (isLastUse[start] === 1) values[slot] = undefined;
      return node(value);
    }
    case 2: {
      const slotA = slots[start]!;
      const slotB = slots[start + 1]!;
      const a = values[slotA];
      const b = values[slotB];
      if (isLastUse[start] === 1) values[slotA] = undefined;
      if (isLastUse[start + 1] === 1) values[slotB] = undefined;
      return node(a, b);
    }
    case 3: {
      const slotA = slots[start]!;
      const slotB = slots[start + 1]!;
      const slotC = slots[start + 2]!;
      const a = values[slotA];
      const b = values[slotB];
      const c = values[slotC];
      if (isLastUse[start] === 1) values[slotA] = undefined;
      if (isLastUse[start + 1] === 1) values[slotB] = undefined;
      if (isLastUse[start + 2] === 1) values[slotC] = undefined;
      return node(a, b, c);
    }
    default: {
      const taken = listArguments(plan, step, values);
      for (let edge = start; edge < plan.starts[step + 1]!; edge++) if (isLastUse[edge] === 1) values[slots[edge]!] = undefined;
      return node(...taken);
    }
  }
}

/**
 * The function of a step, read from its module now and not before. A namespace holds the same one for ever;
 * any other object may be given another, by a spy for one.
 */
export function readFunction({ functions, graph, owners, steps }: Plan, step: number): NodeFunction {
  const name = functions[step];
  if (typeof name === "function") return name;
  if (name === undefined) return (functions[step] = features.declarations!.compileOperation(steps.at(step)));
  const { module, isNamespace } = graph.vertices.sources[owners[step]!]!;
  if (!isNamespace) return module[name] as NodeFunction;
  const node = Reflect.get(module, name) as NodeFunction;
  if (typeof node === "function") functions[step] = node;
  return node;
}

/** In place of a number of arguments: one object that holds them all. */
export const NAMED = -1;

/** In place of a number of arguments that is larger than those which stand apart in `callInOrder`. */
export const MANY = 4;

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (typeof value === "number") return false; // by far the fastest of these tests
  return ((typeof value === "object" && value !== null) || typeof value === "function") && typeof (value as { then?: unknown }).then === "function";
}

function listArguments(plan: Plan, step: number, values: readonly unknown[]): unknown[] {
  const { arities, starts, slots } = plan;
  if (arities[step] === NAMED) return [namedArgument(plan, step, values)];
  const list = new Array<unknown>(starts[step + 1]! - starts[step]!);
  for (let index = 0; index < list.length; index++) list[index] = values[slots[starts[step]! + index]!];
  return list;
}

function namedArgument({ keys, starts, slots }: Plan, step: number, values: readonly unknown[]): object {
  const argument = {};
  keys.get(step)!.forEach((name, position) => setOwn(argument, name, values[slots[starts[step]! + position]!]));
  return argument;
}
