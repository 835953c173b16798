/** Transform `node({ … }, fn)` and `subdag([ … ], { … }, fn)`, by themselves or in a variable, Into what they are given. */
import type { FunctionNode, Node, Project } from "../compilers/port.js";
import type { UnreadableNode, WrittenList, WrittenObject } from "../model.js";
import { bare } from "./bare.js";
import { functionOf } from "./function-of.js";
import { kindOfCall } from "./kind-of-call.js";
import { placeOf } from "./place.js";
import { targetOf } from "./target-of.js";
import { writtenIn } from "./written.js";

export interface NodeCall {
  readonly options: WrittenObject;
  /** Of a subdag. */
  readonly modules?: WrittenList;
  readonly fn: FunctionNode;
  /** The function itself, or the variable that its name leads to. */
  readonly holder: Node;
}

export function nodeCallOf(project: Project, declaration: Node): NodeCall | Omit<UnreadableNode, "name"> | undefined {
  const { syntax } = project;
  const value = syntax.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  if (!value) return undefined;
  const call = bare(syntax, value);
  const kind = syntax.isCallExpression(call) ? kindOfCall(project, call) : undefined;
  if (!syntax.isCallExpression(call) || (kind !== "icosian.node" && kind !== "icosian.subdag")) return undefined;
  const [list, given, called] = kind === "icosian.node" ? [undefined, ...call.arguments] : call.arguments;
  // Without all of them, TypeScript has objected.
  if (!given || !called) return undefined;
  const modules = list && writtenIn(project, list);
  if (modules && (modules.kind !== "list" || modules.spread)) return { unreadable: "modules", place: placeOf(modules.kind === "list" ? modules.spread! : list) };
  const options = writtenIn(project, given);
  if (options.kind !== "object" || options.unnamed) return { unreadable: "options", place: placeOf(options.kind === "object" ? options.unnamed! : given) };
  const holder = targetOf(project, called);
  const fn = holder && functionOf(syntax, holder);
  return fn ? { options, fn, holder, ...(modules?.kind === "list" && { modules }) } : { unreadable: "function", place: placeOf(called) };
}
