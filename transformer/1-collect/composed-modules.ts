/** Transform the `withModules(…)` calls of a file Into the modules that they are given. */
import type { Node, Project, SourceFile } from "../compilers/port.js";
import { chainCallsIn } from "./chain-calls.js";
import { bare } from "./bare.js";
import { declarationNamed } from "./declaration-named.js";
import { importedModule } from "./module-arguments.js";

export function composedModules(project: Project, file: SourceFile, byTypes: boolean): ReadonlySet<SourceFile> {
  const { syntax } = project;
  const found = new Set<SourceFile>();
  const seen = new Set<Node>();
  for (const { method, receiver, arguments: given } of chainCallsIn(project, file)) {
    if (method === "withModules" && (!byTypes || project.isBuilder(receiver))) given.forEach(follow);
  }
  return found;

  /** Goes from an argument to the modules that its text leads to; what it does not tell is left to `build()`. */
  function follow(argument: Node): void {
    const waiting = [argument];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const node = bare(syntax, next);
      if (seen.has(node)) continue;
      seen.add(node);
      if (syntax.isSourceFile(node)) found.add(node);
      else if (syntax.isIdentifier(node) || syntax.isPropertyAccessExpression(node)) push(declarationNamed(project, node));
      else if (syntax.isVariableDeclaration(node)) push(node.initializer);
      else if (syntax.isExportAssignment(node)) push(node.expression);
      else if (syntax.isAwaitExpression(node)) push(node.expression);
      else if (syntax.isCallExpression(node)) push(importedModule(project, node));
      else if (syntax.isConditionalExpression(node)) push(node.whenTrue, node.whenFalse);
      else if (syntax.isSpreadElement(node) || syntax.isSpreadAssignment(node)) push(node.expression);
      else if (syntax.isArrayLiteralExpression(node)) push(...node.elements);
      else if (syntax.isObjectLiteralExpression(node)) push(...node.properties.filter(syntax.isSpreadAssignment));
    }
    function push(...nodes: (Node | undefined)[]): void {
      for (const node of nodes) if (node) waiting.push(node);
    }
  }
}
