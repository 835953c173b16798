import { isJavaScript } from "../compilers/is-java-script.js";
import type { Node, SourceFile, Syntax } from "../compilers/port.js";
import type { Place } from "../model.js";
import { placeOf } from "./place.js";

/** What gives all that a module has without naming it: `export =`, or CommonJS in JavaScript. */
export function exportAtOnce(syntax: Syntax, file: SourceFile): Place | undefined {
  const statement = file.statements.find((each) => syntax.isExportAssignment(each) && each.isExportEquals);
  if (statement) return placeOf(statement);
  const isCommonJs = isJavaScript(file) && /\bexports\b/.test(file.text) && !file.statements.some((each) => isOfModules(syntax, each));
  return isCommonJs ? { file, start: 0, length: 0 } : undefined;
}

/** Whether it imports or exports, as CommonJS does not. */
function isOfModules(syntax: Syntax, statement: Node): boolean {
  if (syntax.isImportDeclaration(statement) || syntax.isExportDeclaration(statement) || syntax.isExportAssignment(statement)) return true;
  return ((statement as { modifiers?: readonly Node[] }).modifiers ?? []).some(({ kind }) => kind === syntax.SyntaxKind.ExportKeyword);
}
