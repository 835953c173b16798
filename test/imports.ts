/** What the product's source files import, as TypeScript's own parser reads them. */
import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

export const ROOT = path.join(__dirname, "..");

export interface Import {
  /** The importing file, relative to the repository. */
  readonly file: string;
  /** A file of the repository, or the name of a package. */
  readonly target: string;
  readonly isStatic: boolean;
  /** Whether nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

export function sourceFiles(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const entries = fs.readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
    return entries.filter((each) => each.isFile() && each.name.endsWith(".ts")).map((each) => path.relative(ROOT, path.join(each.parentPath, each.name)));
  });
}

export function linesOf(file: string): number {
  return fs.readFileSync(path.join(ROOT, file), "utf8").trimEnd().split("\n").length;
}

export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, fs.readFileSync(path.join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, true, isErased(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, true, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, true);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node.arguments[0]!, false, false);
    ts.forEachChild(node, visit);
  }

  function add(specifier: ts.Node, isStatic: boolean, isTypeOnly: boolean): void {
    // A specifier that is no string hides from whoever bundles as well.
    const text = ts.isStringLiteralLike(specifier) ? specifier.text : "(computed)";
    const target = text.startsWith(".") ? path.join(path.dirname(file), text).replace(/\.js$/, ".ts") : text;
    found.push({ file, target, isStatic, isTypeOnly });
  }
}

function isErased(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.length > 0 && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require");
}
