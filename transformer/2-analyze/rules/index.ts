/** Every rule, in the order in which it reports. A rule collects findings, and never throws. */
import { RUN_METHODS } from "../../1-collect/chain-calls.js";
import type { Project, SourceFile } from "../../compilers/port.js";
import type { Dataflow, Finding } from "../../model.js";
import type { Composed } from "../composed.js";
import type { Request } from "../request.js";
import { acyclic } from "./acyclic.js";
import { assignableEdges } from "./assignable-edges.js";
import { acceptingSchemas, fittingInputs, readableInputs } from "./declared-inputs.js";
import { exclusiveVariants } from "./exclusive-variants.js";
import { fittingConfig, fittingValues } from "./fitting-values.js";
import { givenInputs } from "./given-inputs.js";
import { knownNames } from "./known-names.js";
import { knownPolicies } from "./known-policies.js";
import { composedBlocks, moduleBlocks } from "./nested-blocks.js";
import { outerFinalVars } from "./outer-final-vars.js";
import { ownManifestFile } from "./own-manifest-file.js";
import { ownManifestName } from "./own-manifest-name.js";
import { possibleInputs } from "./possible-inputs.js";
import { supportedForm } from "./supported-form.js";
import { syncRequests } from "./sync-requests.js";
import { unambiguousParameters } from "./unambiguous-parameters.js";
import { uniqueNodes } from "./unique-nodes.js";
import { writtenTypes } from "./written-types.js";

export interface Context {
  readonly project: Project;
  readonly dataflows: ReadonlyMap<SourceFile, Dataflow>;
}

export type Rule = (dataflow: Dataflow, context: Context) => readonly Finding[];
export type CompositionRule = (composed: Composed, context: Context) => readonly Finding[];
export type RequestRule = (request: Request, context: Context) => readonly Finding[];

/** What holds of a dataflow, be it one module or a composition of several. */
export const dataflowRules: readonly Rule[] = [assignableEdges, unambiguousParameters, fittingInputs, possibleInputs, acyclic];

/** What holds of each module by itself. */
export const moduleRules: readonly Rule[] = [ownManifestFile, ownManifestName, supportedForm, writtenTypes, exclusiveVariants, readableInputs, acceptingSchemas, ...dataflowRules, moduleBlocks];

/** What holds of each driver's composition, beside what holds of its dataflow. */
export const compositionRules: readonly CompositionRule[] = [uniqueNodes, fittingConfig, composedBlocks];

/** What holds of each request to a driver whose composition is known: of what runs nothing, its names alone. */
export const requestRules: readonly RequestRule[] = [knownNames, ...[outerFinalVars, givenInputs, fittingValues, syncRequests, knownPolicies].map(ofRuns)];

function ofRuns(rule: RequestRule): RequestRule {
  return (request, context) => (RUN_METHODS.has(request.call.method) ? rule(request, context) : []);
}
