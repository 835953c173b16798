/** The second look that TypeScript 7 takes: a project that extends the first, and is only told. */
import path from "node:path";
import type { Syntax } from "../port.js";
import type { Explanation, ProbeAnswers, ProbeQuestions } from "../questions.js";
import { createProbe as createProbeOver, type ExplainedError, explanation } from "../probe.js";
import { remembered } from "../remembered.js";
import type { NativeDiagnostic } from "./api.js";
import type { Session } from "./session.js";
import { createTypes } from "./types.js";

export interface ProbedProject {
  readonly configFile: string;
  readonly rootFiles: readonly string[];
}

/** What no compilation of ours leaves behind, and what our questions need not heed. */
const OPTIONS = { noEmit: true, incremental: false, composite: false, noUnusedLocals: false, plugins: [] };

let probes = 0;

export function createProbe(session: Session, syntax: Syntax, { configFile, rootFiles }: ProbedProject): (questions: ProbeQuestions) => ProbeAnswers {
  return createProbeOver(syntax, (texts) => {
    const probeConfig = path.posix.join(path.posix.dirname(configFile), `__icosian_probe_${++probes}__.json`);
    const files = [...new Set([...rootFiles, ...texts.keys()])];
    const config = { extends: configFile, files, include: [], compilerOptions: OPTIONS };
    const { program, checker } = session.open(probeConfig, new Map([...texts, [probeConfig, JSON.stringify(config)]]));
    return {
      types: createTypes(session, syntax, checker).types,
      statementsOf: (fileName) => program.getSourceFile(fileName)!.statements,
      errorsIn: remembered((fileName: string) => program.getSemanticDiagnostics(fileName).map(explainedError)),
    };
  });
}

function explainedError(diagnostic: NativeDiagnostic): ExplainedError {
  return { start: diagnostic.pos, length: diagnostic.end - diagnostic.pos, explanation: explained(diagnostic) };
}

function explained({ code, text, messageChain = [] }: NativeDiagnostic): Explanation {
  return explanation(code, text, messageChain.map(explained));
}
