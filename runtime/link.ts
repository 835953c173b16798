import { CycleError, DuplicateNodeError } from "./errors.js";
import { features } from "./features.js";
import { type DataflowModule, type DeclaredInput, type FunctionVertex, type Graph, type InputVertex, SIGNAL, type Source } from "./graph.js";
import type { LifecycleAdapter } from "./lifecycle/adapter.js";
import type { ManifestDependency, ManifestInput } from "./manifest.js";
import { listProblems } from "./problems.js";
import { readManifest } from "./read-manifest.js";
import { isSameNode } from "./same-node.js";
import { findCycle } from "./traverse.js";
import { createVertices, setVertex, vertexAt, type Vertices } from "./vertices.js";

export interface Composition {
  readonly modules: readonly object[];
  readonly config: ReadonlyMap<string, unknown>;
  /** Whether a later module's node may replace an earlier one's. */
  readonly moduleOverrides: boolean;
  readonly adapters: readonly LifecycleAdapter[];
}

/** A graph in the making. */
interface Draft {
  readonly vertices: Vertices;
  readonly ids: Map<string, number>;
  /** Whether a node opens or collects a block. */
  hasBlocks: boolean;
}

/** Links what the modules' manifests say, and the config, to a graph; throws if that is no valid dataflow. */
export function link({ modules, config, moduleOverrides }: Composition): Graph {
  const sources = readSources(modules, config);
  const draft: Draft = { vertices: createVertices(sources), ids: new Map(), hasBlocks: false };
  declareNodes(draft, sources, moduleOverrides);
  declareInputs(draft, sources);
  if (config.size > 0) {
    features.schemas?.checkConfig(draft.vertices, draft.ids, config);
    placeConfig(draft, config);
  }
  const graph = connect(draft);
  if (sources.length > 1) features.schemas?.checkEdges(graph);
  const cycle = graph.isAscending ? undefined : findCycle(graph);
  if (cycle !== undefined) throw new CycleError(cycle.map((id) => vertexAt(graph.vertices, id).name));
  const blocks = draft.hasBlocks ? features.blocks?.blocksOf(graph) : undefined;
  return blocks === undefined ? graph : { ...graph, blocks };
}

/** One for each module; the same given twice counts once. */
function readSources(modules: readonly object[], config: ReadonlyMap<string, unknown>): Source[] {
  const sources: Source[] = [];
  for (let position = 0; position < modules.length; position++) {
    const module = modules[position]!;
    if (modules.indexOf(module) < position) continue;
    const said = readManifest(module, position);
    const manifest = features.declarations?.standingNodes(said, config) ?? said;
    sources.push({ module: module as DataflowModule, manifest, said, isNamespace: isNamespace(module) });
  }
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
  for (let owner = 0; owner < sources.length; owner++) {
    const source = sources[owner]!;
    const { nodes } = source.manifest;
    // An iterator takes most of the time of a loop that runs but once.
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!;
      const { name } = node;
      const id = ids.get(name);
      if (id === undefined || moduleOverrides) {
        const place = id ?? vertices.length++;
        ids.set(name, place);
        vertices.nodes[place] = node;
        vertices.owners[place] = owner;
      } else {
        const before = vertexAt(vertices, id) as FunctionVertex;
        if (!isSameNode(before, { node, source })) duplicates.push({ name, modules: [before.source.manifest.module, source.manifest.module] });
      }
    }
  }
  if (duplicates.length === 0) return;
  const problems = duplicates.map(({ name, modules: [one, other] }) => ({ message: `Node '${name}' is defined by both '${one}' and '${other}'.` }));
  throw new DuplicateNodeError(`${listProblems("The dataflow", problems)} If the later one is to win, call allowModuleOverrides().`, duplicates);
}

