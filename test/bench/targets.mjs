import { printTable } from "./table.mjs";

/** A target: holds if the measured value is at most the limit. */
export function target(what, measured, limit, unit) {
  return { what, measured, limit, unit };
}

export function printTargets(targets) {
  console.log("\n== targets");
  const text = (value, unit) => `${Number.isFinite(value) ? Number(value.toPrecision(3)) : "none"}${unit}`;
  printTable(
    ["", "measured", "at most", ""],
    targets.map(({ what, measured, limit, unit }) => [what, text(measured, unit), text(limit, unit), measured <= limit ? "holds" : "MISSED"]),
  );
}
