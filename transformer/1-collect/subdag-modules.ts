/** Transform what a subdag stands on Into modules and declarations, each with the path that leads to it in its options. */
import type { Node, Project, SourceFile } from "../compilers/port.js";
import type { Declaration, Place, Written, WrittenList } from "../model.js";
import type { OptionPath } from "../../runtime/manifest.js";
import { constantValue } from "./constant-value.js";
import { declarationOf, isNodeName } from "./declarations.js";
import { modulesOf } from "./module-arguments.js";
import { namedValue, ownNode } from "./named-value.js";
import { placeOf } from "./place.js";
import { targetOf } from "./target-of.js";
import { writtenIn } from "./written.js";

export interface SubdagModules {
  readonly members: readonly SubdagMember[];
  /** What the text does not tell. */
  readonly unreadable: readonly Place[];
}

export interface SubdagMember {
  readonly path: OptionPath;
  readonly place: Place;
  /** All that a module exports, or one declaration. */
  readonly holds: SourceFile | Declaration;
}

export function subdagModules(project: Project, { items }: WrittenList): SubdagModules {
  const { syntax } = project;
  const unreadable: Place[] = [];
  const members = items.flatMap((item, index) => readItem(item, ["modules", index]));
  return { members, unreadable };

  function readItem(item: Written, path: OptionPath): readonly SubdagMember[] {
    if (item.kind === "object") {
      if (item.unnamed) return lost(item.unnamed);
      return item.entries.filter(({ name }) => isNodeName(name)).flatMap(({ name, value }) => readFunction(value, [...path, name], name));
    }
    const [module] = modulesOf(project, [item.node]) ?? [];
    if (module) return [{ path, place: placeOf(item.node), holds: module.file }];
    const target = targetOf(project, ownNode(item));
    const held = target && constantValue(project, target);
    if (held && syntax.isObjectLiteralExpression(held)) return readItem(writtenIn(project, held), path);
    return readFunction(item, path, (target as { name?: { text?: string } } | undefined)?.name?.text);
  }

  function readFunction(written: Written, path: OptionPath, name: string | undefined): readonly SubdagMember[] {
    const target = targetOf(project, ownNode(written));
    const declared = target && name !== undefined ? declarationOf(project, { name, declarations: [target] }) : undefined;
    if (!declared || !("fn" in declared)) return lost(written.node);
    return [{ path, place: placeOf(written.node), holds: { ...declared, value: namedValue(written) } }];
  }

  function lost(node: Node): [] {
    unreadable.push(placeOf(node));
    return [];
  }
}
