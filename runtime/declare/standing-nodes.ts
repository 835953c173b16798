import { ConfigError } from "../config-error.js";
import type { Condition, ConfigLiteral, Manifest, ManifestNode } from "../manifest.js";
import { listProblems, type Problem } from "../problems.js";

/**
 * Transform a manifest Into that of the nodes which stand under a config. Of the variants of a name one
 * may stand; where none does, and another node asks for the name, it is an input.
 */
export function standingNodes(manifest: Manifest, config: ReadonlyMap<string, unknown>): Manifest {
  return manifest.nodes.some(isVariant) ? choose(manifest, config) : manifest;
}

function choose(manifest: Manifest, config: ReadonlyMap<string, unknown>): Manifest {
  const holding = manifest.nodes.filter(({ when = [], otherwise }) => !otherwise && when.every((condition) => holds(condition, config)));
  const taken = new Set(holding.filter(isVariant).map(({ name }) => name));
  const nodes = manifest.nodes.filter((node) => (node.otherwise ? !taken.has(node.name) && (node.when ?? []).every((condition) => holds(condition, config)) : holding.includes(node)));
  refuseRivals(manifest.module, nodes);
  return { ...manifest, nodes, inputs: inputsOf(manifest, nodes) };
}

function isVariant({ when, otherwise }: ManifestNode): boolean {
  return when !== undefined || otherwise !== undefined;
}

/** As in Hamilton: a key that the config lacks is none of any values. */
function holds(condition: Condition, config: ReadonlyMap<string, unknown>): boolean {
  const value = config.get(condition.key) as ConfigLiteral | undefined;
  return "in" in condition ? value !== undefined && condition.in.includes(value) : value === undefined || !condition.notIn.includes(value);
}

function refuseRivals(module: string, nodes: readonly ManifestNode[]): void {
  const first = new Map<string, ManifestNode>();
  const problems: Problem[] = [];
  for (const node of nodes) {
    const rival = first.get(node.name);
    if (rival === undefined) first.set(node.name, node);
    else {
      const message = `Two variants of '${node.name}' in '${module}' hold of the config: ${tell(rival)} and ${tell(node)}. Give the config a value that only one of them is for, or narrow the condition of the other.`;
      problems.push({ code: "rival-variants", name: node.name, message });
    }
  }
  if (problems.length > 0) throw new ConfigError(listProblems("The config", problems), problems);
}

function tell({ compute, location }: ManifestNode): string {
  return "export" in compute ? `'${compute.export}' (line ${location.line})` : `that of line ${location.line}`;
}

/** Of what the module's nodes may ask for, what those that stand do ask for. */
function inputsOf({ inputs }: Manifest, nodes: readonly ManifestNode[]): Manifest["inputs"] {
  const optional = new Map<string, boolean>();
  for (const { dependencies } of nodes) for (const each of dependencies) optional.set(each.name, each.optional && (optional.get(each.name) ?? true));
  return inputs.flatMap((input) => {
    if (input.export !== undefined) return [input];
    const asked = optional.get(input.name);
    return asked === undefined ? [] : [{ ...input, optional: asked }];
  });
}
