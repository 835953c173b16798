/**
 * Whatever needs a second look at the project says what it has to ask, and goes on when it has the answers: so one
 * look serves all that can ask at the same time. Each costs as much as the project is large.
 */
import type { Project } from "../compilers/port.js";
import type { ProbeAnswers, ProbeQuestions } from "../compilers/questions.js";

/** What comes of answers, once they are there. */
export type Asking<Result> = Generator<ProbeQuestions, Result, ProbeAnswers>;

const NOTHING: ProbeQuestions = { calls: [], assignments: [], intersections: [], fits: [] };

/** Asks, where there is something to ask. */
export function* asked(questions: Partial<ProbeQuestions>): Asking<ProbeAnswers> {
  return yield { ...NOTHING, ...questions };
}

/** Goes through all of them side by side, and looks once for each of their steps. */
export function together<Result>({ probe }: Project, all: readonly Asking<Result>[]): Result[] {
  const steps = all.map((asking) => asking.next());
  for (;;) {
    const open = all.flatMap((asking, index) => (steps[index]!.done ? [] : { asking, index, questions: steps[index]!.value as ProbeQuestions }));
    if (open.length === 0) return steps.map(({ value }) => value as Result);
    const answers = probe(joined(open.map(({ questions }) => questions)));
    const next = { calls: 0, explanations: 0, intersections: 0, misfits: 0 };
    for (const { asking, index, questions } of open) {
      steps[index] = asking.next({
        calls: taken("calls", questions.calls),
        explanations: taken("explanations", questions.assignments),
        intersections: taken("intersections", questions.intersections),
        misfits: taken("misfits", questions.fits),
      });
    }

    /** The answers to those of the questions that are one asker's own. */
    function taken<Kind extends keyof ProbeAnswers>(kind: Kind, { length }: readonly unknown[]): ProbeAnswers[Kind] {
      return answers[kind].slice(next[kind], (next[kind] += length)) as unknown as ProbeAnswers[Kind];
    }
  }
}

function joined(all: readonly ProbeQuestions[]): ProbeQuestions {
  return {
    calls: all.flatMap(({ calls }) => calls),
    assignments: all.flatMap(({ assignments }) => assignments),
    intersections: all.flatMap(({ intersections }) => intersections),
    fits: all.flatMap(({ fits }) => fits),
  };
}