/** What any module asks for and no module computes; asked by several, it must satisfy them all. */
function declareInputs(draft: Draft, sources: readonly Source[]): void {
  for (const source of sources) for (const input of source.manifest.inputs) addInput(draft, input, features.declarations?.declaredBy(source, input));
}

function addInput({ vertices, ids }: Draft, { name, type, optional, schema }: ManifestInput, declared?: DeclaredInput): number {
  const id = ids.get(name) ?? vertices.length;
  const asked: InputVertex = { kind: "input", name, type, optional, schemas: schema === undefined ? [] : [schema], ...(declared && { declared }) };
  if (id === vertices.length) {
    ids.set(name, id);
    setVertex(vertices, id, asked);
    return id;
  }
  const before = vertexAt(vertices, id);
  if (before.kind === "input") setVertex(vertices, id, features.declarations?.joinDeclared(before, asked) ?? joinInputs(before, asked));
  return id;
}

function joinInputs(one: InputVertex, other: InputVertex): InputVertex {
  return {
    ...one,
    type: one.type === other.type ? one.type : `${enclose(one.type)} & ${enclose(other.type)}`,
    optional: one.optional && other.optional,
    schemas: [...one.schemas, ...other.schemas],
  };
}

/** A union or a function type, before it joins an intersection. */
function enclose(type: string): string {
  return /[|?]|=>/.test(type) ? `(${type})` : type;
}

function placeConfig(draft: Draft, config: ReadonlyMap<string, unknown>): void {
  const { vertices, ids } = draft;
  for (const [name, value] of config) {
    const id = ids.get(name);
    const replaces = id === undefined ? undefined : vertices.nodes[id];
    if (id === undefined) {
      ids.set(name, vertices.length);
      setVertex(vertices, vertices.length, { kind: "config", name, type: value === null ? "null" : typeof value, value, schemas: [] });
    } else if (value !== undefined || replaces !== undefined) {
      // To an input, `undefined` gives nothing, here as in a call.
      const before = vertexAt(vertices, id);
      const { declared, schemas = [] }: Partial<InputVertex> = before.kind === "input" ? before : {};
      if (replaces !== undefined && (replaces.parallel || replaces.dependencies.some(({ collect }) => collect))) draft.hasBlocks = true;
      setVertex(vertices, id, { kind: "config", name, type: before.type, value, schemas: features.schemas === undefined ? schemas : [], ...(replaces && { replaces }), ...(declared && { declared }) });
    }
  }
}

function connect(draft: Draft): Graph {
  const { vertices, ids } = draft;
  const declared = vertices.length;
  let dependencies: Int32Array = new Int32Array(4 * declared);
  const starts = new Int32Array(declared + 1);
  let isAscending = true;
  let end = 0;
  // Inputs that only a dependency mentions join while this runs; they have no dependencies themselves.
  for (let id = 0; id < declared; id++) {
    const node = vertices.nodes[id];
    const asked = node === undefined ? NONE : node.dependencies;
    if (node?.parallel) draft.hasBlocks = true;
    if (end + asked.length > dependencies.length) dependencies = lengthen(dependencies, 2 * (end + asked.length));
    for (let index = 0; index < asked.length; index++) {
      const dependency = asked[index]!;
      const producer = dependency.provided === "signal" ? SIGNAL : (ids.get(dependency.name) ?? mention(draft, dependency));
      dependencies[end++] = producer;
      if (dependency.collect) draft.hasBlocks = true;
      if (producer >= id && vertices.nodes[producer] !== undefined) isAscending = false;
    }
    starts[id + 1] = end;
  }
  return { vertices, ids, starts: lengthen(starts, vertices.length + 1).fill(end, declared), dependencies: dependencies.slice(0, end), isAscending };
}

const NONE: readonly ManifestDependency[] = [];

function mention(draft: Draft, { name, type, optional }: ManifestDependency): number {
  return addInput(draft, { name, type, optional: optional === true });
}

function lengthen(values: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length);
  longer.set(values);
  return longer;
}
