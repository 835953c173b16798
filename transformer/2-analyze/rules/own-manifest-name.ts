/** A dataflow module leaves the name `$manifest` to the compiler. */
import type { Node } from "../../compilers/port.js";
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import type { Rule } from "./index.js";

export const ownManifestName: Rule = ({ file }, { project }) =>
  project
    .exportsOf(file)
    .filter(({ name }) => name === "$manifest")
    .flatMap(({ declarations }) => declarations.slice(0, 1))
    .map((declaration) => finding("manifestExported", {}, placeOf((declaration as { name?: Node }).name ?? declaration)));
