import { CycleError, DuplicateNodeError, IncompatibleTypesError } from "./errors.js";
import { features } from "./features.js";
import { type DataflowModule, type DeclaredInput, type FunctionVertex, type Graph, SIGNAL, type Source } from "./graph.js";
import { checkConfig } from "./inputs.js";
import type { JsonSchema, ManifestDependency, ManifestInput } from "./manifest.js";
import { listProblems } from "./problems.js";
import { readManifest } from "./read-manifest.js";
import { isSameNode } from "./same-node.js";
import { schemasApart } from "./schemas-apart.js";
import { findCycle } from "./traverse.js";
import { Vertices } from "./vertices.js";

export interface Composition {
  readonly modules: readonly object[];
  readonly config: ReadonlyMap<string, unknown>;
  /** Whether a later module's node may replace an earlier one's. */
  readonly moduleOverrides: boolean;
}

/** A graph in the making. */
interface Draft {
  readonly vertices: Vertices;
  readonly ids: Map<string, number>;
}

/** Links what the modules' manifests say, and the config, to a graph; throws if that is no valid dataflow. */
export function link({ modules, config, moduleOverrides }: Composition): Graph {
  const sources = readSources(modules, config);
  const draft: Draft = { vertices: new Vertices(sources), ids: new Map() };
  declareNodes(draft, sources, moduleOverrides);
  declareInputs(draft, sources);
  checkConfig(draft.vertices, draft.ids, config);
  placeConfig(draft, config);
  const graph = connect(draft, sources);
  const cycle = graph.isAscending ? undefined : findCycle(graph);
  if (cycle !== undefined) throw new CycleError(cycle.map((id) => graph.vertices.at(id).name));
  const blocks = features.blocks?.blocksOf(graph);
  return blocks === undefined ? graph : { ...graph, blocks };
}

/** One for each module; the same given twice counts once. */
function readSources(modules: readonly object[], config: ReadonlyMap<string, unknown>): Source[] {
  const sources: Source[] = [];
  const seen = new Set<unknown>();
  modules.forEach((module, position) => {
    if (seen.has(module)) return;
    seen.add(module);
    const said = readManifest(module, position);
    const manifest = features.declarations?.standingNodes(said, config) ?? said;
    const inputSchemas = new Map<string, JsonSchema>();
    for (const { name, schema } of manifest.inputs) if (schema !== undefined) inputSchemas.set(name, schema);
    sources.push({ module: module as DataflowModule, manifest, said, isNamespace: isNamespace(module), inputSchemas });
  });
  return sources;
}

/** Look-alikes, such as a test runner's, can be extended or have their tag changed. */
function isNamespace(module: object): boolean {
  if (Object.isExtensible(module)) return false;
  const tag = Object.getOwnPropertyDescriptor(module, Symbol.toStringTag);
  return tag?.value === "Module" && tag.configurable === false;
}

function declareNodes({ vertices, ids }: Draft, sources: readonly Source[], moduleOverrides: boolean): void {
  const duplicates: { name: string; modules: [string, string] }[] = [];
  sources.forEach((source, owner) => {
    for (const node of source.manifest.nodes) {
      const { name, type } = node;
      const id = ids.get(name);
      if (id === undefined) {
        ids.set(name, vertices.length);
        vertices.setNode(vertices.length, node, owner);
      } else if (moduleOverrides) {
        vertices.setNode(id, node, owner);
      } else {
        const before = vertices.at(id) as FunctionVertex;
        if (isSameNode(before, { kind: "function", name, type, node, source })) continue;
        duplicates.push({ name, modules: [before.source.manifest.module, source.manifest.module] });
      }
    }
  });
  if (duplicates.length === 0) return;
  const problems = duplicates.map(({ name, modules: [one, other] }) => ({ message: `Node '${name}' is defined by both '${one}' and '${other}'.` }));
  throw new DuplicateNodeError(`${listProblems("The dataflow", problems)} If the later one is to win, call allowModuleOverrides().`, duplicates);
}

/** What any module asks for and no module computes; asked by several, it must satisfy them all. */
function declareInputs(draft: Draft, sources: readonly Source[]): void {
  for (const source of sources) for (const input of source.manifest.inputs) addInput(draft, input, declaredBy(source, input));
}

function declaredBy(source: Source, { export: member, path, hasDefault, doc }: ManifestInput): DeclaredInput | undefined {
  return member === undefined ? undefined : { source, member, ...(path && { path }), hasDefault: hasDefault === true, ...(doc !== undefined && { doc }) };
}

