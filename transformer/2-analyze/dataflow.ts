/** Transform a module's declarations Into a dataflow: types, dependencies, inputs. */
import { declarationsOf } from "../1-collect/declarations.js";
import type { Project, SignatureParameter, SourceFile, Types } from "../compilers/port.js";
import type { Dataflow, Declaration, FlowDependency, FlowNode, Parameter } from "../model.js";
import { inputsOf } from "./inputs.js";
import type { Schemas } from "./schema.js";
import { withoutUndefined } from "./type-text.js";

export function dataflowOf(project: Project, schemas: Schemas, file: SourceFile): Dataflow {
  const nodes = declarationsOf(project, file).map((each) => nodeOf(project.types, schemas, file, each));
  return { file, nodes, inputs: inputsOf(project, schemas, nodes) };
}

function nodeOf(types: Types, schemas: Schemas, module: SourceFile, declared: Declaration): FlowNode {
  const signature = types.signatureOf(declared.declaration, declared.fn);
  const type = types.awaited(signature.returnType);
  const schema = signature.isGeneric ? undefined : schemas.schemaOf(type);
  return {
    name: declared.name,
    module,
    declared,
    type,
    typeText: types.textOf(type),
    isGeneric: signature.isGeneric,
    async: types.includesPromise(signature.returnType),
    ...(schema && { schema }),
    dependencies: declared.parameters.map((each) => dependencyOf(types, each, signature.parameters[each.index]!)),
  };
}

function dependencyOf(types: Types, declared: Parameter, parameter: SignatureParameter): FlowDependency {
  const property = declared.property === undefined ? undefined : types.propertyOf(parameter.type, declared.property);
  const type = property?.type ?? parameter.type;
  const optional =
    declared.mayBeOmitted || (property?.optional ?? (declared.property === undefined && parameter.optional)) || types.includesUndefined(type);
  const typeText = optional ? withoutUndefined(types.textOf(type)) : types.textOf(type);
  return {
    name: declared.name,
    declared,
    type,
    typeText,
    isGeneric: parameter.isGeneric,
    optional,
    ...(declared.name === "signal" && typeText === "AbortSignal" && { provided: "signal" as const }),
  };
}
