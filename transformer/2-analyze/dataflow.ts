/** Transform a module's declarations Into a dataflow: types, dependencies, inputs. */
import { declarationsOf } from "../1-collect/declarations.js";
import { declaredInputsOf } from "../1-collect/declared-inputs.js";
import type { Project, SignatureParameter, SourceFile, Types } from "../compilers/port.js";
import type { Dataflow, Declaration, FlowDependency, FlowNode, Parameter } from "../model.js";
import { COLLECT, itemOf, PARALLEL } from "./brands.js";
import { instantiated } from "./generic-nodes.js";
import { inputsOf } from "./inputs.js";
import type { Schemas } from "./schema.js";
import { withoutUndefined } from "./type-text.js";

export function dataflowOf(project: Project, schemas: Schemas, file: SourceFile): Dataflow {
  const nodes = declarationsOf(project, file).map((each) => nodeOf(project.types, schemas, file, each));
  return joined(project, schemas, { file, nodes, declaredInputs: declaredInputsOf(project, file) });
}

/** One dataflow of these nodes, be they of one module or of several. */
export function joined(project: Project, schemas: Schemas, parts: Pick<Dataflow, "file" | "nodes" | "declaredInputs">): Dataflow {
  const { nodes, misfits } = instantiated(project, parts.nodes);
  return { ...parts, nodes, misfits, inputs: inputsOf(project, schemas, nodes, parts.declaredInputs) };
}

function nodeOf(types: Types, schemas: Schemas, module: SourceFile, declared: Declaration): FlowNode {
  const signature = types.signatureOf(declared.declaration, declared.fn);
  const result = types.awaited(signature.returnType);
  const item = itemOf(types, result, PARALLEL);
  const type = item ?? result;
  const async = types.includesPromise(signature.returnType) || (item !== undefined && declared.isAsync);
  const schema = signature.isGeneric ? undefined : schemas.schemaOf(type);
  return {
    name: declared.name,
    module,
    declared,
    type,
    // Nobody wrote `Awaited<T>`.
    typeText: types.textOf(signature.isGeneric && !async && !item ? signature.returnType : type),
    isGeneric: signature.isGeneric,
    async,
    ...(item && { parallel: result }),
    ...(schema && { schema }),
    dependencies: declared.parameters.map((each) => dependencyOf(types, each, signature.parameters[each.index]!)),
  };
}

function dependencyOf(types: Types, declared: Parameter, parameter: SignatureParameter): FlowDependency {
  const property = declared.property === undefined ? undefined : types.propertyOf(parameter.type, declared.property);
  const type = property?.type ?? parameter.type;
  const optional =
    declared.mayBeOmitted || (property?.optional ?? (declared.property === undefined && parameter.optional)) || types.includesUndefined(type);
  const collect = itemOf(types, type, COLLECT);
  const typeText = optional ? withoutUndefined(types.textOf(type)) : types.textOf(type);
  return {
    name: declared.name,
    declared,
    type,
    typeText,
    isGeneric: parameter.isGeneric,
    optional,
    ...(declared.name === "signal" && typeText === "AbortSignal" && { provided: "signal" as const }),
    ...(collect && { collect }),
  };
}
