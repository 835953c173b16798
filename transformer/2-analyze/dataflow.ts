/** Transform a module's declarations Into a dataflow: types, dependencies, inputs. */
import { declarationsOf } from "../1-collect/declarations.js";
import { declaredInputsOf } from "../1-collect/declared-inputs.js";
import type { Project, SourceFile } from "../compilers/port.js";
import type { Dataflow, Finding } from "../model.js";
import type { Asking } from "./asking.js";
import { declaredNodes, firstOfName, type Unfolding, unreadableFault } from "./declared-nodes.js";
import { instantiated } from "./generic-nodes.js";
import { inputsOf } from "./inputs.js";
import { leftOpen } from "./left-open.js";
import type { Schemas } from "./schema.js";
import type { Unfolded } from "./unfolded.js";

/** `packagedAt` knows what a compiled package has. */
export function* dataflowOf(project: Project, schemas: Schemas, file: SourceFile, packagedAt: Unfolding["packagedAt"]): Asking<Dataflow> {
  const { faults, ...parts } = declaredParts(project, schemas, file, packagedAt);
  const dataflow = yield* joined(project, schemas, parts);
  return { ...dataflow, faults: [...faults, ...dataflow.faults], ...leftOpen(faults) };
}

type Parts = Unfolded & Pick<Dataflow, "file">;

/** What a module declares, each of its nodes as it is by itself. */
export function declaredParts(project: Project, schemas: Schemas, file: SourceFile, packagedAt: Unfolding["packagedAt"]): Parts & Pick<Dataflow, "faults"> {
  const { declarations, unreadable } = declarationsOf(project, file);
  const faults: Finding[] = unreadable.map(unreadableFault);
  const { nodes, declaredInputs } = declaredNodes({ project, schemas, packagedAt, report: (fault) => void faults.push(fault) }, file, declarations);
  return { file, nodes, declaredInputs: firstOfName([...declaredInputsOf(project, file), ...declaredInputs]), faults };
}

/** One dataflow of these nodes, be they of one module or of several. */
export function* joined(project: Project, schemas: Schemas, parts: Parts): Asking<Dataflow> {
  const { nodes, misfits, faults } = yield* instantiated(project, parts.nodes);
  return { ...parts, nodes, misfits, faults, inputs: yield* inputsOf(project, schemas, nodes, parts.declaredInputs) };
}
