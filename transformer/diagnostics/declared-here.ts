import type { Finding, FlowNode } from "../model.js";
import { finding } from "./finding.js";

/** Beside what is wrong with something: where it is declared, and as what. */
export function declaredHere({ name, typeText, place }: Pick<FlowNode, "name" | "typeText" | "place">): Finding {
  return finding("declaredHere", { name, type: typeText }, place);
}
