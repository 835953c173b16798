/** Transform a module's declarations Into a dataflow: types, dependencies, inputs. */
import { declarationsOf } from "../1-collect/declarations.js";
import { declaredInputsOf } from "../1-collect/declared-inputs.js";
import type { Project, SourceFile } from "../compilers/port.js";
import { finding } from "../diagnostics/finding.js";
import type { Dataflow, Declaration, Finding, FlowNode, UnreadableNode } from "../model.js";
import { expanded } from "./expand/expanded.js";
import { nodeOf } from "./flow-node.js";
import { instantiated } from "./generic-nodes.js";
import { inputsOf } from "./inputs.js";
import type { Schemas } from "./schema.js";

export function dataflowOf(project: Project, schemas: Schemas, file: SourceFile): Dataflow {
  const { declarations, unreadable } = declarationsOf(project, file);
  const faults = unreadable.map(unreadableFault);
  const nodes = withoutDoubles(declarations.flatMap((each) => nodesOf(each)));
  return { ...joined(project, schemas, { file, nodes, declaredInputs: declaredInputsOf(project, file) }), faults };

  function nodesOf(declared: Declaration): readonly FlowNode[] {
    const node = nodeOf(project, schemas, file, declared);
    return declared.options ? expanded({ project, schemas, declared, options: declared.options, report: (fault) => void faults.push(fault) }, node) : [node];
  }
}

/** One dataflow of these nodes, be they of one module or of several. */
export function joined(project: Project, schemas: Schemas, parts: Pick<Dataflow, "file" | "nodes" | "declaredInputs">): Dataflow {
  const { nodes, misfits } = instantiated(project, parts.nodes);
  return { ...parts, nodes, misfits, faults: [], inputs: inputsOf(project, schemas, nodes, parts.declaredInputs) };
}

/** What one declaration makes is there once, under however many names it is exported. */
function withoutDoubles(nodes: readonly FlowNode[]): readonly FlowNode[] {
  const exportOf = new Map<string, Map<Declaration["declaration"], string>>();
  return nodes.filter(({ name, declared: { options, declaration, name: exported } }) => {
    if (!options) return true;
    const known = exportOf.get(name) ?? new Map<Declaration["declaration"], string>();
    exportOf.set(name, known);
    if (!known.has(declaration)) known.set(declaration, exported);
    return known.get(declaration) === exported;
  });
}

function unreadableFault({ name, unreadable, place }: UnreadableNode): Finding {
  return finding(unreadable === "options" ? "unreadableOptions" : "unreadableFunction", { node: name }, place);
}
