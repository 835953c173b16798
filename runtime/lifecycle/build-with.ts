import type { Graph } from "../graph.js";
import { type Composition, link } from "../link.js";
import { listProblems } from "../problems.js";
import { readManifest } from "../read-manifest.js";
import { tell } from "../tell.js";
import { variables } from "../questions/variable.js";
import type { Findings } from "./adapter.js";
import { AdapterError } from "./adapter-error.js";
import { callHookNow } from "./call-hook.js";
import { type Hook, type Hooks, hooksOf } from "./hooks.js";
import { type Finding, ValidationError } from "./validation-error.js";

/** Links a composition to a graph, with adapters that are told of it and judge it. */
export function buildWith(composition: Composition): { graph: Graph; hooks: Hooks } {
  const hooks = hooksOf(composition.adapters);
  if (hooks.beforeBuild.length > 0) {
    const modules = composition.modules.map((module, position) => readManifest(module, position).module);
    const event = { modules, config: Object.fromEntries(composition.config) };
    for (const hook of hooks.beforeBuild) callHookNow(hook, undefined, "build", event);
  }
  const graph = link(composition);
  validate(graph, hooks);
  if (hooks.afterBuild.length > 0) {
    const event = { variables: variables(graph) };
    for (const hook of hooks.afterBuild) callHookNow(hook, undefined, "build", event);
  }
  return { graph, hooks };
}

/** Throws all that the adapters find wrong at once, if anything is. */
function validate(graph: Graph, { validateNode, validateGraph }: Hooks): void {
  if (validateNode.length + validateGraph.length === 0) return;
  const all = variables(graph);
  const findings: Finding[] = [];
  for (const node of all.filter(({ kind }) => kind === "function")) {
    for (const hook of validateNode) {
      const found = sentences(hook, node.name, callHookNow(hook, node.name, "build", node));
      findings.push(...found.map((message) => ({ adapter: hook.adapterName, node: node.name, message })));
    }
  }
  for (const hook of validateGraph) {
    const found = sentences(hook, undefined, callHookNow(hook, undefined, "build", all));
    findings.push(...found.map((message) => ({ adapter: hook.adapterName, message })));
  }
  if (findings.length === 0) return;
  const problems = findings.map(({ node, message }) => ({ message: node === undefined ? message : `Node '${node}': ${message}` }));
  throw new ValidationError(listProblems("The dataflow", problems), findings);
}

function sentences({ adapterName, method }: Hook, node: string | undefined, found: Findings): readonly string[] {
  if (found === undefined || found === null) return [];
  if (typeof found === "string") return [found];
  if (Array.isArray(found) && found.every((each) => typeof each === "string")) return found;
  const message = `Adapter '${adapterName}' returns ${tell(found)} from '${method}', which returns what is wrong as a string or several, or nothing.`;
  throw new AdapterError(message, adapterName, method, node);
}
