/** What is wrong in a declaration file is told in the project's own text: those lines are not the user's. */
import { exportPlaceOf } from "../1-collect/export-place.js";
import type { Node, Project, SourceFile } from "../compilers/port.js";
import { finding } from "../diagnostics/finding.js";
import type { Dataflow, Finding, FlowNode, Place } from "../model.js";

/** Where the node is made, where a subdag is given it, where it is re-exported, or where `argumentOf` its module stands. */
export function inSource(project: Project, each: Finding, { nodes }: Dataflow, argumentOf?: (module: SourceFile) => Place | undefined): Finding {
  const { place } = each;
  if (!place?.file.isDeclarationFile) return each;
  const owners = nodes.filter(({ declared }) => holds(declared.fn, place) || holds(declared.declaration, place));
  // Of several that one function makes, the message names the one.
  const owner = owners.find(({ name }) => each.text.includes(`'${name}'`)) ?? owners[0];
  if (!owner) return each;
  const own = ownPlace(project, owner);
  return own ? { ...each, place: own, related: [...each.related, finding("declarationStands", { node: owner.name }, place)] } : { ...each, place: argumentOf?.(owner.module) ?? place };
}

function ownPlace(project: Project, { module, declared, givenAt }: FlowNode): Place | undefined {
  const made = [declared.place, givenAt].find((place) => place && !place.file.isDeclarationFile);
  if (made) return made;
  return module.isDeclarationFile ? undefined : exportPlaceOf(project, module, declared.name);
}

function holds(node: Node, { file, start }: Place): boolean {
  return node.getSourceFile() === file && node.pos <= start && start < node.end;
}
