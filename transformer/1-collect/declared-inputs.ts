/** Transform a module's exports Into the inputs that it declares by `input<T>({ … })`. */
import type { Export, Project, SourceFile } from "../compilers/port.js";
import type { DeclaredInput, Written } from "../model.js";
import { bare } from "./bare.js";
import { documentationOf } from "./documentation.js";
import { kindAt, kindOfCall } from "./kind-of-call.js";
import { ownNode } from "./named-value.js";
import { placeOf } from "./place.js";
import { writtenIn } from "./written.js";

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

  const [given] = call && syntax.isCallExpression(call) ? call.arguments : [];
  const options = given && writtenIn(project, given);
  const option = (wanted: string): Written | undefined => (options?.kind === "object" ? options.entries.find((each) => each.name === wanted)?.value : undefined);
  const written = option("doc");
  const doc = written?.kind === "literal" && typeof written.value === "string" ? written.value : documentationOf(declaration, declaration.parent.parent).doc;
  const schema = option("schema");
  const isReadable = !options || (options.kind === "object" && !options.unnamed);
  return {
    name,
    module,
    place: placeOf(declaration.name),
    type: value.type,
    path: { of: "input", file: module, export: name },
    hasDefault: option("default") !== undefined,
    ...(doc !== undefined && { doc }),
    ...(schema && { validator: ownNode(schema) }),
    ...(!isReadable && { unreadable: given! }),
  };
}
