/** A declared input fits each parameter of its name, its schema can accept it, and its options can be read. */
import { placeOf } from "../../1-collect/place.js";
import type { Types } from "../../compilers/port.js";
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { Finding, FlowInput } from "../../model.js";
import { canGo } from "../can-go.js";
import { canAccept, schemaInput, standardOf } from "../schema-input.js";
import type { Rule } from "./index.js";

export const readableInputs: Rule = ({ declaredInputs }) =>
  declaredInputs.flatMap(({ name, unreadable }) => (unreadable ? [finding("unreadableInput", { input: name }, placeOf(unreadable))] : []));

export const acceptingSchemas: Rule = ({ declaredInputs }, { project: { types } }) =>
  declaredInputs.flatMap(({ name, type, validator, within }) => {
    // Of a module in a subdag, its own analysis tells.
    const standard = validator && !within && standardOf(types, types.typeAt(validator));
    const input = standard && schemaInput(types, standard);
    return !input || canAccept(types, input, type) ? [] : [finding("unfitInputSchema", { input: name, type: types.textOf(type) }, placeOf(validator!))];
  });

export const fittingInputs: Rule = ({ inputs }, { project: { types } }) => inputs.flatMap((input) => misfits(input, types));

function misfits({ declared, consumers, typeText }: FlowInput, types: Types): Finding[] {
  if (!declared) return [];
  const wrong = consumers.filter(({ dependency: { type, optional, isGeneric } }) => !isGeneric && !canGo(types, declared.type, type, optional || declared.hasDefault));
  return wrong.map((consumer) => {
    const { node, dependency } = consumer;
    const names = { input: declared.name, parameter: dependency.parameter?.name ?? dependency.name, consumer: node.name };
    return finding("unfitInput", names, dependency.place, {
      related: [declaredHere({ ...declared, typeText })],
      assignment: { from: declared.path, to: dependency.path },
    });
  });
}
