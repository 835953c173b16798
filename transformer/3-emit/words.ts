/** The words of a declaration: its text without comments and layout, and the outer names that it mentions. */
import type { Identifier, Node, Syntax } from "../compilers/port.js";

export interface Words {
  readonly text: string;
  readonly mentions: ReadonlySet<string>;
}

/** What a function binds, within what the functions around it bind. */
interface Scope {
  readonly names: Set<string>;
  readonly outer?: Scope;
}

export function wordsOf(syntax: Syntax, declaration: Node): Words {
  const file = declaration.getSourceFile();
  const { literals, references } = read(syntax, declaration);
  const pieces: string[] = [];
  let end = declaration.getStart(file);
  for (const literal of literals) {
    const start = literal.getStart(file);
    pieces.push(withoutLayout(file.text.slice(end, start)), file.text.slice(start, literal.end));
    end = literal.end;
  }
  pieces.push(withoutLayout(file.text.slice(end, declaration.end)));
  const outside = references.filter(({ name, scope }) => !isBound(name, scope));
  return { text: pieces.join("\n"), mentions: new Set(outside.map(({ name }) => name)) };
}

/** In source order: the literals, inside which space counts, and the names that stand for something in scope. */
function read(syntax: Syntax, declaration: Node) {
  const literals: Node[] = [];
  const references: { readonly name: string; readonly scope: Scope }[] = [];
  visit(declaration, { names: new Set() });
  return { literals, references };

  function visit(node: Node, scope: Scope): void {
    if (syntax.isIdentifier(node)) identifier(node, scope);
    else if (isLiteral(node)) literals.push(node);
    else if (node.kind > syntax.SyntaxKind.LastToken) {
      const inner = syntax.isFunctionLike(node) ? { names: new Set<string>(), outer: scope } : scope;
      syntax.forEachChild(node, (child) => visit(child, inner));
    }
  }

  function identifier(node: Identifier, scope: Scope): void {
    const { parent } = node;
    const { name, propertyName } = parent as { name?: Node; propertyName?: Node };
    if (propertyName === node) return;
    if (name !== node || syntax.isShorthandPropertyAssignment(parent)) references.push({ name: node.text, scope });
    else if (isBinding(parent) && parent !== declaration) {
      scope.names.add(node.text);
      // A function's own name is known around it as well.
      if (syntax.isFunctionLike(parent)) scope.outer?.names.add(node.text);
    }
  }

  function isBinding(node: Node): boolean {
    return syntax.isParameter(node) || syntax.isVariableDeclaration(node) || syntax.isBindingElement(node) || syntax.isFunctionDeclaration(node) || syntax.isFunctionExpression(node) || syntax.isClassDeclaration(node);
  }

  function isLiteral({ kind }: Node): boolean {
    return kind >= syntax.SyntaxKind.FirstLiteralToken && kind <= syntax.SyntaxKind.LastTemplateToken;
  }
}

function isBound(name: string, scope: Scope | undefined): boolean {
  for (let each = scope; each; each = each.outer) if (each.names.has(name)) return true;
  return false;
}

/** Between literals stand names, keywords, punctuation, comments and space. */
function withoutLayout(text: string): string {
  const spaced = text.replace(/(?:\/\*[^]*?\*\/|\/\/.*|\s)+/g, " ");
  return spaced.replace(/(?<![\w$]) | (?![\w$])/g, "");
}
