import path from "node:path";
import { inChild } from "./in-child.mjs";
import { target } from "./targets.mjs";

/** What a driver and the plan of a request hold beyond the functions, the manifest and the values. */
export function run() {
  const measured = inChild(path.join(import.meta.dirname, "memory/held.mjs"), ["random", "100000"], { execArgv: ["--expose-gc"], timeout: 60_000 });
  if (measured.failed !== undefined) throw new Error(measured.failed);
  return [target("held by driver and plan of 100,000 nodes", measured.held / 1e6, 10, " MB")];
}
