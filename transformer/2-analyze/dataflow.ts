/** Transform a module's declarations Into a dataflow: types, dependencies, inputs. */
import { declarationsOf } from "../1-collect/declarations.js";
import { declaredInputsOf } from "../1-collect/declared-inputs.js";
import type { Project, SourceFile } from "../compilers/port.js";
import type { Dataflow, Finding } from "../model.js";
import { declaredNodes, firstOfName, type Unfolding, unreadableFault } from "./declared-nodes.js";
import { instantiated } from "./generic-nodes.js";
import { inputsOf } from "./inputs.js";
import { leftOpen } from "./left-open.js";
import type { Schemas } from "./schema.js";

/** `packagedAt` knows what a compiled package has. */
export function dataflowOf(project: Project, schemas: Schemas, file: SourceFile, packagedAt: Unfolding["packagedAt"]): Dataflow {
  const { declarations, unreadable } = declarationsOf(project, file);
  const faults: Finding[] = unreadable.map(unreadableFault);
  const { nodes, declaredInputs } = declaredNodes({ project, schemas, packagedAt, report: (fault) => void faults.push(fault) }, file, declarations);
  const dataflow = joined(project, schemas, { file, nodes, declaredInputs: firstOfName([...declaredInputsOf(project, file), ...declaredInputs]) });
  return { ...dataflow, faults: [...faults, ...dataflow.faults], ...leftOpen(faults) };
}

/** One dataflow of these nodes, be they of one module or of several. */
export function joined(project: Project, schemas: Schemas, parts: Pick<Dataflow, "file" | "nodes" | "declaredInputs">): Dataflow {
  const { nodes, misfits, faults } = instantiated(project, parts.nodes);
  return { ...parts, nodes, misfits, faults, inputs: inputsOf(project, schemas, nodes, parts.declaredInputs) };
}
