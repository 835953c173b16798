/** The words of a declaration: its text without comments and layout, and the outer names that it mentions. */
import type { Node, Syntax } from "../compilers/port.js";
import { boundNames } from "./top-level.js";

export interface Words {
  readonly text: string;
  readonly mentions: ReadonlySet<string>;
}

export function wordsOf(syntax: Syntax, declaration: Node): Words {
  const source = declaration.getSourceFile().text;
  const words: string[] = [];
  const mentions = new Set<string>();
  visit(declaration, new Set());
  return { text: words.join("\n"), mentions };

  function visit(node: Node, outerLocals: ReadonlySet<string>): void {
    const locals = isFunction(node) ? new Set([...outerLocals, ...localsOf(node)]) : outerLocals;
    let end = node.getStart();
    let isLeaf = true;
    syntax.forEachChild(node, (child) => {
      isLeaf = false;
      gap(end, child.getStart());
      visit(child, locals);
      end = child.end;
    });
    if (!isLeaf) return gap(end, node.end);
    words.push(source.slice(end, node.end));
    if (syntax.isIdentifier(node) && isReference(syntax, node) && !locals.has(node.text)) mentions.add(node.text);
  }

  /** Between the parts of a node stand keywords, punctuation, comments and space. */
  function gap(start: number, end: number): void {
    if (end <= start) return;
    const text = source.slice(start, end).replace(/\/\*[^]*?\*\/|\/\/.*|\s+/g, "");
    if (text) words.push(text);
  }

  function isFunction(node: Node): boolean {
    return syntax.isFunctionDeclaration(node) || syntax.isFunctionExpression(node) || syntax.isArrowFunction(node) || syntax.isMethodDeclaration(node);
  }

  /** The names that a function binds: its parameters, and what is declared anywhere in its own body. */
  function localsOf(fn: Node): string[] {
    const names: string[] = [];
    const open: Node[] = [fn];
    for (let node = open.pop(); node; node = open.pop()) {
      const { name } = node as { name?: Node };
      const binds = syntax.isParameter(node) || syntax.isVariableDeclaration(node) || syntax.isFunctionDeclaration(node) || syntax.isClassDeclaration(node);
      if (binds && name && node !== fn) names.push(...boundNames(syntax, name));
      if (node === fn || !isFunction(node)) syntax.forEachChild(node, (child) => void open.push(child));
    }
    return names;
  }
}

/** Whether an identifier stands for a value or type in scope, and does not name a member or what is declared. */
function isReference(syntax: Syntax, identifier: Node): boolean {
  const { parent } = identifier;
  const { name, propertyName } = parent as { name?: Node; propertyName?: Node };
  return (name !== identifier || syntax.isShorthandPropertyAssignment(parent)) && propertyName !== identifier;
}
