/** Transform what the project's files do with Builders and Drivers Into findings. */
import { BUILDER_METHODS, type ChainCall, chainCallsIn, REQUEST_METHODS } from "../1-collect/chain-calls.js";
import { compositionOf } from "../1-collect/compositions.js";
import { placeOf } from "../1-collect/place.js";
import type { Node, SourceFile } from "../compilers/port.js";
import { finding } from "../diagnostics/finding.js";
import type { Dataflow, Finding, Place } from "../model.js";
import { type Composed, composed } from "./composed.js";
import { inSource } from "./in-source.js";
import { moduleName } from "./module-name.js";
import { packagedDataflow } from "./packaged.js";
import { requestOf } from "./request.js";
import { allInputsDeclared } from "./rules/all-inputs-declared.js";
import { type Context, compositionRules, dataflowRules, requestRules } from "./rules/index.js";
import type { Schemas } from "./schema.js";
import { isToldByTypeScript } from "./told-by-typescript.js";

export function programFindings(context: Context, schemas: Schemas): Finding[] {
  const { project, dataflows } = context;
  const packaged = new Map<SourceFile, ReturnType<typeof packagedDataflow>>();
  const known = new Map<Node, Composed | undefined>();
  const found = project.files.flatMap(findingsIn);
  const undeclared = [...dataflows.values()].flatMap((dataflow) => allInputsDeclared(dataflow, (name) => isProvided(dataflow.file, name)).map((each) => inSource(project, each, dataflow)));
  return [...found, ...undeclared];

  /** Whether a composition that has the module has the name from another one. */
  function isProvided(file: SourceFile, name: string): boolean {
    return [...known.values()].some((flow) => {
      if (!flow?.composition.modules.some((module) => module.file === file)) return false;
      const { nodes, declaredInputs } = flow.dataflow;
      return [...nodes, ...declaredInputs].some((each) => each.name === name);
    });
  }

  function findingsIn(file: SourceFile): Finding[] {
    return chainCallsIn(project, file).flatMap((call) => {
      if (BUILDER_METHODS.has(call.method)) return builderFindings(call);
      if (call.method === "build") return project.isBuilder(call.receiver) ? buildFindings(call) : [];
      if (!REQUEST_METHODS.has(call.method) || !project.isDriver(call.receiver)) return [];
      const flow = composedBy(call.receiver);
      const found = flow ? requestRules.flatMap((rule) => rule(requestOf(project, flow, call), context)) : [];
      return found.filter((each) => !isToldByTypeScript(project, each));
    });
  }

  function builderFindings({ call, method, name, receiver }: ChainCall): Finding[] {
    if (!project.syntax.isExpressionStatement(call.parent) || !project.isBuilder(receiver)) return [];
    return [finding("unusedBuilder", { method }, placeOf(name))];
  }

  function buildFindings({ call }: ChainCall): Finding[] {
    const composition = compositionOf(project, call);
    if (!composition) return [];
    const missing = composition.modules.filter(({ file }) => flowAt(file) === "missing");
    if (missing.length > 0) return missing.map(({ file, argument }) => finding("manifestMissing", { module: moduleName(file) }, placeOf(argument)));
    const flow = composedBy(call);
    if (!flow) return [];
    const found = dataflowRules.flatMap((rule) => rule(flow.dataflow, context));
    const argumentOf = (module: SourceFile): Place | undefined => {
      const given = composition.modules.find(({ file }) => file === module);
      return given && placeOf(given.argument);
    };
    return [...compositionRules.flatMap((rule) => rule(flow, context)), ...found.map((each) => inSource(project, each, flow.dataflow, argumentOf))];
  }

  function composedBy(driver: Node): Composed | undefined {
    const composition = compositionOf(project, driver);
    if (!composition) return undefined;
    if (!known.has(composition.build)) {
      const flows = composition.modules.map(({ file }) => flowAt(file));
      const isKnown = flows.every((each) => each !== undefined && each !== "missing");
      known.set(composition.build, isKnown ? composed(project, schemas, (file) => flowAt(file) as Dataflow, composition) : undefined);
    }
    return known.get(composition.build);
  }

  function flowAt(file: SourceFile): Dataflow | "missing" | undefined {
    if (!file.isDeclarationFile) return dataflows.get(file);
    if (!packaged.has(file)) packaged.set(file, packagedDataflow(project, schemas, file));
    return packaged.get(file);
  }
}
