/** What a request and its config give fits where it goes, as TypeScript would judge it there. */
import { placeOf } from "../../1-collect/place.js";
import { isJavaScript } from "../../compilers/is-java-script.js";
import type { Type, Types } from "../../compilers/port.js";
import type { TypePath } from "../../compilers/questions.js";
import { finding } from "../../diagnostics/finding.js";
import type { MessageId } from "../../diagnostics/catalogue.js";
import type { Consumer, Dataflow, Finding, FlowNode } from "../../model.js";
import { canGo } from "../can-go.js";
import { consumersOf } from "../consumers.js";
import { type Given, givenOf, type GivenValue } from "../given.js";
import { namesIn } from "../names.js";
import { demandPath, wholePath } from "../type-path.js";
import { singles } from "../variants.js";
import type { CompositionRule, RequestRule } from "./index.js";

type WrongValue = Extract<MessageId, "wrongInput" | "wrongOverride" | "wrongConfig">;

/** What a value is asked to be. */
interface Demand {
  readonly type: Type;
  readonly optional: boolean;
  readonly path: TypePath;
}

export const fittingValues: RequestRule = ({ dataflow, inputs, overrides, executed }, { project: { types } }) => {
  const names = namesIn(dataflow).nodes;
  const nodes = singles(dataflow.nodes);
  const consumers = consumersOf([...executed.keys()], isTyped);
  const asInput = (name: string): Demand[] => (names.has(name) ? [] : inputDemands(dataflow, name, consumers.get(name) ?? []));
  const asNode = (name: string): Demand[] => {
    const node = nodes.get(name);
    if (!node) return asInput(name);
    return node.isGeneric ? [] : [wholeOf(node)];
  };
  return [...judge(types, inputs, "wrongInput", asInput), ...judge(types, overrides, "wrongOverride", asNode)];
};

export const fittingConfig: CompositionRule = ({ composition, dataflow, replaced }, { project }) => {
  const consumers = consumersOf(dataflow.nodes, isTyped);
  const nodes = new Map(replaced.map((node) => [node.name, node]));
  const demandsOn = (name: string): Demand[] => {
    const node = nodes.get(name);
    if (node?.parallel) return node.isGeneric ? [] : [wholeOf(node)];
    return node ? (consumers.get(name) ?? []).map(itemDemandOf) : inputDemands(dataflow, name, consumers.get(name) ?? []);
  };
  return composition.configs.flatMap((config) => judge(project.types, givenOf(project, config), "wrongConfig", demandsOn));
};

function judge(types: Types, { values }: Given, id: WrongValue, demandsOn: (name: string) => readonly Demand[]): Finding[] {
  return [...values.values()].flatMap((value) => {
    const demands = demandsOn(value.name);
    const { name, node, source, isCertain } = value;
    if (demands.every((demand) => fits(types, value, demand)) || isJavaScript(node.getSourceFile())) return [];
    // A literal's type, as it stands, cannot tell what it would be where it goes: TypeScript is asked, for all of them at once.
    return [finding(id, { name }, placeOf(node), { fit: { ...source, isCertain, to: demands.map(({ path }) => path) } })];
  });
}

function fits(types: Types, { source, type, isCertain }: GivenValue, demand: Demand): boolean {
  const given = source.path.length === 0 ? types.typeAt(source.expression) : type;
  return canGo(types, given, demand.type, demand.optional || !isCertain);
}

/** An input has one type in all of its dataflow, whatever a request runs of it: as its declaration says, or else what all of its consumers ask together. */
function inputDemands(dataflow: Dataflow, name: string, consumers: readonly Consumer[]): Demand[] {
  const found = namesIn(dataflow).inputs.get(name);
  if (found?.declared) return [{ type: found.declared.type, optional: found.optional, path: found.declared.path }];
  const optional = consumers.every(({ dependency }) => dependency.optional);
  return consumers.length === 0 ? [] : (found?.demands ?? []).map(({ dependency: { type, path } }) => ({ type, optional, path }));
}

/** Of what stands in for a node: it has one value, which is that of all items. */
function itemDemandOf({ dependency }: Consumer): Demand {
  const { type, optional, collect } = dependency;
  return { type: collect ?? type, optional, path: demandPath(dependency) };
}

function wholeOf(node: FlowNode): Demand {
  return { type: node.parallel ?? node.type, optional: false, path: wholePath(node) };
}

/** Of a generic one, only a call can tell. */
function isTyped({ dependency }: Consumer): boolean {
  return !dependency.isGeneric;
}
