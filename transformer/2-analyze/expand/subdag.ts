/**
 * Transform
 *
 *     export const baz = subdag([module, { foo }], { inputs: { a: source("x"), b: 2 }, config: { region: "us" } }, fn)
 *
 * Into the nodes of the module and the functions, each as `baz.foo`, and `baz` itself. What the inner nodes ask
 * for is each other first, then what `inputs` and `config` give, then an outer node or input of that name; what
 * the module declares of such an input, it is.
 */
import { type SubdagMember, subdagModules } from "../../1-collect/subdag-modules.js";
import type { SourceFile } from "../../compilers/port.js";
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import { suggestion } from "../../diagnostics/suggestion.js";
import type { Declaration, DeclaredInput, Finding, FlowNode, Place, WrittenEntry, WrittenList } from "../../model.js";
import type { OptionPath } from "../../../runtime/manifest.js";
import { canHold } from "../conditions.js";
import type { Unfolded } from "../unfolded.js";
import { bindings } from "./bindings.js";
import { type Expanding, optionOf } from "./expanding.js";
import { settled } from "./inner-config.js";
import { lost } from "./lost.js";
import { relocated, relocatedInput, withArguments } from "./relocate.js";
import { entriesIn } from "./static-values.js";

export interface SubdagExpanding extends Expanding {
  readonly modules: WrittenList;
  /** What a member of the subdag, which stands at a place, results in by itself. */
  unfoldedAt(holds: SourceFile | Declaration, place: Place): Unfolded;
}

/** `own` is the function's node. */
export function subdagNodes(expanding: SubdagExpanding, own: FlowNode): Unfolded {
  const { project, declared, modules, report, unfoldedAt } = expanding;
  const { members, unreadable } = subdagModules(project, modules);
  for (const place of unreadable) report(finding("unreadableModule", { node: declared.name }, place));
  const inputs = entriesOf("inputs");
  const config = entriesOf("config");
  const found: FlowNode[] = [];
  const innerInputs: DeclaredInput[] = [];
  for (const member of members) {
    const { nodes, declaredInputs } = placedIn(member);
    found.push(...unique(nodes, member.place));
    innerInputs.push(...declaredInputs);
  }
  const inner = settled(expanding, found, config);
  const names = new Set(inner.map(({ name }) => name));
  const asked = new Set(inner.flatMap(({ dependencies }) => dependencies.flatMap(({ name, provided }) => (provided || names.has(name) ? [] : name))));
  const given = givenIn();
  const isOuter = ({ name }: DeclaredInput): boolean => asked.has(name) && !given.some((each) => each.name === name);
  return { nodes: [...inner.map(nested), { ...own, dependencies: own.dependencies.map(renamed) }], declaredInputs: innerInputs.filter(isOuter) };

  function placedIn({ path, place, holds }: SubdagMember): Unfolded {
    const pathOf = (name: string): OptionPath => ("fn" in holds ? path : [...path, name]);
    const { nodes, declaredInputs } = unfoldedAt(holds, place);
    return { nodes: nodes.map((node) => ({ ...relocated(node, declared, pathOf), givenAt: node.givenAt ?? place })), declaredInputs: declaredInputs.map((each) => relocatedInput(each, declared, pathOf)) };
  }

  /** Without those whose name another member has. */
  function unique(nodes: readonly FlowNode[], place: Place): readonly FlowNode[] {
    return nodes.filter((node) => {
      const other = found.find((each) => each.name === node.name && areRivals(each, node));
      if (!other) return true;
      report(finding("sameInnerName", { name: node.name, node: declared.name }, place, { related: [other, node].map(innerDeclaredHere) }));
      // Which of them is meant, nobody can tell.
      found[found.indexOf(other)] = lost(other);
      return false;
    });
  }

  function innerDeclaredHere(node: FlowNode): Finding {
    return declaredHere({ ...node, name: `${declared.name}.${node.name}` });
  }

  function entriesOf(name: string): readonly WrittenEntry[] {
    const option = optionOf(expanding, name);
    return option ? entriesIn(expanding, option) : [];
  }

  /** What inner nodes ask for and none of them provides. */
  function givenIn(): readonly WrittenEntry[] {
    const known = new Set([...asked, ...innerInputs.map(({ name }) => name)]);
    for (const [option, entries] of [["inputs", inputs], ["config", config]] as const) {
      for (const { name, place } of entries) {
        const [node] = inner.filter((each) => each.name === name);
        if (node) report(finding("givenInnerNode", { name, node: declared.name, option }, place, { related: [innerDeclaredHere(node)] }));
        else if (option === "inputs" && !known.has(name)) report(finding("unknownInnerInput", { name, node: declared.name, suggestion: suggestion(name, known) }, place));
        else if (option === "config" && inputs.some((each) => each.name === name)) report(finding("givenTwice", { name, node: declared.name }, place));
      }
    }
    return [...inputs, ...config.filter(({ name }) => !inputs.some((each) => each.name === name))].filter(({ name }) => asked.has(name));
  }

  function nested(node: FlowNode): FlowNode {
    const name = `${declared.name}.${node.name}`;
    const own = given.filter((entry) => node.dependencies.some((each) => !each.provided && each.name === entry.name));
    if (own.length === 0) return { ...node, name, dependencies: node.dependencies.map(renamed) };
    const pathOf = (entry: string): string[] => [inputs.some((each) => each.name === entry) ? "inputs" : "config", entry];
    const { dependencies, list } = bindings(expanding, name, node.dependencies, own, pathOf);
    const bound = withArguments(node, list);
    return { ...bound, name, dependencies: dependencies.map((each) => (node.dependencies.includes(each) ? renamed(each) : each)), boundBy: [...(node.boundBy ?? []), declared] };
  }

  function renamed<Each extends FlowNode["dependencies"][number]>(dependency: Each): Each {
    return dependency.provided || !names.has(dependency.name) ? dependency : { ...dependency, name: `${declared.name}.${dependency.name}` };
  }
}

/** Whether two nodes of one name can be there under one config, and neither gives way. */
function areRivals(one: FlowNode, other: FlowNode): boolean {
  return !one.isOtherwise && !other.isOtherwise && canHold([...one.when, ...other.when], []);
}
