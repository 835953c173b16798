/** The words of a declaration: its text without comments and layout, and the outer names that it mentions. */
import type { Identifier, Node, Syntax } from "../compilers/port.js";

export interface Words {
  readonly text: string;
  readonly mentions: ReadonlySet<string>;
}

/** What a function binds and what it mentions, within the function around it. */
interface Scope {
  readonly names: Set<string>;
  readonly mentions: Set<string>;
  readonly outer?: Scope;
}

/** Every piece of syntax of a module passes here: what is asked of each is looked up once. */
export function createWords(syntax: Syntax): (declaration: Node) => Words {
  const { isIdentifier, isFunctionLike, isShorthandPropertyAssignment, forEachChild } = syntax;
  const { LastToken, FirstLiteralToken, LastTemplateToken } = syntax.SyntaxKind;
  return wordsOf;

  function wordsOf(declaration: Node): Words {
    const file = declaration.getSourceFile();
    const { literals, mentions } = read(declaration);
    const pieces: string[] = [];
    let end = declaration.getStart(file);
    for (const literal of literals) {
      const start = literal.getStart(file);
      pieces.push(withoutLayout(file.text.slice(end, start)), file.text.slice(start, literal.end));
      end = literal.end;
    }
    pieces.push(withoutLayout(file.text.slice(end, declaration.end)));
    return { text: pieces.join("\n"), mentions };
  }

  /** In source order: the literals, inside which space counts, and the names that stand for something outside. */
  function read(declaration: Node) {
    const literals: Node[] = [];
    let scope: Scope = { names: new Set(), mentions: new Set() };
    const all = scope;
    visit(declaration);
    return { literals, mentions: outside(all) };

    function visit(node: Node): void {
      const { kind } = node;
      if (isIdentifier(node)) identifier(node);
      else if (kind >= FirstLiteralToken && kind <= LastTemplateToken) literals.push(node);
      else if (kind <= LastToken) return;
      else if (isFunctionLike(node)) within(node);
      else forEachChild(node, visit);
    }

    function within(fn: Node): void {
      const outer = scope;
      const inner: Scope = { names: new Set(), mentions: new Set(), outer };
      scope = inner;
      forEachChild(fn, visit);
      scope = outer;
      for (const name of outside(inner)) outer.mentions.add(name);
    }

    function identifier(node: Identifier): void {
      const { parent } = node;
      const { name, propertyName } = parent as { name?: Node; propertyName?: Node };
      if (propertyName === node) return;
      if (name !== node || isShorthandPropertyAssignment(parent)) scope.mentions.add(node.text);
      else if (parent !== declaration && isBinding(parent)) {
        scope.names.add(node.text);
        // A function's own name is known around it as well.
        if (isFunctionLike(parent)) scope.outer?.names.add(node.text);
      }
    }
  }

  function isBinding(node: Node): boolean {
    return syntax.isParameter(node) || syntax.isVariableDeclaration(node) || syntax.isBindingElement(node) || syntax.isFunctionDeclaration(node) || syntax.isFunctionExpression(node) || syntax.isClassDeclaration(node);
  }
}

/** What is mentioned and bound nowhere: a name may be bound after it is mentioned. */
function outside({ names, mentions }: Scope): ReadonlySet<string> {
  for (const name of names) mentions.delete(name);
  return mentions;
}

/** Between literals stand names, keywords, punctuation, comments and space. */
function withoutLayout(text: string): string {
  const spaced = text.replace(/(?:\/\*[^]*?\*\/|\/\/.*|\s)+/g, " ");
  return spaced.replace(/(?<![\w$]) | (?![\w$])/g, "");
}
