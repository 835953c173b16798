/** What a node results in can be passed to each parameter of its name. */
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { Edge, Finding, FlowDependency, FlowNode } from "../../model.js";
import { type Blocks, blocksOf } from "../blocks.js";
import { canGo } from "../can-go.js";
import { isErroneous } from "../told-by-typescript.js";
import { demandPath, isProperty } from "../type-path.js";
import { variantsIn } from "../variants.js";
import type { Rule } from "./index.js";

export const assignableEdges: Rule = ({ nodes, misfits }, { project }) => {
  const { types } = project;
  const variants = variantsIn(nodes);
  let blocks: Blocks | undefined;
  const findings = misfits.filter((misfit) => !isTold(misfit)).map((misfit) => report(misfit, { explanation: misfit.explanation }));
  for (const consumer of nodes) {
    for (const dependency of consumer.dependencies) {
      if (dependency.provided || dependency.isGeneric) continue;
      const producers = variants.of(dependency.name);
      for (const producer of producers) {
        if (producer === consumer || producer.isGeneric || fits(producer, dependency) || !variants.canCoexist(producer, consumer)) continue;
        const edge = { producer, consumer, dependency };
        if (isTold(edge) || producers.some((each) => areRivals(each, producer))) continue;
        findings.push(report(edge, { assignment: { from: producer.path, to: demandPath(dependency) } }, hint(edge)));
      }
    }
  }
  return findings;

  /** That two nodes of a module can stand for one name is told by itself; of several modules, the later one may be to win. */
  function areRivals(one: FlowNode, other: FlowNode): boolean {
    return one !== other && one.module === other.module && variants.canCoexist(one, other);
  }

  function fits(producer: FlowNode, dependency: FlowDependency): boolean {
    // A property that may be left out need not welcome `undefined`: its type says whether it does.
    const isOmittable = dependency.optional && !dependency.collect && !isProperty(dependency.path);
    return canGo(types, producer.type, dependency.collect ?? dependency.type, isOmittable);
  }

  /** A predicate stands where the types of `node` ask for one: TypeScript may have objected to the whole of its entry. */
  function isTold({ consumer: { compute, place }, dependency }: Edge): boolean {
    const { start, length } = dependency.place;
    return compute.op === "validate" && isErroneous(project, { ...place, length: start + length - place.start });
  }

  /** Where all of a block's values are taken as if it were one. */
  function hint({ producer, dependency }: Edge): Finding[] {
    const block = producer.parallel ? producer : (blocks ??= blocksOf(nodes, false)).of.get(producer);
    const asked = block && !dependency.collect ? types.shapeOf(dependency.type) : undefined;
    if (!block || asked?.kind !== "array" || !types.isAssignable(producer.type, asked.element)) return [];
    return [finding("collectable", { name: producer.name }, dependency.place)];
  }
};

function report({ producer, consumer, dependency }: Edge, reason: Pick<Finding, "assignment" | "explanation">, hints: readonly Finding[] = []): Finding {
  const names = { node: producer.name, parameter: dependency.parameter?.name ?? dependency.name, consumer: consumer.name };
  return finding(dependency.collect ? "collectMismatch" : producer.parallel ? "itemMismatch" : "edgeMismatch", names, dependency.place, {
    related: [declaredHere(producer), ...hints],
    ...reason,
  });
}
