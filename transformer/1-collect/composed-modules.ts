/** Transform the `withModules(…)` calls of a file Into the modules that they are given. */
import type { CallExpression, Node, Project, SourceFile } from "../compilers/port.js";
import { bare } from "./declarations.js";

export function composedModules(project: Project, file: SourceFile, byTypes: boolean): ReadonlySet<SourceFile> {
  const { syntax } = project;
  const found = new Set<SourceFile>();
  const seen = new Set<Node>();
  const open: Node[] = [file];
  for (let node = open.pop(); node; node = open.pop()) {
    syntax.forEachChild(node, (child) => void open.push(child));
    if (isComposition(node)) node.arguments.forEach(follow);
  }
  return found;

  function isComposition(node: Node): node is CallExpression {
    return (
      syntax.isCallExpression(node) &&
      syntax.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === "withModules" &&
      (!byTypes || project.isBuilder(node.expression.expression))
    );
  }

  /** Goes from an argument to the modules that its text leads to; what it does not tell is left to `build()`. */
  function follow(argument: Node): void {
    const waiting = [argument];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const node = bare(syntax, next);
      if (seen.has(node)) continue;
      seen.add(node);
      if (syntax.isSourceFile(node)) found.add(node);
      else if (syntax.isIdentifier(node)) push(project.declarationOf(node));
      else if (syntax.isVariableDeclaration(node)) push(node.initializer);
      else if (syntax.isAwaitExpression(node)) push(node.expression);
      else if (syntax.isCallExpression(node)) push(imported(node));
      else if (syntax.isConditionalExpression(node)) push(node.whenTrue, node.whenFalse);
      else if (syntax.isSpreadElement(node) || syntax.isSpreadAssignment(node)) push(node.expression);
      else if (syntax.isArrayLiteralExpression(node)) push(...node.elements);
      else if (syntax.isObjectLiteralExpression(node)) push(...node.properties.filter(syntax.isSpreadAssignment));
    }
    function push(...nodes: (Node | undefined)[]): void {
      for (const node of nodes) if (node) waiting.push(node);
    }
  }

  /** The module of `import("…")` and `require("…")`. */
  function imported({ expression, arguments: [specifier] }: CallExpression): SourceFile | undefined {
    const isImport =
      expression.kind === syntax.SyntaxKind.ImportKeyword || (syntax.isIdentifier(expression) && expression.text === "require");
    return isImport && specifier && syntax.isStringLiteralLike(specifier) ? project.moduleAt(specifier) : undefined;
  }
}
