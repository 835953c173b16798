/**
 * Transform what a compiled package's manifest says of the nodes that `node` and `subdag` made Into nodes:
 * what is computed of what stands in the manifest, the types in the declarations.
 */
import { documentationOf } from "../1-collect/documentation.js";
import { functionTypeIn } from "../1-collect/function-type-in.js";
import { kindAt } from "../1-collect/kind-of-call.js";
import { parametersOf } from "../1-collect/parameters.js";
import { placeOf } from "../1-collect/place.js";
import type { Project, SourceFile, VariableDeclaration } from "../compilers/port.js";
import type { Manifest, ManifestDependency, ManifestNode } from "../../runtime/manifest.js";
import type { Declaration, FlowDependency, FlowNode } from "../model.js";
import { COLLECT, itemOf, PARALLEL } from "./brands.js";
import { type Entries, entriesOf } from "./entries.js";
import { nodeOf } from "./flow-node.js";
import type { Schemas } from "./schema.js";
import { itemPath } from "./type-path.js";

/** An export that declares nodes. */
interface Made {
  readonly declared: Declaration;
  readonly entries: Entries;
  /** Its function, as if it were a node by itself. */
  readonly node: FlowNode;
}

export function packagedNodes(project: Project, schemas: Schemas, file: SourceFile, { nodes }: Manifest, plain: ReadonlySet<string>): FlowNode[] {
  const { types } = project;
  const exports = project.exportsOf(file).flatMap((each) => madeBy(each.name, each.declarations) ?? []).sort((a, b) => a.declared.place.start - b.declared.place.start);
  /** How many nodes of a name there have been: variants stand in the order of their declarations. */
  const seen = new Map<string, number>();
  return nodes.filter(({ name, compute }) => !(compute.op === "call" && compute.export === name && plain.has(name))).flatMap((node) => flowNode(node) ?? []);

  function madeBy(name: string, declarations: readonly unknown[]): Made | undefined {
    const declaration = (declarations as readonly VariableDeclaration[]).find(project.syntax.isVariableDeclaration);
    const fn = declaration && functionTypeIn(project, declaration.type);
    if (!declaration || !fn || !kindAt(project, declaration)) return undefined;
    const place = placeOf(declaration.name);
    const documentation = documentationOf(declaration, declaration.parent.parent);
    const declared: Declaration = { name, place, declaration, holder: declaration, fn, isTypedByContext: true, documentation, ...parametersOf(project, fn, true) };
    return { declared, entries: entriesOf(types, declaration, { file, export: name }, name), node: nodeOf(project, schemas, file, declared) };
  }

  function flowNode(manifest: ManifestNode): FlowNode | undefined {
    const { name, compute, type: typeText, doc, deprecated, tags, when = [], otherwise, policies = [], async } = manifest;
    const makers = exports.filter(({ declared, entries }) => ("export" in compute ? compute.export === declared.name : true) && entries.entryOf(name));
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const made = makers[Math.min(count, makers.length - 1)];
    const entry = made?.entries.entryOf(name);
    if (!made || !entry) return undefined;
    const item = manifest.parallel ? itemOf(types, entry.type, PARALLEL) : undefined;
    const isGeneric = made.node.isGeneric;
    const schema = isGeneric ? undefined : schemas.schemaOf(item ?? entry.type);
    const documentation = { ...(doc !== undefined && { doc }), ...(deprecated !== undefined && { deprecated }), ...(tags && { tags }), isNotNode: false };
    return {
      name,
      module: file,
      declared: made.declared,
      place: made.declared.place,
      documentation,
      compute,
      when,
      isOtherwise: otherwise ?? false,
      policies,
      type: item ?? entry.type,
      typeText,
      path: item ? itemPath(entry.path) : entry.path,
      isGeneric,
      async,
      ...(item && { parallel: entry.type }),
      ...(schema && { schema }),
      dependencies: manifest.dependencies.map((each, index) => dependencyOf(manifest, made, each, index)),
    };
  }

  function dependencyOf({ compute }: ManifestNode, { declared, entries, node }: Made, { name, type: typeText, optional, provided }: ManifestDependency, index: number): FlowDependency {
    const at = compute.op !== "call" || compute.path ? -1 : compute.arguments ? compute.arguments.findIndex((each) => "dependency" in each && each.dependency === index) : index;
    const parameter = node.dependencies[at];
    if (parameter) {
      const collect = itemOf(types, parameter.type, COLLECT);
      return { ...parameter, name, typeText, optional, ...(collect && { collect }), ...(provided && { provided }) };
    }
    // Of what it is made of itself, its own type tells; what else it takes, no declaration does.
    const entry = entries.entryOf(name);
    const { type, path } = entry ?? node;
    return { name, place: declared.place, type, path, typeText, isGeneric: entry === undefined, optional, ...(provided && { provided }) };
  }
}
