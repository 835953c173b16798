/**
 * A second program over the same source files, in which our questions stand as TypeScript: some in a
 * file of their own, some around an expression of the user's. It is opened only where something is wrong
 * or cannot be said otherwise.
 */
import type ts from "typescript";
import type { Explanation, ProbeAnswers, ProbeQuestions, Type } from "../port.js";
import { editsFor, originalPosition, probeFileName, questionsText, STATEMENT } from "../probe-text.js";
import { secondProgram } from "./second-program.js";
import { createTypes } from "./types.js";

export function createProbe(compiler: typeof ts, program: ts.Program): (questions: ProbeQuestions) => ProbeAnswers {
  return (questions) => {
    const { calls, assignments, intersections, fits } = questions;
    const fileName = probeFileName(questions);
    const edits = editsFor(fits);
    const texts = new Map([...edits].map(([file, { text }]) => [file.fileName, text]));
    if (fileName !== undefined) texts.set(fileName, questionsText(fileName, questions));
    if (texts.size === 0) return { calls: [], explanations: [], intersections: [], misfits: [] };

    const second = secondProgram(compiler, program, texts);
    const file = fileName === undefined ? undefined : second.getSourceFile(fileName)!;
    const diagnostics = file ? second.getSemanticDiagnostics(file) : [];
    const types = createTypes(compiler, second);
    const explanationIn = ({ pos, end }: ts.Node): Explanation | undefined => {
      const found = within(diagnostics, pos, end);
      return found && explanation(found.messageText, found.code);
    };
    const declared = (statement: number): ts.VariableDeclaration => (file!.statements[statement] as ts.VariableStatement).declarationList.declarations[0]!;
    const typeOf = (statement: number): Type => second.getTypeChecker().getTypeAtLocation(declared(statement)) as unknown as Type;
    return {
      calls: calls.map((_, index) => {
        const given = argumentsOf(declared(STATEMENT.call(index)).initializer as ts.CallExpression);
        return { types, type: typeOf(STATEMENT.result(index)), arguments: given.map(explanationIn) };
      }),
      explanations: assignments.map((_, index) => explanationIn(file!.statements[STATEMENT.assignment(questions, index)]!)),
      intersections: intersections.map((_, index) => ({ types, type: typeOf(STATEMENT.intersection(questions, index)) })),
      misfits: fits.map(({ expression, path }) => {
        const edit = edits.get(expression.getSourceFile())!;
        const [start, end] = edit.rangeOf(expression);
        const found = within(second.getSemanticDiagnostics(second.getSourceFile(expression.getSourceFile().fileName)), start, end);
        if (!found) return undefined;
        const from = originalPosition(edit, found.start!);
        const to = originalPosition(edit, found.start! + found.length!);
        const isWithin = from >= expression.getStart() && to <= expression.end && from < to;
        const [first, last] = isWithin ? [from, to] : [expression.getStart(), expression.end];
        return { start: first, length: last - first, explanation: ofProperty(explanation(found.messageText, found.code), path) };
      }),
    };
  };

  /** The arguments of a call, or the properties of the one object that it is given. */
  function argumentsOf({ arguments: given }: ts.CallExpression): readonly ts.Node[] {
    const [first] = given;
    return first && compiler.isObjectLiteralExpression(first) ? first.properties : given;
  }
}

/** What is told of a property, without what is told of the object around it, whose type is ours. */
function ofProperty(whole: Explanation, path: readonly string[]): Explanation {
  return (path.length > 0 && whole.next[0]?.next[0]) || whole;
}

function within(diagnostics: readonly ts.Diagnostic[], start: number, end: number): ts.Diagnostic | undefined {
  return diagnostics.find((each) => each.start !== undefined && each.start >= start && each.start < end);
}

function explanation(message: string | ts.DiagnosticMessageChain, code: number): Explanation {
  if (typeof message === "string") return { code, text: asAssignment(message), next: [] };
  return { code: message.code, text: asAssignment(message.messageText), next: (message.next ?? []).map((each) => explanation(each, each.code)) };
}

/** The word `satisfies` is in our question, not in the user's text. */
function asAssignment(text: string): string {
  return text.replace("' does not satisfy the expected type '", "' is not assignable to type '");
}
