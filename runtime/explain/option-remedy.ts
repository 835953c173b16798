import { listNames } from "../problems.js";
import { didYouMean } from "./suggest.js";

/** What to do about an option that there is not, for the end of a message. */
export function optionRemedy(unknown: string, known: readonly string[]): string {
  const hint = known.includes("inputs") ? "; values for the dataflow go into 'inputs'" : "";
  return didYouMean(unknown, known) || ` It has ${listNames(known, Infinity)}${hint}.`;
}
