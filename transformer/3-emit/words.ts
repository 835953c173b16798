/** The words of a declaration: its text without comments and layout, and which names of its file's top level it mentions. */
import type { Node, Syntax } from "../compilers/port.js";

export interface Words {
  readonly text: string;
  /** One as often as it is mentioned. */
  readonly mentions: readonly string[];
}

/** What a function or a block binds and what it mentions, within the one around it. Only names of the top level are of interest. */
interface Scope {
  names?: Set<string>;
  readonly mentions: string[];
  readonly outer: Scope | undefined;
}

/** Every piece of syntax of a module passes here: what is asked of each is looked up once. */
export function createWords(syntax: Syntax): (declaration: Node, topLevel: ReadonlyMap<string, unknown>) => Words {
  const { isFunctionLike, forEachChild } = syntax;
  const { Identifier, LastToken, FirstLiteralToken, LastTemplateToken, ShorthandPropertyAssignment } = syntax.SyntaxKind;
  const { Parameter, VariableDeclaration, BindingElement, FunctionDeclaration, FunctionExpression, ClassDeclaration } = syntax.SyntaxKind;
  const { Block, CaseBlock, CatchClause, ForStatement, ForInStatement, ForOfStatement, ModuleBlock } = syntax.SyntaxKind;
  const blocks: ReadonlySet<number> = new Set([Block, CaseBlock, CatchClause, ForStatement, ForInStatement, ForOfStatement, ModuleBlock]);
  const bindings: ReadonlySet<number> = new Set([Parameter, VariableDeclaration, BindingElement, FunctionDeclaration, FunctionExpression, ClassDeclaration]);
  /** By kind, whether it has a scope of its own. */
  const opens: (boolean | undefined)[] = [];
  // Of the declaration that is read; the literals in source order: inside them, space counts.
  let declaration: Node;
  let outerNames: ReadonlyMap<string, unknown>;
  let literals: Node[];
  let scope: Scope;
  return wordsOf;

  function wordsOf(read: Node, topLevel: ReadonlyMap<string, unknown>): Words {
    declaration = read;
    outerNames = topLevel;
    literals = [];
    const all: Scope = (scope = { mentions: [], outer: undefined });
    visit(declaration);
    const file = declaration.getSourceFile();
    const texts: string[] = [];
    let between = "";
    let end = declaration.getStart(file);
    for (const literal of literals) {
      const start = literal.getStart(file);
      between += file.text.slice(end, start) + LITERAL;
      texts.push(file.text.slice(start, literal.end));
      end = literal.end;
    }
    const words = withoutLayout(between + file.text.slice(end, declaration.end));
    let next = 0;
    return { text: texts.length > 0 ? words.replace(LITERALS, () => `\n${texts[next++]}\n`) : words, mentions: outside(all) };
  }

  function visit(node: Node): void {
    const { kind } = node;
    if (kind === Identifier) identifier(node as Node & { text: string });
    else if (kind >= FirstLiteralToken && kind <= LastTemplateToken) literals.push(node);
    else if (kind <= LastToken) return;
    // A function and its body are one.
    else if ((opens[kind] ??= blocks.has(kind) || isFunctionLike(node)) && !(kind === Block && isFunctionLike(node.parent))) within(node);
    else forEachChild(node, visit);
  }

  function within(node: Node): void {
    const outer = scope;
    scope = { mentions: [], outer };
    forEachChild(node, visit);
    for (const name of outside(scope)) outer.mentions.push(name);
    scope = outer;
  }

  function identifier(node: Node & { text: string }): void {
    const { parent } = node;
    const { name, propertyName } = parent as { name?: Node; propertyName?: Node };
    if (propertyName === node || !outerNames.has(node.text)) return;
    if (name !== node || parent.kind === ShorthandPropertyAssignment) scope.mentions.push(node.text);
    else if (parent !== declaration && bindings.has(parent.kind)) {
      bind(scope, node.text);
      // A function's own name is known around it as well, where it is no expression.
      if (parent.kind === FunctionDeclaration && scope.outer) bind(scope.outer, node.text);
    }
  }
}

/** What stands for a literal while layout is taken out: no text has it between literals. */
const LITERAL = "\0";
const LITERALS = /\0/g;

function bind(scope: Scope, name: string): void {
  scope.names ??= new Set();
  scope.names.add(name);
}

/** What is mentioned and bound nowhere: a name may be bound after it is mentioned. */
function outside({ names, mentions }: Scope): readonly string[] {
  return names ? mentions.filter((name) => !names.has(name)) : mentions;
}

/** Between literals stand names, keywords, punctuation, comments and space. Most space is a single one, and stays until it is looked at. */
function withoutLayout(text: string): string {
  const spaced = text.replace(/(?:\/\*[^]*?\*\/|\/\/.*|[^\S ]| (?=\s|\/[/*]))(?:\/\*[^]*?\*\/|\/\/.*|\s)*/g, " ");
  return spaced.replace(/(?<![\w$]) | (?![\w$])/g, "");
}
