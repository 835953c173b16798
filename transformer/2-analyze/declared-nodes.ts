/** Transform declarations Into the nodes that they make: one by itself, more by its options, or by what it stands on, whose declared inputs come with it. */
import { declarationsOf } from "../1-collect/declarations.js";
import { declaredInputsOf } from "../1-collect/declared-inputs.js";
import type { Project, SourceFile } from "../compilers/port.js";
import { finding } from "../diagnostics/finding.js";
import type { Declaration, DeclaredInput, Finding, FlowNode, Place, UnreadableNode } from "../model.js";
import { expanded } from "./expand/expanded.js";
import { subdagNodes } from "./expand/subdag.js";
import { nodeOf } from "./flow-node.js";
import { moduleName } from "./module-name.js";
import type { Schemas } from "./schema.js";
import type { Unfolded } from "./unfolded.js";

export interface Unfolding {
  readonly project: Project;
  readonly schemas: Schemas;
  /** What a compiled package has; `"missing"` where it has no manifest. */
  packagedAt(file: SourceFile): Unfolded | "missing" | undefined;
  report(fault: Finding): void;
}

/** `file` is the module that exports them; `around` are the subdags that they are in, from the outside in. */
export function declaredNodes(unfolding: Unfolding, file: SourceFile, declarations: readonly Declaration[], around: readonly Declaration[] = []): Unfolded {
  const { project, schemas, packagedAt, report } = unfolding;
  const each = declarations.map(unfolded);
  return { nodes: withoutDoubles(each.flatMap(({ nodes }) => nodes)), declaredInputs: firstOfName(each.flatMap(({ declaredInputs }) => declaredInputs)) };

  function unfolded(declared: Declaration): Unfolded {
    const node = nodeOf(project, schemas, file, declared);
    const { options, modules } = declared;
    if (!options) return { nodes: [node], declaredInputs: [] };
    const expanding = { project, schemas, declared, options, report };
    if (!modules) return { nodes: expanded(expanding, node), declaredInputs: [] };
    const within = [...around, declared];
    return subdagNodes({ ...expanding, modules, unfoldedAt }, node);

    function unfoldedAt(holds: SourceFile | Declaration, place: Place): Unfolded {
      if ("fn" in holds) return outside([holds], place, file);
      if (!holds.isDeclarationFile) {
        const found = declarationsOf(project, holds);
        for (const each of found.unreadable) report(unreadableFault(each));
        const inner = outside(found.declarations, place, holds);
        return { ...inner, declaredInputs: firstOfName([...declaredInputsOf(project, holds), ...inner.declaredInputs]) };
      }
      const packaged = packagedAt(holds);
      if (packaged === "missing") report(finding("manifestMissing", { module: moduleName(holds) }, place));
      return typeof packaged === "string" || !packaged ? { nodes: [], declaredInputs: [] } : packaged;
    }

    /** A subdag that stands on itself would never end. */
    function outside(inner: readonly Declaration[], place: Place, module: SourceFile): Unfolded {
      const isAround = ({ declaration }: Declaration): boolean => within.some((each) => each.declaration === declaration);
      if (!inner.some(isAround)) return declaredNodes(unfolding, module, inner, within);
      report(finding("subdagInItself", { node: declared.name }, place));
      return { nodes: [], declaredInputs: [] };
    }
  }
}

/** An input that is declared more than once is what the first says: a module's own words come before those of its subdags. */
export function firstOfName(inputs: readonly DeclaredInput[]): DeclaredInput[] {
  const names = new Set<string>();
  return inputs.filter(({ name }) => !names.has(name) && names.add(name));
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

const FAULTS = { options: "unreadableOptions", function: "unreadableFunction", modules: "unreadableModules", compiled: "compiledDeclaration" } as const;

export function unreadableFault({ name, unreadable, place }: UnreadableNode): Finding {
  return finding(FAULTS[unreadable], { node: name }, place);
}
