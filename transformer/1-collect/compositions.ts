/** Transform the text of Builder chains Into compositions: which modules and config a driver is built of. */
import type { Node, Project, SourceFile } from "../compilers/port.js";
import { BUILDER_METHODS, chainCall, type ChainCall } from "./chain-calls.js";
import { bare } from "./bare.js";
import { constantValue } from "./constant-value.js";
import { declarationNamed } from "./declaration-named.js";
import { modulesOf } from "./module-arguments.js";

/** A driver, as the text that builds it tells. */
export interface Composition {
  /** The call of `build` that ends its chain. */
  readonly build: Node;
  readonly modules: readonly { readonly file: SourceFile; readonly argument: Node }[];
  /** What `withConfig` is given, in order. */
  readonly configs: readonly Node[];
  readonly allowsOverrides: boolean;
}

/**
 * Goes back from a driver to `new Builder()`, through chains, constants, and functions that return one.
 * Undefined where the text does not tell all of it: that is left to `build()`.
 */
export function compositionOf(project: Project, driver: Node): Composition | undefined {
  const { syntax } = project;
  const calls: ChainCall[] = [];
  const seen = new Set<Node>();
  for (let node: Node | undefined = bare(syntax, driver); node; node = source(node)) {
    if (syntax.isNewExpression(node)) return project.isBuilder(node) ? composed(calls.reverse()) : undefined;
    if (seen.has(node)) return undefined;
    seen.add(node);
  }
  return undefined;

  function source(node: Node): Node | undefined {
    const call = chainCall(syntax, node);
    if (call && (call.method === "build" || BUILDER_METHODS.has(call.method))) {
      calls.push(call);
      return bare(syntax, call.receiver);
    }
    if (syntax.isAwaitExpression(node)) return bare(syntax, node.expression);
    if (syntax.isCallExpression(node)) return returned(project, node.expression);
    const declaration = declarationNamed(project, node);
    return declaration && constantValue(project, declaration);
  }

  function composed(chain: readonly ChainCall[]): Composition | undefined {
    const last = chain.findIndex(({ method }) => method === "build");
    const before = chain.slice(0, last);
    const modules = before.filter(({ method }) => method === "withModules").map(({ arguments: given }) => modulesOf(project, given));
    if (last < 0 || chain.length > last + 1 || modules.includes(undefined)) return undefined;
    return {
      build: chain[last]!.call,
      modules: modules.flatMap((each) => each!),
      configs: before.filter(({ method }) => method === "withConfig").flatMap(({ arguments: given }) => given.slice(0, 1)),
      allowsOverrides: before.some(({ method }) => method === "allowModuleOverrides"),
    };
  }
}

/** What a function returns, where it has one way to return. */
function returned(project: Project, callee: Node): Node | undefined {
  const { syntax } = project;
  const declaration = declarationNamed(project, callee);
  const fn = declaration && (syntax.isFunctionDeclaration(declaration) ? declaration : constantValue(project, declaration));
  if (!fn || !(syntax.isFunctionDeclaration(fn) || syntax.isArrowFunction(fn) || syntax.isFunctionExpression(fn)) || !fn.body) return undefined;
  if (!syntax.isBlock(fn.body)) return bare(syntax, fn.body);
  const returns: Node[] = [];
  const open: Node[] = [fn.body];
  for (let node = open.pop(); node; node = open.pop()) {
    if (syntax.isReturnStatement(node) && node.expression) returns.push(node.expression);
    if (!syntax.isFunctionLike(node)) syntax.forEachChild(node, (child) => void open.push(child));
  }
  return returns.length === 1 ? bare(syntax, returns[0]!) : undefined;
}
