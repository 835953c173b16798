/** An entry of the catalogue Into a finding: its holes filled, at its place. */
import type { Finding, Place } from "../model.js";
import { catalogue, type MessageData, type MessageId } from "./catalogue.js";

type Company = Partial<Pick<Finding, "related" | "explanation" | "assignment" | "fit">>;

export function finding<Id extends MessageId>(id: Id, data: MessageData<Id>, place?: Place, company: Company = {}): Finding {
  const { code, text } = catalogue[id];
  const holes: Readonly<Record<string, string>> = data;
  const filled = text.replace(/\{(\w+)\}/g, (_, hole: string) => holes[hole]!).trimEnd();
  return { code, text: filled, ...(place && { place }), related: [], ...company };
}
