/** What runs without a promise returns none. */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import type { RequestRule } from "./index.js";

export const syncRequests: RequestRule = ({ call, executed }) => {
  if (call.method !== "executeSync") return [];
  const [node] = [...executed.keys()].filter((each) => each.async);
  return node ? [finding("asyncInSync", { node: node.name }, placeOf(call.name))] : [];
};
