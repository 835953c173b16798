/**
 * A second look at a project, in which our questions stand as TypeScript: some in a file of their own,
 * some around an expression of the user's. It is taken only where something is wrong or cannot be said
 * otherwise.
 */
import { createNaming } from "./naming.js";
import type { CallExpression, Node, Syntax, Type, Types, VariableDeclaration } from "./port.js";
import { ANYTHING_ELSE, editsFor, probeFileName, questionsText, STATEMENT } from "./probe-text.js";
import type { Explanation, ProbeAnswers, ProbeQuestions } from "./questions.js";

/** The same project, but for the files whose text was given. */
export interface SecondLook {
  readonly types: Types;
  statementsOf(fileName: string): readonly Node[];
  /** What TypeScript objects to. */
  errorsIn(fileName: string): readonly ExplainedError[];
}

export interface ExplainedError {
  readonly start: number;
  readonly length: number;
  readonly explanation: Explanation;
}

export function createProbe(syntax: Syntax, lookAgain: (texts: ReadonlyMap<string, string>) => SecondLook): (questions: ProbeQuestions) => ProbeAnswers {
  return (questions) => {
    const { calls, assignments, intersections, fits } = questions;
    const fileName = probeFileName(questions);
    const naming = createNaming(questions);
    const edits = editsFor(fits, naming);
    const texts = new Map([...edits].map(([file, { text }]) => [file.fileName, text]));
    if (fileName !== undefined) texts.set(fileName, questionsText(fileName, questions, naming));
    if (texts.size === 0) return { calls: [], explanations: [], intersections: [], misfits: [] };

    const { types, statementsOf, errorsIn } = lookAgain(texts);
    const statements = fileName === undefined ? [] : statementsOf(fileName);
    const errors = fileName === undefined ? [] : errorsIn(fileName);
    const explanationIn = ({ pos, end }: Node): Explanation | undefined => within(errors, pos, end)?.explanation;
    const typeOf = (statement: number): Type => types.typeAt(declared(statements[statement]!));
    return {
      calls: calls.map((_, index) => {
        const call = declared(statements[STATEMENT.call(index)]!).initializer as CallExpression;
        const whole = explanationIn(call);
        const [first, ...others] = argumentsOf(call).map(explanationIn);
        const isFirst = first ?? (whole?.code === NO_OVERLOAD && others.every((each) => !each) ? whole : undefined);
        return { types, type: typeOf(STATEMENT.result(index)), arguments: [isFirst, ...others] };
      }),
      explanations: assignments.map((_, index) => explanationIn(statements[STATEMENT.assignment(questions, index)]!)),
      intersections: intersections.map((_, index) => ({ types, type: typeOf(STATEMENT.intersection(questions, index)) })),
      misfits: fits.map((fit) => {
        const { expression } = fit;
        const edit = edits.get(expression.getSourceFile())!;
        const [start, end] = edit.rangeOf(fit);
        const found = within(errorsIn(expression.getSourceFile().fileName), start, end);
        if (!found) return undefined;
        const from = edit.originalPosition(fit, found.start);
        const to = edit.originalPosition(fit, found.start + found.length);
        const isWithin = from >= expression.getStart() && to <= expression.end && from < to;
        const [first, last] = isWithin ? [from, to] : [expression.getStart(), expression.end];
        return { start: first, length: last - first, explanation: ofProperty(found.explanation) };
      }),
    };
  };

  function declared(statement: Node): VariableDeclaration {
    if (!syntax.isVariableStatement(statement)) throw new Error("A question is no variable.");
    return statement.declarationList.declarations[0]!;
  }

  /** The arguments of a call, or the properties of the one object that it is given. */
  function argumentsOf({ arguments: given }: CallExpression): readonly Node[] {
    const [first] = given;
    return first && syntax.isObjectLiteralExpression(first) ? first.properties : given;
  }
}

/** "No overload matches this call.", told of the whole of it where the overloads object to different arguments. */
const NO_OVERLOAD = 2769;

/** What is told of a property, without what is told of the objects around it, whose types are ours. */
function ofProperty(whole: Explanation): Explanation {
  let told = whole;
  for (let each: Explanation | undefined = whole; each; each = each.next[0]) if (each.text.includes(ANYTHING_ELSE)) told = each.next[0]?.next[0] ?? told;
  return told;
}

function within(errors: readonly ExplainedError[], from: number, to: number): ExplainedError | undefined {
  return errors.find(({ start }) => start >= from && start < to);
}

/** TypeScript's words; `satisfies` and `as` are in our questions, not in the user's text. */
export function explanation(code: number, text: string, next: readonly Explanation[]): Explanation {
  const own = text.replace("' does not satisfy the expected type '", "' is not assignable to type '").replace(" If this was intentional, convert the expression to 'unknown' first.", "");
  return { code, text: own, next };
}
