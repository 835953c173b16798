/** Transform a module's exports Into the inputs that it declares by `input<T>({ … })`. */
import type { Export, Node, Project, SourceFile } from "../compilers/port.js";
import type { DeclaredInput } from "../model.js";
import { bare } from "./bare.js";
import { documentationOf } from "./documentation.js";
import { kindAt, kindOfCall } from "./kind-of-call.js";
import { placeOf } from "./place.js";

/** What the runtime's own type says of itself. */
const KIND = "icosian.input";

export function declaredInputsOf(project: Project, file: SourceFile): DeclaredInput[] {
  const found = project.exportsOf(file).flatMap((each) => declaredInput(project, file, each) ?? []);
  return found.sort((a, b) => a.place.start - b.place.start);
}

function declaredInput(project: Project, module: SourceFile, { name, declarations }: Export): DeclaredInput | undefined {
  const { syntax, types } = project;
  const declaration = declarations.find((each) => syntax.isVariableDeclaration(each));
  if (!declaration) return undefined;
  const call = declaration.initializer && bare(syntax, declaration.initializer);
  if (call ? !syntax.isCallExpression(call) : !module.isDeclarationFile) return undefined;
  const kind = call && syntax.isCallExpression(call) ? kindOfCall(project, call) : kindAt(project, declaration);
  const value = kind === KIND ? types.propertyOf(types.typeAt(declaration), "type") : undefined;
  if (!value) return undefined;

  const [options] = call && syntax.isCallExpression(call) ? call.arguments : [];
  const literal = options && bare(syntax, options);
  const property = (wanted: string): Node | undefined => {
    if (!literal || !syntax.isObjectLiteralExpression(literal)) return undefined;
    const found = literal.properties.find((each) => each.name && syntax.isIdentifier(each.name) && each.name.text === wanted);
    return found && (syntax.isPropertyAssignment(found) ? found.initializer : found.name);
  };
  const written = property("doc");
  const doc = written && syntax.isStringLiteralLike(written) ? written.text : documentationOf(declaration, declaration.parent.parent).doc;
  const schema = property("schema");
  const isReadable = !literal || (syntax.isObjectLiteralExpression(literal) && !literal.properties.some(syntax.isSpreadAssignment));
  return {
    name,
    module,
    place: placeOf(declaration.name),
    type: value.type,
    path: { of: "input", file: module, export: name },
    hasDefault: property("default") !== undefined,
    ...(doc !== undefined && { doc }),
    ...(schema && { validator: schema }),
    ...(!isReadable && { unreadable: options! }),
  };
}
