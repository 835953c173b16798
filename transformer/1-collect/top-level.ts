/** What the names of a file's top level stand for: declarations, most often one, or the text of an import. */
import type { Node, SourceFile, Syntax } from "../compilers/port.js";

export type TopLevel = ReadonlyMap<string, readonly (Node | string)[]>;

export function topLevelOf(syntax: Syntax, file: SourceFile): TopLevel {
  const names = new Map<string, (Node | string)[]>();
  for (const statement of file.statements) {
    if (syntax.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        for (const name of boundNames(syntax, declaration.name)) add(name, declaration);
      }
    } else if (syntax.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as { text?: string }).text ?? "";
      const { importClause } = statement;
      const { namedBindings } = importClause ?? {};
      if (importClause?.name) add(importClause.name.text, `default from ${from}`);
      if (namedBindings && syntax.isNamespaceImport(namedBindings)) add(namedBindings.name.text, `* from ${from}`);
      else for (const each of namedBindings?.elements ?? []) add(each.name.text, `${(each.propertyName ?? each.name).text} from ${from}`);
    } else {
      const { name } = statement as { name?: Node };
      if (name && syntax.isIdentifier(name)) add(name.text, statement);
    }
  }
  return names;

  /** A constant and a type may share a name, a function and a namespace too. */
  function add(name: string, meaning: Node | string): void {
    const others = names.get(name);
    if (others) others.push(meaning);
    else names.set(name, [meaning]);
  }
}

/** The names that a binding brings, through however many patterns. */
function boundNames(syntax: Syntax, binding: Node): string[] {
  if (syntax.isIdentifier(binding)) return [binding.text];
  const names: string[] = [];
  syntax.forEachChild(binding, (element) => {
    const { name } = element as { name?: Node };
    if (name) names.push(...boundNames(syntax, name));
  });
  return names;
}
