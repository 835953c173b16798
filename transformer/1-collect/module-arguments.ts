/** Transform the arguments of a `withModules(…)` Into the modules that they are. */
import type { Node, Project, SourceFile } from "../compilers/port.js";
import { bare } from "./bare.js";
import { constantValue } from "./constant-value.js";
import { declarationNamed } from "./declaration-named.js";

export interface GivenModule {
  readonly file: SourceFile;
  readonly argument: Node;
}

/** Undefined where the text does not tell exactly: an object with members of its own, a parameter, a condition. */
export function modulesOf(project: Project, given: readonly Node[]): GivenModule[] | undefined {
  const modules: GivenModule[] = [];
  for (const argument of given) {
    const found = moduleOf(project, argument);
    if (!found) return undefined;
    modules.push({ file: found, argument });
  }
  return modules;
}

function moduleOf(project: Project, argument: Node): SourceFile | undefined {
  const { syntax } = project;
  const seen = new Set<Node>();
  let node: Node | undefined = bare(syntax, argument);
  while (node && !seen.has(node)) {
    seen.add(node);
    if (syntax.isSourceFile(node)) return node;
    node = next(node);
  }
  return undefined;

  function next(from: Node): Node | undefined {
    if (syntax.isAwaitExpression(from)) return bare(syntax, from.expression);
    return constantValue(project, from) ?? declarationNamed(project, from) ?? importedModule(project, from);
  }
}

/** The module of `import("…")` and `require("…")`. */
export function importedModule(project: Project, node: Node): SourceFile | undefined {
  const { syntax } = project;
  if (!syntax.isCallExpression(node)) return undefined;
  const { expression, arguments: [specifier] } = node;
  const isImport =
    expression.kind === syntax.SyntaxKind.ImportKeyword || (syntax.isIdentifier(expression) && expression.text === "require");
  return isImport && specifier && syntax.isStringLiteralLike(specifier) ? project.moduleAt(specifier) : undefined;
}
