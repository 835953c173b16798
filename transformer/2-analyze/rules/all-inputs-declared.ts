/** A module that declares an input declares all that are its own: those that no composition provides. */
import { finding } from "../../diagnostics/finding.js";
import { suggestion } from "../../diagnostics/suggestion.js";
import type { Dataflow, Finding } from "../../model.js";

export function allInputsDeclared({ nodes, inputs, declaredInputs, leftOpen }: Dataflow, isProvided: (name: string) => boolean): Finding[] {
  // What a module of a subdag declares is not said by this one.
  if (leftOpen || declaredInputs.every(({ within }) => within)) return [];
  const known = [...declaredInputs, ...nodes].map(({ name }) => name);
  return inputs
    // Variants of the name are there: which of them stands, the config says.
    .filter(({ name, declared }) => !declared && !isProvided(name) && !nodes.some((node) => node.name === name))
    .flatMap(({ name, consumers }) =>
      consumers.map(({ node, dependency }) => {
        const data = { input: name, node: node.name, suggestion: suggestion(name, known.filter((each) => each !== node.name), () => "Declare it with 'input'.") };
        return finding("undeclaredInput", data, dependency.place);
      }),
    );
}
