/** Transform what a compiled package's manifest says of inputs that modules of its subdags declare Into these: the types stand in the declarations. */
import { placeOf } from "../1-collect/place.js";
import type { Project, SourceFile, Type, VariableDeclaration } from "../compilers/port.js";
import type { TypePath } from "../compilers/questions.js";
import type { DeclaredInput } from "../model.js";
import type { Manifest, ManifestInput, OptionPath } from "../../runtime/manifest.js";

/** What a subdag's type says that it stands on. */
const MODULES = "~modules";

export function packagedInputs(project: Project, file: SourceFile, { inputs }: Manifest): DeclaredInput[] {
  const { syntax, types } = project;
  const exports = new Map(project.exportsOf(file).map(({ name, declarations }) => [name, declarations]));
  return inputs.flatMap((each) => declaredInput(each) ?? []);

  function declaredInput({ name, export: exported, path, doc }: ManifestInput): DeclaredInput | undefined {
    if (exported === undefined || !path) return undefined;
    const declaration = exports.get(exported)?.find((each): each is VariableDeclaration => syntax.isVariableDeclaration(each));
    if (!declaration) return undefined;
    const keys = typeKeys(path);
    const type = keys.reduce<Type | undefined>((within, key) => within && types.propertyOf(within, String(key))?.type, types.typeAt(declaration));
    const typePath = keys.reduce<TypePath>((within, key) => ({ of: "member", in: within, key }), { of: "value", file, export: exported });
    if (!type) return undefined;
    return { name, module: file, place: placeOf(declaration.name), type, path: typePath, hasDefault: false, ...(doc !== undefined && { doc }), within: { export: exported, path } };
  }
}

/** A type has no options: it goes from one declaration into what that stands on. */
function typeKeys(path: OptionPath): OptionPath {
  const isDeclared = (index: number): boolean => index === 0 || path[index - 1] === "~";
  return [...path.flatMap((key, index) => (key === "~" ? [] : isDeclared(index) ? MODULES : key)), "type"];
}
