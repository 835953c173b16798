import { aliasedNode, validatedNode } from "../declare/operation.js";
import type { Graph, Vertex } from "../graph.js";
import type { JsonSchema, TagValue } from "../manifest.js";
import { listVertices } from "../vertices.js";

/** What the dataflow knows of one name. */
export interface Variable {
  readonly name: string;
  /** As TypeScript prints it; of a config value that no node asks for, its `typeof`. */
  readonly type: string;
  readonly kind: "function" | "input" | "config";
  /** Whether the caller has to bring it, as `inputs`. */
  readonly isExternalInput: boolean;
  /** Of an input: whether every node that asks for it can run without it, or it has a default. */
  readonly optional: boolean;
  /** What it needs to be computed, in order of its parameters. */
  readonly requiredDependencies: readonly string[];
  readonly optionalDependencies: readonly string[];
  /** Of a function: whether it returns a promise. */
  readonly async?: boolean;
  /** Of a function that opens a block: its type is that of the items. */
  readonly parallel?: true;
  /** Of a function: the module that defines it. */
  readonly module?: string;
  /** Of a function: where it stands in the source; `file` is relative to the module's manifest, lines and columns count from 1. */
  readonly location?: { readonly file: string; readonly line: number; readonly column: number };
  /** Of a function: what its value is, awaited, where JSON Schema can say that. */
  readonly schema?: JsonSchema;
  /** The doc comment, or what the input's declaration says. */
  readonly doc?: string;
  /** Each `@tag key value` of the doc comment, and what the option `tag` says. */
  readonly tags?: Readonly<Record<string, TagValue>>;
  /** Of a validator: the node whose value it judges. */
  readonly validates?: string;
  /** Of a node whose value is that of another, such as what stands behind validators: that node. */
  readonly sameAs?: string;
  /** The text of `@deprecated`. */
  readonly deprecated?: string;
}

/** The variables of a graph, or those that are marked, in the graph's order. */
export function variables(graph: Graph, marks?: Uint8Array): Variable[] {
  return listVertices(graph.vertices).filter((_, id) => marks === undefined || marks[id] === 1).map(toVariable);
}

/** What is known of one vertex. */
export function toVariable(vertex: Vertex): Variable {
  const { name, type, kind } = vertex;
  const isExternalInput = kind === "input";
  if (vertex.kind !== "function") {
    const optional = vertex.kind === "input" && vertex.optional;
    const doc = vertex.declared?.doc;
    return { name, type, kind, isExternalInput, optional, requiredDependencies: [], optionalDependencies: [], ...(doc !== undefined && { doc }) };
  }
  const { node, source } = vertex;
  const validates = validatedNode(node);
  const sameAs = aliasedNode(node);
  const asked = node.dependencies.filter(({ provided }) => provided === undefined);
  return {
    name,
    type,
    kind,
    isExternalInput,
    optional: false,
    requiredDependencies: asked.filter(({ optional }) => !optional).map((dependency) => dependency.name),
    optionalDependencies: asked.filter(({ optional }) => optional).map((dependency) => dependency.name),
    async: node.async === true,
    ...(node.parallel === true && { parallel: true }),
    module: source.manifest.module,
    location: { file: source.manifest.source, ...node.location },
    ...(node.schema !== undefined && { schema: node.schema }),
    ...(node.doc !== undefined && { doc: node.doc }),
    ...(node.tags !== undefined && { tags: node.tags }),
    ...(validates !== undefined && { validates }),
    ...(sameAs !== undefined && { sameAs }),
    ...(node.deprecated !== undefined && { deprecated: node.deprecated }),
  };
}
