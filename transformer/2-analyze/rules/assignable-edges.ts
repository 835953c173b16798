/** What a node results in can be passed to each parameter of its name. */
import { finding } from "../../diagnostics/finding.js";
import type { Edge, Finding } from "../../model.js";
import { parameterPath, resultPath } from "../type-path.js";
import type { Rule } from "./index.js";

export const assignableEdges: Rule = ({ nodes, misfits }, { project: { types } }) => {
  const producers = new Map(nodes.map((node) => [node.name, node]));
  const findings = misfits.map((misfit) => report(misfit, { explanation: misfit.explanation }));
  for (const consumer of nodes) {
    for (const dependency of consumer.dependencies) {
      const producer = producers.get(dependency.name);
      if (!producer || producer === consumer || dependency.provided || producer.isGeneric || dependency.isGeneric) continue;
      // A property that may be left out need not welcome `undefined`: its type says whether it does.
      const isOmittable = dependency.optional && dependency.declared.property === undefined;
      const fits = isOmittable ? types.isAssignableToOptional : types.isAssignable;
      if (fits(producer.type, dependency.type)) continue;
      const assignment = { from: resultPath(producer), to: parameterPath({ node: consumer, dependency }) };
      findings.push(report({ producer, consumer, dependency }, { assignment }));
    }
  }
  return findings;
};

function report({ producer, consumer, dependency }: Edge, reason: Pick<Finding, "assignment" | "explanation">): Finding {
  const names = { node: producer.name, parameter: dependency.name, consumer: consumer.name };
  return finding("edgeMismatch", names, dependency.declared.place, {
    related: [finding("declaredHere", { name: producer.name, type: producer.typeText }, producer.declared.place)],
    ...reason,
  });
}
