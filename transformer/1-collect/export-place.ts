/** Where a module names what it re-exports. */
import type { Node, Project, SourceFile } from "../compilers/port.js";
import type { Place } from "../model.js";
import { placeOf } from "./place.js";

/** The name itself; behind an `export *`, the specifier that leads to it. */
export function exportPlaceOf({ syntax, moduleAt, exportsOf }: Project, file: SourceFile, name: string): Place {
  let star: Node | undefined;
  for (const statement of file.statements) {
    if (syntax.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      const named = exportClause && syntax.isNamedExports(exportClause) ? exportClause.elements.find((each) => each.name.text === name) : undefined;
      if (named) return placeOf(named.name);
      const target = !exportClause && moduleSpecifier && !star ? moduleAt(moduleSpecifier) : undefined;
      if (target && exportsOf(target).some((each) => each.name === name)) star = moduleSpecifier;
    } else if (syntax.isImportEqualsDeclaration(statement) && statement.name.text === name) return placeOf(statement.name);
  }
  return placeOf(star ?? file.statements[0]!);
}
