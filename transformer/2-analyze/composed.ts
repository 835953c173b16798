/** Transform a composition Into one dataflow over all of its modules. */
import type { Composition } from "../1-collect/compositions.js";
import type { Node, Project, SourceFile } from "../compilers/port.js";
import type { Dataflow, FlowNode } from "../model.js";
import type { Asking } from "./asking.js";
import { type Blocks, blocksOf } from "./blocks.js";
import { joined } from "./dataflow.js";
import { firstOfName } from "./declared-nodes.js";
import { givenOf, merged } from "./given.js";
import { leftOpen } from "./left-open.js";
import type { Schemas } from "./schema.js";
import { selected } from "./selected.js";
import type { Unfolded } from "./unfolded.js";
import { isAlways, variantsIn } from "./variants.js";

export interface Composed {
  readonly composition: Composition;
  readonly dataflow: Dataflow;
  /** The variants that config leaves out. */
  readonly leftOut: readonly FlowNode[];
  /** What config stands in for. */
  readonly replaced: readonly FlowNode[];
  readonly blocks: Blocks;
  readonly duplicates: readonly Duplicate[];
}

/** What there is in one of its modules, as far as it is known. */
export type ComposedModule = Unfolded & Partial<Pick<Dataflow, "faults">>;

/** A name that two modules define, where the later one does not win. */
interface Duplicate {
  readonly earlier: FlowNode;
  readonly later: FlowNode;
  readonly argument: Node;
}

export function* composed(project: Project, schemas: Schemas, moduleAt: (file: SourceFile) => ComposedModule, composition: Composition): Asking<Composed> {
  const { modules, configs, allowsOverrides, build } = composition;
  const config = merged(configs.map((each) => givenOf(project, each)));
  const flows = modules.map(({ file, argument }) => ({ argument, flow: moduleAt(file) }));

  const declared = flows.flatMap(({ flow }) => flow.nodes);
  const present = selected(project, declared, config);
  const variants = variantsIn([...present.values()]);
  const nodes = new Map<string, FlowNode[]>();
  const duplicates: Duplicate[] = [];
  for (const { argument, flow } of flows) {
    for (const later of flow.nodes.flatMap((each) => present.get(each) ?? [])) {
      const others = (nodes.get(later.name) ?? []).filter((each) => !isSame(each, later));
      // Those of one module are told apart there.
      const rivals = others.filter((each) => each.module !== later.module && variants.canCoexist(each, later));
      if (!allowsOverrides) duplicates.push(...rivals.slice(0, 1).map((earlier) => ({ earlier, later, argument })));
      if (allowsOverrides && isAlways(later)) nodes.set(later.name, [...others.filter((each) => each.module === later.module), later]);
      else if (allowsOverrides || rivals.length === 0) nodes.set(later.name, [...others, later]);
    }
  }
  const all = [...nodes.values()].flat();
  // Config stands in for a node.
  const isReplaced = ({ name }: FlowNode): boolean => config.values.get(name)?.isCertain ?? false;
  const parts = { file: build.getSourceFile(), nodes: all.filter((each) => !isReplaced(each)), declaredInputs: firstOfName(flows.flatMap(({ flow }) => flow.declaredInputs)) };
  const dataflow = { ...(yield* joined(project, schemas, parts)), ...leftOpen(flows.flatMap(({ flow }) => flow.faults ?? [])) };
  const replaced = all.filter(isReplaced);
  const leftOut = declared.filter((each) => !present.has(each));
  return { composition, dataflow, leftOut, replaced, blocks: blocksOf([...dataflow.nodes, ...replaced], true), duplicates };
}

/** A barrel and the module that it re-exports have the same function. */
function isSame(a: FlowNode, b: FlowNode): boolean {
  return a.declared.declaration === b.declared.declaration;
}
