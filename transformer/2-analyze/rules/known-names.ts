/** A request names what the dataflow has. */
import { placeOf } from "../../1-collect/place.js";
import { finding } from "../../diagnostics/finding.js";
import { itHas, suggestion } from "../../diagnostics/suggestion.js";
import type { Finding } from "../../model.js";
import type { Given, GivenValue } from "../given.js";
import { lostVariants } from "../lost-variants.js";
import { namesIn } from "../names.js";
import type { RequestRule } from "./index.js";

export const knownNames: RequestRule = ({ dataflow, leftOut, finalVars, inputs, overrides, config }) => {
  const { nodes, computed, inputs: flowInputs } = namesIn(dataflow);
  // What another config would need, one object may give to the drivers of all of them.
  const isElsewhere = (wanted: string): boolean => leftOut.some(({ name, dependencies }) => name === wanted || dependencies.some((each) => each.name === wanted));
  const isPartial = dataflow.leftOpen === "nodes";
  const isOpen = isPartial || config.isOpen || inputs.isOpen || overrides.isOpen;
  const findings: Finding[] = [];
  for (const { name, node } of finalVars) {
    if (isOpen || nodes.has(name) || [inputs, overrides, config].some(({ values }) => values.has(name))) continue;
    // An input may be asked back where it is given; that it is not, another rule tells.
    if (!flowInputs.has(name)) findings.push(finding("unknownFinalVar", { name, suggestion: lostVariants(leftOut, name) ?? suggestion(name, nodes, itHas) }, placeOf(node)));
  }
  // What may be left out may be left out wherever it would be wrong.
  for (const { name, node } of certain(inputs)) {
    const place = placeOf(node);
    if (config.values.get(name)?.isCertain) findings.push(finding("inputInConfig", { name }, place));
    else if (computed.has(name)) findings.push(finding("computedInput", { name }, place));
    else if (!isPartial && !flowInputs.has(name) && !nodes.has(name) && !isElsewhere(name)) findings.push(finding("unknownInput", { name, suggestion: suggestion(name, flowInputs.keys(), itHas) }, place));
  }
  for (const { name, node } of certain(overrides)) {
    if (isPartial || nodes.has(name) || flowInputs.has(name) || isElsewhere(name) || config.isOpen || config.values.has(name)) continue;
    findings.push(finding("unknownOverride", { name, suggestion: suggestion(name, [...nodes, ...flowInputs.keys()], itHas) }, placeOf(node)));
  }
  return findings;
};

function certain({ values }: Given): GivenValue[] {
  return [...values.values()].filter(({ isCertain }) => isCertain);
}
