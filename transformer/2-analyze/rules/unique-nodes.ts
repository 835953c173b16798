/** The modules of a composition share no name, unless a later one may win. */
import { placeOf } from "../../1-collect/place.js";
import { declaredHere } from "../../diagnostics/declared-here.js";
import { finding } from "../../diagnostics/finding.js";
import type { CompositionRule } from "./index.js";

export const uniqueNodes: CompositionRule = ({ duplicates }) =>
  duplicates.map(({ earlier, later, argument }) =>
    finding("duplicateNode", { node: later.name }, placeOf(argument), {
      related: [earlier, later].map(declaredHere),
    }),
  );
