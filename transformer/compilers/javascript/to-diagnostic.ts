/** A finding Into the compiler's own diagnostic. */
import type ts from "typescript";
import type { Explanation } from "../questions.js";
import type { Finding } from "../../model.js";

/** `ts.DiagnosticCategory`: the numbers are the same in every version. */
const ERROR = 1 as ts.DiagnosticCategory.Error;
const MESSAGE = 3 as ts.DiagnosticCategory.Message;

export function toDiagnostic({ related, explanation, ...finding }: Finding): ts.Diagnostic {
  const head = location(finding, ERROR);
  return {
    ...head,
    source: "icosian",
    messageText: explanation ? { messageText: finding.text, code: finding.code, category: ERROR, next: [chain(explanation)] } : finding.text,
    ...(related.length > 0 && { relatedInformation: related.map((each) => location(each, MESSAGE)) }),
  };
}

function location({ code, text, place }: Omit<Finding, "related">, category: ts.DiagnosticCategory): ts.DiagnosticRelatedInformation {
  return { category, code, file: place?.file, start: place?.start, length: place?.length, messageText: text };
}

function chain({ code, text, next }: Explanation): ts.DiagnosticMessageChain {
  return { messageText: text, code, category: ERROR, next: next.map(chain) };
}
