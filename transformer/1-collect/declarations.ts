/** Transform a module's exports Into the declarations of its nodes. */
import type { Export, FunctionNode, Node, Project, SourceFile, Syntax } from "../compilers/port.js";
import type { Declaration, Flaw } from "../model.js";
import { documentationOf } from "./documentation.js";
import { parametersOf } from "./parameters.js";
import { placeOf } from "./place.js";

/** The nodes that a module declares or re-exports: its own in source order, then the others' in theirs. */
export function declarationsOf(project: Project, file: SourceFile): Declaration[] {
  const rank = ({ place }: Declaration): number => (place.file === file ? -1 : project.rankOf(place.file));
  return project
    .exportsOf(file)
    .map((each) => declarationOf(project, each))
    .filter((each) => each !== undefined)
    .sort((a, b) => rank(a) - rank(b) || a.place.start - b.place.start);
}

/** Names that begin with `_` or `$`, and the default export, are no nodes. */
export function isNodeName(name: string): boolean {
  return name !== "default" && !/^[_$]/.test(name);
}

function declarationOf(project: Project, { name, declarations }: Export): Declaration | undefined {
  if (!isNodeName(name)) return undefined;
  const { syntax } = project;
  const functions = declarations.filter((each) => syntax.isFunctionDeclaration(each));
  const declaration = functions.find((each) => each.body) ?? functions[0] ?? declarations.find((each) => syntax.isVariableDeclaration(each));
  const fn = declaration && functionOf(syntax, declaration);
  if (!fn) return undefined;
  const documentation = documentationOf(...(syntax.isVariableDeclaration(declaration) ? [declaration, declaration.parent.parent] : [declaration]));
  if (documentation.isNotNode || functions.some((each) => each !== declaration && documentationOf(each).isNotNode)) return undefined;

  const isTypedByContext = hasTypeAround(syntax, declaration);
  const { parameters, style, flaws } = parametersOf(project, fn, isTypedByContext);
  const place = placeOf((declaration as { name?: Node }).name ?? declaration);
  const overloads: Flaw[] = functions.some((each) => each !== declaration && !each.body) ? [{ kind: "overloads", place }] : [];
  const isAsync = ((fn as { modifiers?: readonly Node[] }).modifiers ?? []).some(({ kind }) => kind === syntax.SyntaxKind.AsyncKeyword);
  return { name, place, declaration, fn, style, isTypedByContext, isAsync, parameters, documentation, flaws: [...overloads, ...flaws] };
}

/** A function declaration itself, or the function that a `const` holds. */
function functionOf(syntax: Syntax, declaration: Node): FunctionNode | undefined {
  if (syntax.isFunctionDeclaration(declaration)) {
    return declaration.body || declaration.getSourceFile().isDeclarationFile ? declaration : undefined;
  }
  if (!syntax.isVariableDeclaration(declaration) || !isConst(syntax, declaration)) return undefined;
  const { type, initializer } = declaration;
  if (!initializer) return type && syntax.isFunctionTypeNode(type) && declaration.getSourceFile().isDeclarationFile ? type : undefined;
  const value = bare(syntax, initializer);
  return syntax.isArrowFunction(value) || syntax.isFunctionExpression(value) ? value : undefined;
}

function isConst(syntax: Syntax, declaration: Node): boolean {
  return (syntax.getCombinedNodeFlags(declaration) & syntax.NodeFlags.Const) !== 0;
}

/** The expression without parentheses, `as` and `satisfies`. */
export function bare(syntax: Syntax, expression: Node): Node {
  let inner = expression;
  while (syntax.isParenthesizedExpression(inner) || syntax.isAsExpression(inner) || syntax.isSatisfiesExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}

/** Whether a type was written around the function that it holds. */
function hasTypeAround(syntax: Syntax, declaration: Node): boolean {
  if (!syntax.isVariableDeclaration(declaration)) return false;
  const { type, initializer } = declaration;
  return type !== undefined || (initializer !== undefined && bare(syntax, initializer) !== initializer);
}
