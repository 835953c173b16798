/** A process of its own: `held.mjs SHAPE COUNT` prints how many bytes a driver and the plan of a request hold. */
import { Builder } from "icosian";
import { graphOf } from "../engine/graphs.mjs";
import { finalVarsOf, manifestText, nameOf } from "../engine/manifest-of.mjs";

const [shape, count] = process.argv.slice(2);
const graph = graphOf(shape, Number(count));
const finalVars = finalVarsOf(graph);

// Code that has been compiled is no part of it.
buildAndPlan(flowOf(graphOf("chain", 1_000)), []);
const flow = flowOf(graph);
const before = heldBytes();
const driver = buildAndPlan(flow, finalVars);
console.log(JSON.stringify({ held: heldBytes() - before, variables: driver.listAvailableVariables(() => false).length }));

function flowOf(graph) {
  const flow = { $manifest: JSON.parse(manifestText(graph)) };
  graph.functions.forEach((fn, i) => (flow[nameOf(i)] = fn));
  return flow;
}

function buildAndPlan(module, names) {
  const driver = new Builder().withModules(module).build();
  driver.validateExecution(names, { inputs: { x: 0 } });
  return driver;
}

function heldBytes() {
  for (let times = 0; times < 4; times++) gc(); // one leaves some behind
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
