/** Transform a function's parameters Into dependencies by name, and what no dataflow can have Into flaws. */
import type { BindingElement, FunctionNode, Node, ParameterNode, Project } from "../compilers/port.js";
import type { Flaw, FlawKind, Parameter } from "../model.js";
import { placeOf } from "./place.js";

interface Parameters {
  readonly style: "positional" | "named";
  readonly parameters: readonly Parameter[];
  readonly flaws: readonly Flaw[];
}

export function parametersOf({ syntax }: Project, fn: FunctionNode, isTypedByContext: boolean): Parameters {
  const parameters: Parameter[] = [];
  const flaws: Flaw[] = [];
  const [first] = fn.parameters;
  const style = fn.parameters.length === 1 && syntax.isObjectBindingPattern(first!.name) ? "named" : "positional";

  fn.parameters.forEach((parameter, index) => {
    const { name } = parameter;
    if (syntax.isIdentifier(name)) {
      if (name.text === "this") flaw("thisParameter", name);
      else if (parameter.dotDotDotToken) flaw("restParameter", parameter);
      else parameters.push(positional(parameter, name.text, index));
    } else if (parameter.dotDotDotToken) flaw("restParameter", parameter);
    else if (!syntax.isObjectBindingPattern(name)) flaw("arrayPattern", name);
    else if (style === "positional") flaw("patternAmongOthers", name);
    else for (const element of name.elements) property(element, parameter);
  });
  return { style, parameters, flaws };

  function positional(parameter: ParameterNode, name: string, index: number): Parameter {
    const mayBeOmitted = parameter.questionToken !== undefined || parameter.initializer !== undefined || isUndefinedWritten(parameter);
    return { name, place: placeOf(parameter.name), index, mayBeOmitted, isTyped: isTyped(parameter) };
  }

  function property(element: BindingElement, parameter: ParameterNode): void {
    const key = element.propertyName ?? element.name;
    if (element.dotDotDotToken) return flaw("patternRest", element);
    if (!syntax.isIdentifier(element.name)) return flaw("nestedPattern", element.name);
    if (!syntax.isIdentifier(key) && !syntax.isStringLiteralLike(key)) return flaw("computedName", key);
    parameters.push({
      name: key.text,
      place: placeOf(key),
      index: 0,
      property: key.text,
      mayBeOmitted: element.initializer !== undefined,
      isTyped: isTyped(parameter) || element.initializer !== undefined,
    });
  }

  function isTyped(parameter: ParameterNode): boolean {
    return isTypedByContext || parameter.type !== undefined || parameter.initializer !== undefined;
  }

  /** Without `strictNullChecks` the type itself does not tell. */
  function isUndefinedWritten({ type }: ParameterNode): boolean {
    return type !== undefined && syntax.isUnionTypeNode(type) && type.types.some(({ kind }) => kind === syntax.SyntaxKind.UndefinedKeyword);
  }

  function flaw(kind: FlawKind, node: Node): void {
    flaws.push({ kind, place: placeOf(node) });
  }
}
