/** Every rule, in the order in which it reports. A rule collects findings, and never throws. */
import type { Project, SourceFile } from "../../compilers/port.js";
import type { Dataflow, Finding } from "../../model.js";
import { acyclic } from "./acyclic.js";
import { assignableEdges } from "./assignable-edges.js";
import { ownManifestFile } from "./own-manifest-file.js";
import { ownManifestName } from "./own-manifest-name.js";
import { possibleInputs } from "./possible-inputs.js";
import { supportedForm } from "./supported-form.js";
import { writtenTypes } from "./written-types.js";

export interface Context {
  readonly project: Project;
  readonly dataflows: ReadonlyMap<SourceFile, Dataflow>;
}

export type Rule = (dataflow: Dataflow, context: Context) => readonly Finding[];

export const rules: readonly Rule[] = [ownManifestFile, ownManifestName, supportedForm, writtenTypes, assignableEdges, possibleInputs, acyclic];
