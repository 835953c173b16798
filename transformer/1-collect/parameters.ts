/** Transform a function's parameters Into dependencies by name, and what no dataflow can have Into flaws. */
import type { BindingElement, FunctionNode, ParameterNode, Project, Syntax } from "../compilers/port.js";
import type { Flaw, Parameter } from "../model.js";
import { placeOf } from "./place.js";

interface Parameters {
  readonly style: "positional" | "named";
  readonly parameters: readonly Parameter[];
  readonly flaws: readonly Flaw[];
}

export function parametersOf({ syntax }: Project, fn: FunctionNode, isTypedByContext: boolean): Parameters {
  const parameters: Parameter[] = [];
  const flaws: Flaw[] = [];
  const style = fn.parameters.length === 1 && syntax.isObjectBindingPattern(fn.parameters[0]!.name) ? "named" : "positional";
  fn.parameters.forEach((parameter, index) => {
    const isTyped = isTypedByContext || parameter.type !== undefined || parameter.initializer !== undefined;
    const { name, dotDotDotToken } = parameter;
    if (style === "named" && !dotDotDotToken && syntax.isObjectBindingPattern(name)) for (const each of name.elements) note(property(syntax, each, isTyped));
    else note(positional(syntax, parameter, index, isTyped));
  });
  return { style, parameters, flaws };

  function note(found: Parameter | Flaw): void {
    if ("kind" in found) flaws.push(found);
    else parameters.push(found);
  }
}

function positional(syntax: Syntax, parameter: ParameterNode, index: number, isTyped: boolean): Parameter | Flaw {
  const { name, dotDotDotToken } = parameter;
  const isNamed = syntax.isIdentifier(name);
  if (isNamed && name.text === "this") return { kind: "thisParameter", place: placeOf(name) };
  if (dotDotDotToken) return { kind: "restParameter", place: placeOf(parameter) };
  const place = placeOf(name);
  if (!isNamed) return { kind: syntax.isObjectBindingPattern(name) ? "patternAmongOthers" : "arrayPattern", place };
  const mayBeOmitted = parameter.questionToken !== undefined || parameter.initializer !== undefined || isUndefinedWritten(syntax, parameter);
  return { name: name.text, place, index, property: undefined, mayBeOmitted, isTyped };
}

function property(syntax: Syntax, element: BindingElement, isTyped: boolean): Parameter | Flaw {
  const key = element.propertyName ?? element.name;
  if (element.dotDotDotToken) return { kind: "patternRest", place: placeOf(element) };
  if (!syntax.isIdentifier(element.name)) return { kind: "nestedPattern", place: placeOf(element.name) };
  const place = placeOf(key);
  if (!syntax.isIdentifier(key) && !syntax.isStringLiteralLike(key)) return { kind: "computedName", place };
  const mayBeOmitted = element.initializer !== undefined;
  return { name: key.text, place, index: 0, property: key.text, mayBeOmitted, isTyped: isTyped || mayBeOmitted };
}

/** Without `strictNullChecks` the type itself does not tell. */
function isUndefinedWritten(syntax: Syntax, { type }: ParameterNode): boolean {
  return type !== undefined && syntax.isUnionTypeNode(type) && type.types.some(({ kind }) => kind === syntax.SyntaxKind.UndefinedKeyword);
}
