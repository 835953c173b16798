/** Transform a composition Into one dataflow over all of its modules. */
import type { Node, Project, SourceFile } from "../compilers/port.js";
import type { Composition, Dataflow, DeclaredInput, FlowNode } from "../model.js";
import { type Blocks, blocksOf } from "./blocks.js";
import { joined } from "./dataflow.js";
import { givenOf } from "./given.js";
import type { Schemas } from "./schema.js";

export interface Composed {
  readonly composition: Composition;
  readonly dataflow: Dataflow;
  /** What config stands in for. */
  readonly replaced: readonly FlowNode[];
  readonly blocks: Blocks;
  readonly duplicates: readonly Duplicate[];
}

/** A name that two modules define, where the later one does not win. */
interface Duplicate {
  readonly earlier: FlowNode;
  readonly later: FlowNode;
  readonly argument: Node;
}

export function composed(project: Project, schemas: Schemas, dataflowAt: (file: SourceFile) => Dataflow, composition: Composition): Composed {
  const { modules, configs, allowsOverrides, build } = composition;
  const nodes = new Map<string, FlowNode>();
  const declaredInputs = new Map<string, DeclaredInput>();
  const duplicates: Duplicate[] = [];
  for (const { file, argument } of modules) {
    const { nodes: own, declaredInputs: declared } = dataflowAt(file);
    for (const each of declared) if (!declaredInputs.has(each.name)) declaredInputs.set(each.name, each);
    for (const later of own) {
      const earlier = nodes.get(later.name);
      if (earlier && !allowsOverrides && !isSame(earlier, later)) duplicates.push({ earlier, later, argument });
      else nodes.set(later.name, later);
    }
  }
  const all = [...nodes.values()];
  // Config stands in for a node.
  for (const config of configs) {
    for (const { name, isCertain } of givenOf(project, config).values.values()) if (isCertain) nodes.delete(name);
  }
  const parts = { file: build.getSourceFile(), nodes: [...nodes.values()], declaredInputs: [...declaredInputs.values()] };
  const dataflow = joined(project, schemas, parts);
  const replaced = all.filter(({ name }) => !nodes.has(name));
  return { composition, dataflow, replaced, blocks: blocksOf([...dataflow.nodes, ...replaced], true), duplicates };
}

/** A barrel and the module that it re-exports have the same function. */
function isSame(a: FlowNode, b: FlowNode): boolean {
  return a.declared.declaration === b.declared.declaration;
}
