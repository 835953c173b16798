/** A node's dependencies have names, and its types one signature. */
import { finding } from "../../diagnostics/finding.js";
import type { Rule } from "./index.js";

export const supportedForm: Rule = ({ nodes }) =>
  nodes.flatMap(({ name, declared }) => declared.flaws.map(({ kind, place }) => finding(kind, { node: name }, place)));
