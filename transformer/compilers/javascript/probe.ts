/** The second look that a program of TypeScript 4.9 to 6 takes. */
import type ts from "typescript";
import type { Explanation, ProbeAnswers, ProbeQuestions } from "../questions.js";
import { createProbe as createProbeOver, explanation } from "../probe.js";
import { remembered } from "../remembered.js";
import { secondProgram } from "./second-program.js";
import { createTypes } from "./types.js";

export function createProbe(compiler: typeof ts, program: ts.Program): (questions: ProbeQuestions) => ProbeAnswers {
  return createProbeOver(compiler, (texts) => {
    const second = secondProgram(compiler, program, texts);
    return {
      types: createTypes(compiler, second),
      statementsOf: (fileName) => second.getSourceFile(fileName)!.statements,
      errorsIn: remembered((fileName: string) =>
        second
          .getSemanticDiagnostics(second.getSourceFile(fileName))
          .flatMap(({ start, length = 0, code, messageText }) => (start === undefined ? [] : { start, length, explanation: explained(messageText, code) })),
      ),
    };
  });
}

function explained(message: string | ts.DiagnosticMessageChain, code: number): Explanation {
  if (typeof message === "string") return explanation(code, message, []);
  return explanation(message.code, message.messageText, (message.next ?? []).map((each) => explained(each, each.code)));
}
