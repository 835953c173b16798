/** Transform declarations Into the nodes that they make: one by itself, more by its options, or by what it stands on. */
import { declarationsOf } from "../1-collect/declarations.js";
import type { Project, SourceFile } from "../compilers/port.js";
import { finding } from "../diagnostics/finding.js";
import type { Declaration, Finding, FlowNode, Place, UnreadableNode } from "../model.js";
import { expanded } from "./expand/expanded.js";
import { subdagNodes } from "./expand/subdag.js";
import { nodeOf } from "./flow-node.js";
import { moduleName } from "./module-name.js";
import type { Schemas } from "./schema.js";

export interface Unfolding {
  readonly project: Project;
  readonly schemas: Schemas;
  /** The nodes of a compiled package; `"missing"` where it has no manifest. */
  packagedAt(file: SourceFile): readonly FlowNode[] | "missing" | undefined;
  report(fault: Finding): void;
}

/** `file` is the module that exports them; `around` are the subdags that they are in, from the outside in. */
export function declaredNodes(unfolding: Unfolding, file: SourceFile, declarations: readonly Declaration[], around: readonly Declaration[] = []): FlowNode[] {
  const { project, schemas, packagedAt, report } = unfolding;
  return withoutDoubles(declarations.flatMap(nodesOfOne));

  function nodesOfOne(declared: Declaration): readonly FlowNode[] {
    const node = nodeOf(project, schemas, file, declared);
    const { options, modules } = declared;
    if (!options) return [node];
    const expanding = { project, schemas, declared, options, report };
    if (!modules) return expanded(expanding, node);
    const within = [...around, declared];
    return subdagNodes({ ...expanding, modules, nodesOf }, node);

    function nodesOf(holds: SourceFile | Declaration, place: Place): readonly FlowNode[] {
      if ("fn" in holds) return outside([holds], place, file);
      if (!holds.isDeclarationFile) {
        const found = declarationsOf(project, holds);
        for (const each of found.unreadable) report(unreadableFault(each));
        return outside(found.declarations, place, holds);
      }
      const packaged = packagedAt(holds);
      if (packaged === "missing") report(finding("manifestMissing", { module: moduleName(holds) }, place));
      return typeof packaged === "string" || !packaged ? [] : packaged;
    }

    /** A subdag that stands on itself would never end. */
    function outside(inner: readonly Declaration[], place: Place, module: SourceFile): readonly FlowNode[] {
      const isAround = ({ declaration }: Declaration): boolean => within.some((each) => each.declaration === declaration);
      if (inner.some(isAround)) report(finding("subdagInItself", { node: declared.name }, place));
      return declaredNodes(unfolding, module, inner.filter((each) => !isAround(each)), within);
    }
  }
}

/** What one declaration makes is there once, under however many names it is exported. */
function withoutDoubles(nodes: readonly FlowNode[]): FlowNode[] {
  const exportOf = new Map<string, Map<Declaration["declaration"], string>>();
  return nodes.filter(({ name, declared: { options, declaration, name: exported } }) => {
    if (!options) return true;
    const known = exportOf.get(name) ?? new Map<Declaration["declaration"], string>();
    exportOf.set(name, known);
    if (!known.has(declaration)) known.set(declaration, exported);
    return known.get(declaration) === exported;
  });
}

export function unreadableFault({ name, unreadable, place }: UnreadableNode): Finding {
  return finding(unreadable === "options" ? "unreadableOptions" : unreadable === "modules" ? "unreadableModules" : "unreadableFunction", { node: name }, place);
}
