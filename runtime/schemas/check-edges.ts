import { dependenciesOf, type Graph, SIGNAL } from "../graph.js";
import { IncompatibleTypesError } from "../incompatible-types-error.js";
import type { JsonSchema, Manifest, ManifestDependency } from "../manifest.js";
import { listProblems } from "../problems.js";
import { vertexAt } from "../vertices.js";
import { schemasApart } from "./schemas-apart.js";

/** Throws if what a module provides can never be what another asks for. */
export function checkEdges(graph: Graph): void {
  const { vertices } = graph;
  const { nodes, owners, sources } = vertices;
  const apart: Apart[] = [];
  const schemas = new Map<Manifest, ReadonlyMap<string, JsonSchema>>();
  for (let id = 0; id < vertices.length; id++) {
    const asked = nodes[id]?.dependencies ?? [];
    dependenciesOf(graph, id).forEach((producer, index) => {
      if (producer !== SIGNAL) noteApart(producer, id, asked[index]!);
    });
  }
  if (apart.length === 0) return;
  const problems = apart.map(({ name, type, consumer, asked }) => ({
    message: `'${consumer}' asks for '${name}' as '${asked}', and no value of that type has the type '${type}'.`,
  }));
  throw new IncompatibleTypesError(listProblems("The dataflow", problems), apart);

  /** The compiler has proven the edges inside a module, and those of each composition that it could read. */
  function noteApart(from: number, to: number, { name, type: asked, collect }: ManifestDependency): void {
    if (nodes[from] !== undefined && owners[from] === owners[to]) return;
    const producer = vertexAt(vertices, from);
    if (producer.kind === "config") return;
    const whole = inputSchemas(sources[owners[to]!]!.manifest).get(name);
    // What is collected is asked of each item.
    const schema = collect && producer.kind === "function" ? (whole?.items || undefined) : whole;
    const given: readonly (JsonSchema | undefined)[] = producer.kind === "function" ? [producer.node.schema] : producer.schemas;
    if (given.some((other) => other !== schema && schemasApart(other, schema))) {
      apart.push({ name, type: producer.type, consumer: vertexAt(vertices, to).name, asked });
    }
  }

  function inputSchemas(manifest: Manifest): ReadonlyMap<string, JsonSchema> {
    let known = schemas.get(manifest);
    if (known === undefined) schemas.set(manifest, (known = new Map(manifest.inputs.flatMap(({ name, schema }) => (schema === undefined ? [] : [[name, schema]])))));
    return known;
  }
}

type Apart = IncompatibleTypesError["edges"][number];
