/** An entry of the catalogue Into a finding: its holes filled, at its place. */
import type { Assignment, Fit } from "../compilers/port.js";
import type { Finding, Place } from "../model.js";
import { catalogue, type MessageData, type MessageId } from "./catalogue.js";

interface Company {
  readonly related?: readonly Finding[];
  /** To be explained in TypeScript's own words. */
  readonly assignment?: Assignment;
  /** To be confirmed by TypeScript. */
  readonly fit?: Fit;
}

export function finding<Id extends MessageId>(id: Id, data: MessageData<Id>, place?: Place, { related = [], assignment, fit }: Company = {}): Finding {
  const { code, text } = catalogue[id];
  const holes: Readonly<Record<string, string>> = data;
  return {
    code,
    text: text.replace(/\{(\w+)\}/g, (_, hole: string) => holes[hole]!).trimEnd(),
    ...(place && { place }),
    ...(assignment && { assignment }),
    ...(fit && { fit }),
    related,
  };
}
