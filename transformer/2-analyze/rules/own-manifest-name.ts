/** A dataflow module leaves the name `$manifest` to the compiler. */
import { exportPlaceOf } from "../../1-collect/export-place.js";
import { placeOf } from "../../1-collect/place.js";
import { topLevelOf } from "../../1-collect/top-level.js";
import type { Node } from "../../compilers/port.js";
import { finding } from "../../diagnostics/finding.js";
import type { Rule } from "./index.js";

const NAME = "$manifest";

export const ownManifestName: Rule = ({ file }, { project, dataflows }) => {
  const exported = project.exportsOf(file).find(({ name }) => name === NAME)?.declarations[0];
  const named = exported ?? (file.text.includes(NAME) ? topLevelOf(project.syntax, file).get(NAME)?.[0] : undefined);
  if (named === undefined) return [];
  // An import stands there as text.
  if (typeof named === "string") return [finding("manifestNamed", {}, { file, start: file.text.indexOf(NAME), length: NAME.length })];
  const isElsewhere = !dataflows.has(named.getSourceFile());
  return [finding("manifestNamed", {}, isElsewhere ? exportPlaceOf(project, file, NAME) : placeOf((named as { name?: Node }).name ?? named))];
};
