import { catalogue, type MessageId } from "../diagnostics/catalogue.js";
import type { Dataflow, Finding } from "../model.js";

const NODES: readonly MessageId[] = [
  "manifestMissing", "unreadableOptions", "unreadableFunction", "compiledDeclaration", "unknownNodeOption", "notStatic", "unfitGroup", "otherwiseWithConditions",
  "impossibleConditions", "stepWithoutParameter", "namelessParameter", "unreadableModules", "unreadableModule", "subdagInItself", "sameInnerName",
];
const NEEDS: readonly MessageId[] = ["unknownParameter", "unknownInnerInput"];

/** What faults in declarations leave open. That a request lacks or mistakes a name may follow from them, and is not told as well. */
export function leftOpen(faults: readonly Finding[]): Pick<Dataflow, "leftOpen"> {
  const isOneOf = (ids: readonly MessageId[]): boolean => faults.some(({ code }) => ids.some((id) => catalogue[id].code === code));
  return isOneOf(NODES) ? { leftOpen: "nodes" } : isOneOf(NEEDS) ? { leftOpen: "needs" } : {};
}
