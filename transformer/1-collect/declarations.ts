/** Transform a module's exports Into the declarations of its nodes. */
import type { Export, Node, Project, SourceFile, Syntax } from "../compilers/port.js";
import type { Declaration, Flaw, UnreadableNode } from "../model.js";
import { bare } from "./bare.js";
import { documentationOf } from "./documentation.js";
import { functionOf } from "./function-of.js";
import { nodeCallOf } from "./node-calls.js";
import { parametersOf } from "./parameters.js";
import { placeOf } from "./place.js";

export interface Declarations {
  readonly declarations: readonly Declaration[];
  readonly unreadable: readonly UnreadableNode[];
}

/** The nodes that a module declares or re-exports: its own in source order, then the others' in theirs. */
export function declarationsOf(project: Project, file: SourceFile): Declarations {
  const rank = ({ place }: Declaration): number => (place.file === file ? -1 : project.rankOf(place.file));
  const found = project.exportsOf(file).flatMap((each) => declarationOf(project, each) ?? []);
  return {
    declarations: found.filter((each): each is Declaration => "fn" in each).sort((a, b) => rank(a) - rank(b) || a.place.start - b.place.start || (a.name < b.name ? -1 : 1)),
    unreadable: found.filter((each): each is UnreadableNode => !("fn" in each)),
  };
}

/** Names that begin with `_` or `$`, and the default export, are no nodes. */
export function isNodeName(name: string): boolean {
  return name !== "default" && !/^[_$]/.test(name);
}

/** What a name declares, be it exported or not. */
export function declarationOf(project: Project, { name, declarations }: Export): Declaration | UnreadableNode | undefined {
  if (!isNodeName(name)) return undefined;
  const { syntax } = project;
  const functions = declarations.filter((each) => syntax.isFunctionDeclaration(each));
  const declaration = functions.find((each) => each.body) ?? functions[0] ?? declarations.find((each) => syntax.isVariableDeclaration(each) || syntax.isArrowFunction(each) || syntax.isFunctionExpression(each) || syntax.isCallExpression(each));
  const own = declaration && functionOf(syntax, declaration);
  const call = declaration && !own ? nodeCallOf(project, declaration) : undefined;
  if (!declaration || !(own || call)) return undefined;
  const documentation = documentationOf(...(syntax.isVariableDeclaration(declaration) ? [declaration, declaration.parent.parent] : [declaration]));
  if (documentation.isNotNode || functions.some((each) => each !== declaration && documentationOf(each).isNotNode)) return undefined;
  if (call && "unreadable" in call) return { name, ...call };

  const { fn, holder, options, modules } = call ?? { fn: own!, holder: declaration, options: undefined, modules: undefined };
  const isTypedByContext = hasTypeAround(syntax, holder);
  const { parameters, style, flaws } = parametersOf(project, fn, isTypedByContext);
  const place = placeOf((declaration as { name?: Node }).name ?? declaration);
  const overloads: Flaw[] = functions.some((each) => each !== declaration && !each.body) ? [{ kind: "overloads", place }] : [];
  // Within the call, no type around a parameter tells of it.
  const isInCall = options !== undefined && holder === fn && !/\.[cm]?jsx?$/.test(fn.getSourceFile().fileName);
  const untyped = parameters.filter(({ isTyped }) => isInCall && !isTyped).map(({ place }): Flaw => ({ kind: "untypedInNode", place }));
  return { name, place, declaration, holder, fn, style, isTypedByContext, parameters, documentation, flaws: [...overloads, ...untyped, ...flaws], ...(options && { options }), ...(modules && { modules }) };
}

/** Whether a type was written around the function that it holds. */
function hasTypeAround(syntax: Syntax, declaration: Node): boolean {
  if (!syntax.isVariableDeclaration(declaration)) return false;
  const { type, initializer } = declaration;
  return type !== undefined || (initializer !== undefined && bare(syntax, initializer) !== initializer);
}
