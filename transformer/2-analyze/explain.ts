/** Asks TypeScript, once for all, to say in its own words why each assignment does not hold. */
import type { Project } from "../compilers/port.js";
import type { Finding } from "../model.js";

export function explain(project: Project, findings: readonly Finding[]): Finding[] {
  const assignments = findings.flatMap(({ assignment }) => assignment ?? []);
  const { explanations } = project.probe({ assignments, intersections: [] });
  const byAssignment = new Map(assignments.map((each, index) => [each, explanations[index]]));
  return findings.map((finding) => {
    const explanation = finding.assignment && byAssignment.get(finding.assignment);
    return explanation ? { ...finding, explanation } : finding;
  });
}