function addInput({ vertices, ids }: Draft, { name, type, optional, schema }: ManifestInput, declared?: DeclaredInput): number {
  const schemas = schema === undefined ? [] : [schema];
  const id = ids.get(name);
  if (id === undefined) {
    const added = vertices.length;
    ids.set(name, added);
    vertices.set(added, { kind: "input", name, type, optional, schemas, ...(declared && { declared }) });
    return added;
  }
  const before = vertices.at(id);
  if (before.kind === "input") {
    const declaration = before.declared ?? declared;
    vertices.set(id, {
      kind: "input",
      name,
      // What is declared is its type; what the others ask for, the compiler has held against it.
      type: before.declared ? before.type : declared || before.type === type ? type : `${enclose(before.type)} & ${enclose(type)}`,
      optional: declaration?.hasDefault === true || (before.optional && optional),
      schemas: [...before.schemas, ...schemas],
      ...(declaration && { declared: declaration }),
    });
  }
  return id;
}

/** A union or a function type, before it joins an intersection. */
function enclose(type: string): string {
  return /[|?]|=>/.test(type) ? `(${type})` : type;
}

function placeConfig({ vertices, ids }: Draft, config: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of config) {
    const id = ids.get(name);
    if (id === undefined) {
      ids.set(name, vertices.length);
      vertices.set(vertices.length, { kind: "config", name, type: value === null ? "null" : typeof value, value });
    } else if (value !== undefined || vertices.nodeAt(id) !== undefined) {
      // To an input, `undefined` gives nothing, here as in a call.
      const before = vertices.at(id);
      const declared = before.kind === "input" ? before.declared : undefined;
      const replaces = vertices.nodeAt(id);
      vertices.set(id, { kind: "config", name, type: before.type, value, ...(replaces && { replaces }), ...(declared && { declared }) });
    }
  }
}

function connect(draft: Draft, sources: readonly Source[]): Graph {
  const { vertices, ids } = draft;
  const declared = vertices.length;
  const dependencies = new Int32Array(edgeCount(vertices));
  const ends: number[] = [];
  const apart: Apart[] = [];
  const several = sources.length > 1;
  let isAscending = true;
  let end = 0;
  // Inputs that only a dependency mentions join while this runs; they have no dependencies themselves.
  for (let id = 0; id < declared; id++) {
    const asked = vertices.nodeAt(id)?.dependencies ?? [];
    for (let index = 0; index < asked.length; index++) {
      const { name, type, optional, provided } = asked[index]!;
      const producer = provided === "signal" ? SIGNAL : (ids.get(name) ?? addInput(draft, { name, type, optional: optional === true }));
      dependencies[end++] = producer;
      if (producer >= id && vertices.nodeAt(producer) !== undefined) isAscending = false;
      if (several && producer !== SIGNAL) noteApart(apart, vertices, producer, id, asked[index]!);
    }
    ends.push(end);
  }
  if (apart.length > 0) throwApart(apart);
  const starts = new Int32Array(vertices.length + 1).fill(end);
  starts[0] = 0;
  starts.set(ends, 1);
  return { vertices, ids, starts, dependencies, isAscending };
}

function edgeCount(vertices: Vertices): number {
  let count = 0;
  for (let id = 0; id < vertices.length; id++) count += vertices.nodeAt(id)?.dependencies.length ?? 0;
  return count;
}

type Apart = IncompatibleTypesError["edges"][number];

/** The compiler has proven the edges inside a module, and those of each composition that it could read. */
function noteApart(apart: Apart[], vertices: Vertices, from: number, to: number, { name, type: asked, collect }: ManifestDependency): void {
  const source = vertices.sourceOf(to);
  if (vertices.nodeAt(from) !== undefined && vertices.sourceOf(from) === source) return;
  const producer = vertices.at(from);
  if (producer.kind === "config") return;
  const whole = source.inputSchemas.get(name);
  // What is collected is asked of each item.
  const schema = collect && producer.kind === "function" ? (whole?.items || undefined) : whole;
  const given: readonly (JsonSchema | undefined)[] = producer.kind === "function" ? [producer.node.schema] : producer.schemas;
  if (given.some((other) => other !== schema && schemasApart(other, schema))) {
    apart.push({ name, type: producer.type, consumer: vertices.at(to).name, asked });
  }
}

function throwApart(apart: readonly Apart[]): never {
  const problems = apart.map(({ name, type, consumer, asked }) => ({
    message: `'${consumer}' asks for '${name}' as '${asked}', and no value of that type has the type '${type}'.`,
  }));
  throw new IncompatibleTypesError(listProblems("The dataflow", problems), apart);
}
