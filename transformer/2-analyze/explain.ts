/**
 * Asks TypeScript, once for all, to say in its own words why each assignment does not hold and each value does
 * not fit. Where it has nothing to say, there is nothing to report: only it knows how an expression reads where
 * a type is asked of it.
 */
import type { Project } from "../compilers/port.js";
import type { Fit, Misfit } from "../compilers/questions.js";
import type { Finding } from "../model.js";

export function explain(project: Project, findings: readonly Finding[]): Finding[] {
  const assignments = findings.flatMap(({ assignment }) => assignment ?? []);
  const fits = findings.flatMap(({ fit }) => fit ?? []);
  const [first = [], ...others] = rounds(fits);
  const { explanations, misfits } = project.probe({ calls: [], assignments, intersections: [], fits: first });
  const explanationOf = new Map(assignments.map((each, index) => [each, explanations[index]]));
  const misfitOf = new Map<Fit, Misfit | undefined>(first.map((each, index) => [each, misfits[index]]));
  for (const round of others) {
    const { misfits } = project.probe({ calls: [], assignments: [], intersections: [], fits: round });
    round.forEach((each, index) => misfitOf.set(each, misfits[index]));
  }

  return findings.flatMap((finding) => {
    const { assignment, fit } = finding;
    const explanation = assignment && explanationOf.get(assignment);
    if (explanation) return { ...finding, explanation };
    if (assignment) return [];
    if (!fit) return finding;
    const misfit = misfitOf.get(fit);
    if (!misfit) return [];
    const { start, length } = misfit;
    const place = fit.path.length === 0 ? { file: fit.expression.getSourceFile(), start, length } : finding.place!;
    return { ...finding, place, explanation: misfit.explanation };
  });
}

/** One question at a time can stand around or within an expression. */
function rounds(fits: readonly Fit[]): Fit[][] {
  const found: Fit[][] = [];
  for (const fit of fits) {
    const round = found.find((others) => !others.some((other) => areNested(fit, other)));
    if (round) round.push(fit);
    else found.push([fit]);
  }
  return found;
}

function areNested(a: Fit, b: Fit): boolean {
  if (a.isCopied || b.isCopied || a.expression.getSourceFile() !== b.expression.getSourceFile()) return false;
  return a.expression.pos < b.expression.end && b.expression.pos < a.expression.end;
}
