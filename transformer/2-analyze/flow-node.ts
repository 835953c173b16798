/** Transform a declaration's function Into the node that it is, before any option has a say. */
import type { FunctionNode, Node, Project, SignatureParameter, SourceFile, Syntax, Types } from "../compilers/port.js";
import type { Declaration, FlowDependency, FlowNode, Parameter } from "../model.js";
import { itemOf, PARALLEL } from "./brands.js";
import { flowDependency } from "./flow-dependency.js";
import type { Schemas } from "./schema.js";
import { itemPath, parameterPath, resultPath } from "./type-path.js";

export function nodeOf({ syntax, types }: Project, schemas: Schemas, module: SourceFile, declared: Declaration): FlowNode {
  const { name, holder, fn, style, place, documentation } = declared;
  const { returnType, isGeneric, parameters } = types.signatureOf(holder, fn);
  const result = types.awaited(returnType);
  const item = itemOf(types, result, PARALLEL);
  const type = item ?? result;
  const async = types.includesPromise(returnType) || (item !== undefined && isAsync(syntax, fn));
  const whole = resultPath(module, declared);
  return {
    name,
    module,
    declared,
    place,
    documentation,
    compute: style === "named" ? { op: "call", export: name, style } : { op: "call", export: name },
    when: NONE,
    isOtherwise: false,
    policies: NONE,
    type,
    // Nobody wrote `Awaited<T>`.
    typeText: types.textOf(isGeneric && !async && !item ? returnType : type),
    path: item ? itemPath(whole) : whole,
    isGeneric,
    async,
    parallel: item && result,
    schema: isGeneric ? undefined : schemas.schemaOf(type),
    dependencies: declared.parameters.map((each) => dependencyOf(types, module, declared, each, parameters[each.index]!)),
  };
}

const NONE: readonly never[] = [];

function isAsync({ SyntaxKind }: Syntax, fn: FunctionNode): boolean {
  return ((fn as { modifiers?: readonly Node[] }).modifiers ?? []).some(({ kind }) => kind === SyntaxKind.AsyncKeyword);
}

function dependencyOf(types: Types, module: SourceFile, declared: Declaration, parameter: Parameter, taken: SignatureParameter): FlowDependency {
  const { name, place, property: key, mayBeOmitted } = parameter;
  const property = key === undefined ? undefined : types.propertyOf(taken.type, key);
  const type = property?.type ?? taken.type;
  const optional = mayBeOmitted || (property?.optional ?? (key === undefined && taken.optional)) || types.includesUndefined(type);
  return flowDependency(types, {
    name,
    place,
    parameter,
    type,
    path: parameterPath(module, declared, parameter),
    // A property whose type cannot be told by itself is judged as that of a generic node: by a call.
    isGeneric: taken.isGeneric || (key !== undefined && !property && !types.isAny(taken.type)) || declared.flaws.some((each) => each.kind === "untypedInNode" && each.place === place),
    optional,
  });
}
