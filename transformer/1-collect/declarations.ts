/** Transform a module's exports Into the declarations of its nodes. */
import type { Export, Node, Project, SourceFile, Syntax } from "../compilers/port.js";
import type { Declaration, Flaw, UnreadableNode } from "../model.js";
import { bare } from "./bare.js";
import { documentationOf } from "./documentation.js";
import { exportPlaceOf } from "./export-place.js";
import { functionOf } from "./function-of.js";
import { kindAt } from "./kind-of-call.js";
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
  const declarations: Declaration[] = [];
  const unreadable: UnreadableNode[] = [];
  for (const each of project.exportsOf(file)) {
    if (each.declarations.some((declaration) => isOfScript(project, declaration, file))) continue;
    const found = declarationOf(project, each) ?? compiledDeclaration(project, file, each);
    if (found && "fn" in found) declarations.push(found);
    else if (found) unreadable.push(found);
  }
  declarations.sort((a, b) => rank(a) - rank(b) || a.place.start - b.place.start || (a.name < b.name ? -1 : 1));
  return { declarations, unreadable };
}

/** Names that begin with `_` or `$`, and the default export, are no nodes. */
export function isNodeName(name: string): boolean {
  return name !== "default" && !name.startsWith("_") && !name.startsWith("$");
}

/** What a name declares, be it exported or not. */
export function declarationOf(project: Project, { name, declarations }: Export): Declaration | UnreadableNode | undefined {
  if (!isNodeName(name)) return undefined;
  const { syntax } = project;
  const functions = declarations.filter(syntax.isFunctionDeclaration);
  const declaration = functions.find((each) => each.body) ?? functions[0] ?? declarations.find((each) => syntax.isVariableDeclaration(each) || syntax.isArrowFunction(each) || syntax.isFunctionExpression(each) || syntax.isCallExpression(each));
  if (!declaration) return undefined;
  const own = functionOf(syntax, declaration);
  const call = own ? undefined : nodeCallOf(project, declaration);
  if (!own && !call) return undefined;
  const overloads = functions.length > 1 ? functions.filter((each) => each !== declaration) : [];
  const documentation = syntax.isVariableDeclaration(declaration) ? documentationOf(declaration, declaration.parent.parent) : documentationOf(declaration);
  if (documentation.isNotNode || overloads.some((each) => documentationOf(each).isNotNode)) return undefined;
  if (call && "unreadable" in call) return { name, ...call };

  const fn = call ? call.fn : own!;
  const holder = call ? call.holder : declaration;
  const isTypedByContext = hasTypeAround(syntax, holder);
  const { parameters, style, flaws } = parametersOf(project, fn, isTypedByContext);
  const place = placeOf((declaration as { name?: Node }).name ?? declaration);
  const more: Flaw[] = overloads.some(({ body }) => !body) ? [{ kind: "overloads", place }] : [];
  // Within the call, no type around a parameter tells of it.
  if (call && holder === fn && !/\.[cm]?jsx?$/.test(fn.getSourceFile().fileName)) {
    for (const { isTyped, place } of parameters) if (!isTyped) more.push({ kind: "untypedInNode", place });
  }
  return {
    name,
    place,
    declaration,
    holder,
    fn,
    style,
    isTypedByContext,
    parameters,
    documentation,
    flaws: more.length > 0 ? [...more, ...flaws] : flaws,
    options: call?.options,
    modules: call?.modules,
  };
}

/** What a script declares no module can export: TypeScript has objected. */
function isOfScript({ syntax }: Project, declaration: Node, file: SourceFile): boolean {
  const other = declaration.getSourceFile();
  if (other === file || syntax.isExternalModule(other)) return false;
  return (syntax.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration).parent === other;
}

/** What `node`, `subdag` or `input` declared in a compiled package: its types do not tell all of it, and its manifest is that of another module. */
function compiledDeclaration(project: Project, file: SourceFile, { name, declarations }: Export): UnreadableNode | undefined {
  if (file.isDeclarationFile || !isNodeName(name)) return undefined;
  const declaration = declarations.find(project.syntax.isVariableDeclaration);
  if (!declaration?.getSourceFile().isDeclarationFile || !kindAt(project, declaration)) return undefined;
  return { name, unreadable: "compiled", place: exportPlaceOf(project, file, name) };
}

/** Whether a type was written around the function that it holds. */
function hasTypeAround(syntax: Syntax, declaration: Node): boolean {
  if (!syntax.isVariableDeclaration(declaration)) return false;
  const { type, initializer } = declaration;
  return type !== undefined || (initializer !== undefined && bare(syntax, initializer) !== initializer);
}
