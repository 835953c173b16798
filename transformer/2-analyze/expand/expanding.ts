/** What an option needs of the declaration that it stands in, and what it makes of a node. */
import type { Project } from "../../compilers/port.js";
import type { Declaration, Finding, FlowNode, WrittenEntry, WrittenObject } from "../../model.js";
import type { Schemas } from "../schema.js";

export interface Expanding {
  readonly project: Project;
  readonly schemas: Schemas;
  readonly declared: Declaration;
  readonly options: WrittenObject;
  report(fault: Finding): void;
}

/** A node that an option leaves; those that follow have a say only in one that is final. */
export interface Expanded {
  readonly node: FlowNode;
  readonly isFinal: boolean;
}

export interface Expansion {
  /** The names of the options that it reads. */
  readonly options: readonly string[];
  /** Asked only where one of them is there. */
  expand(node: FlowNode, expanding: Expanding): readonly Expanded[];
}

/** An option of the declaration, where it is there. */
export function optionOf({ options }: Expanding, name: string): WrittenEntry | undefined {
  return options.entries.find((each) => each.name === name);
}

export function final(node: FlowNode): Expanded {
  return { node, isFinal: true };
}
