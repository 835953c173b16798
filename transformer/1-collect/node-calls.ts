/** Transform `node({ … }, fn)`, where an export holds it, Into its options and its function. */
import type { FunctionNode, Node, Project } from "../compilers/port.js";
import type { UnreadableNode, WrittenObject } from "../model.js";
import { bare } from "./bare.js";
import { functionOf } from "./function-of.js";
import { kindOfCall } from "./kind-of-call.js";
import { placeOf } from "./place.js";
import { writtenIn } from "./written.js";

export interface NodeCall {
  readonly options: WrittenObject;
  readonly fn: FunctionNode;
  /** The function itself, or the variable that its name leads to. */
  readonly holder: Node;
}

export function nodeCallOf(project: Project, declaration: Node): NodeCall | Omit<UnreadableNode, "name"> | undefined {
  const { syntax } = project;
  if (!syntax.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const call = bare(syntax, declaration.initializer);
  if (!syntax.isCallExpression(call) || kindOfCall(project, call) !== "icosian.node") return undefined;
  const [given, called] = call.arguments;
  // Without both, TypeScript has objected.
  if (!given || !called) return undefined;
  const options = writtenIn(project, given);
  if (options.kind !== "object" || options.unnamed) return { unreadable: "options", place: placeOf(options.kind === "object" ? options.unnamed! : given) };
  const holder = holderOf(project, called);
  const fn = holder && functionOf(syntax, holder);
  return fn ? { options, fn, holder } : { unreadable: "function", place: placeOf(called) };
}

/** A function that is written here, or what a name leads to. */
function holderOf({ syntax, declarationOf }: Project, expression: Node): Node | undefined {
  const node = bare(syntax, expression);
  return syntax.isIdentifier(node) ? declarationOf(node) : node;
}
