/** Transform what the project's files do with Builders and Drivers Into findings. */
import { BUILDER_METHODS, type ChainCall, chainCallsIn, REQUEST_METHODS } from "../1-collect/chain-calls.js";
import { type Composition, compositionOf } from "../1-collect/compositions.js";
import { placeOf } from "../1-collect/place.js";
import type { Node, SourceFile } from "../compilers/port.js";
import { finding } from "../diagnostics/finding.js";
import type { Finding, Place } from "../model.js";
import { together } from "./asking.js";
import { type Composed, composed, type ComposedModule } from "./composed.js";
import type { Unfolding } from "./declared-nodes.js";
import { inSource } from "./in-source.js";
import { moduleName } from "./module-name.js";
import { requestOf } from "./request.js";
import { allInputsDeclared } from "./rules/all-inputs-declared.js";
import { type Context, compositionRules, dataflowRules, requestRules } from "./rules/index.js";
import type { Schemas } from "./schema.js";
import { isToldByTypeScript } from "./told-by-typescript.js";

export function programFindings(context: Context, schemas: Schemas, packagedAt: Unfolding["packagedAt"]): Finding[] {
  const { project, dataflows } = context;
  const calls = project.files.flatMap((file) => chainCallsIn(project, file)).filter(isOurs);
  const drivers = calls.filter(({ method }) => !BUILDER_METHODS.has(method));
  const compositions = new Map(drivers.map((each) => [each, compositionOf(project, each.method === "build" ? each.call : each.receiver)]));
  const known = composedByBuild();
  const found = calls.flatMap(findingsOf);
  const undeclared = [...dataflows.values()].flatMap((dataflow) => allInputsDeclared(dataflow, (name) => isProvided(dataflow.file, name)).map((each) => inSource(project, each, dataflow)));
  return [...found, ...undeclared];

  /** Whether a composition that has the module has the name from another one. */
  function isProvided(file: SourceFile, name: string): boolean {
    return [...known.values()].some((flow) => {
      if (!flow.composition.modules.some((module) => module.file === file)) return false;
      const { nodes, declaredInputs } = flow.dataflow;
      return [...nodes, ...declaredInputs].some((each) => each.name === name);
    });
  }

  function isOurs({ method, call, receiver }: ChainCall): boolean {
    if (BUILDER_METHODS.has(method)) return project.syntax.isExpressionStatement(call.parent) && project.isBuilder(receiver);
    return method === "build" ? project.isBuilder(receiver) : REQUEST_METHODS.has(method) && project.isDriver(receiver);
  }

  function findingsOf(call: ChainCall): Finding[] {
    const { method, name } = call;
    if (BUILDER_METHODS.has(method)) return [finding("unusedBuilder", { method }, placeOf(name))];
    const composition = compositions.get(call);
    if (!composition) return [];
    if (method === "build") return buildFindings(composition);
    const flow = known.get(composition.build);
    if (!flow) return [];
    const request = requestOf(project, flow, call);
    return requestRules.flatMap((rule) => rule(request, context)).filter((each) => !isToldByTypeScript(project, each));
  }

  function buildFindings({ build, modules }: Composition): Finding[] {
    const missing = modules.filter(({ file }) => moduleAt(file) === "missing");
    if (missing.length > 0) return missing.map(({ file, argument }) => finding("manifestMissing", { module: moduleName(file) }, placeOf(argument)));
    const flow = known.get(build);
    if (!flow) return [];
    const found = dataflowRules.flatMap((rule) => rule(flow.dataflow, context));
    const argumentOf = (module: SourceFile): Place | undefined => {
      const given = modules.find(({ file }) => file === module);
      return given && placeOf(given.argument);
    };
    return [...compositionRules.flatMap((rule) => rule(flow, context)), ...found.map((each) => inSource(project, each, flow.dataflow, argumentOf))];
  }

  /** All of whose modules is known. */
  function composedByBuild(): ReadonlyMap<Node, Composed> {
    const byBuild = new Map([...compositions.values()].flatMap((each) => (each ? [[each.build, each] as const] : [])));
    const whole = [...byBuild.values()].filter(({ modules }) => modules.every(({ file }) => isKnown(moduleAt(file))));
    const flows = together(project, whole.map((each) => composed(project, schemas, (file) => moduleAt(file) as ComposedModule, each)));
    return new Map(flows.map((flow) => [flow.composition.build, flow]));
  }

  function moduleAt(file: SourceFile): ComposedModule | "missing" | undefined {
    return file.isDeclarationFile ? packagedAt(file) : dataflows.get(file);
  }
}

function isKnown(module: ComposedModule | "missing" | undefined): boolean {
  return module !== undefined && module !== "missing";
}
