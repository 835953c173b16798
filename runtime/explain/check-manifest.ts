import { declarationFault } from "../declare/check-declaration.js";
import { MANIFEST_VERSION } from "../manifest.js";
import { otherVersion, type Refusal } from "../read-manifest.js";

/** How else a module gets its manifest, and what keeps it from it. */
export const OTHER_WAYS =
  `, with tspc, or with tsc after "ts-patch install". Let the plugin's option "modules" match its path (as in "modules": ["src/**/*.ts"]). ` +
  `Tools that drop types file by file (ts-jest with isolatedModules, vitest, swc, esbuild, tsx) do not run the plugin: give them what it has compiled`;

/** Why a manifest is of no use, with the first thing in it that is not as `manifest.ts` says; nothing if all is well. */
export function manifestRefusal(manifest: unknown): Refusal | undefined {
  if (manifest === undefined) {
    return ["MOCKED", "is mocked as a whole: its '$manifest' returns nothing. Keep the module and replace single nodes, as in withModules({ ...flow, B: fake }), or unmock it."];
  }
  const manifestVersion = (manifest as { manifestVersion?: unknown } | null)?.manifestVersion;
  if (manifestVersion !== undefined && manifestVersion !== MANIFEST_VERSION) return otherVersion({ manifestVersion });
  const fault = manifestVersion === undefined ? "it has no 'manifestVersion'" : manifestFault(manifest as Record<string, unknown>);
  return fault === undefined ? undefined : ["MALFORMED", `has a malformed manifest: ${fault}. Compile the module again.`];
}

/** The first thing in a manifest that is not as `manifest.ts` says, told for a message; nothing if all is well. */
function manifestFault(manifest: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof manifest.module !== "string") return "'module' is not a string";
  const { nodes, inputs } = manifest;
  if (!Array.isArray(nodes)) return "'nodes' is not an array";
  if (!Array.isArray(inputs)) return "'inputs' is not an array";
  for (let index = 0; index < nodes.length; index++) {
    const fault = nodeFault(nodes[index]);
    if (fault !== undefined) return `'nodes[${index}]${fault}`;
  }
  for (let index = 0; index < inputs.length; index++) {
    const fault = variableFault(inputs[index]);
    if (fault !== undefined) return `'inputs[${index}]${fault}`;
  }
  return undefined;
}

function nodeFault(node: unknown): string | undefined {
  const fault = variableFault(node);
  if (fault !== undefined) return fault;
  const { dependencies, compute, when } = node as Record<string, unknown>;
  if (!Array.isArray(dependencies)) return ".dependencies' is not an array";
  for (let index = 0; index < dependencies.length; index++) {
    const dependency = dependencies[index] as Record<string, unknown> | null | undefined;
    if (typeof dependency?.name === "string" && typeof dependency.type === "string") continue;
    return `.dependencies[${index}]${variableFault(dependency)}`;
  }
  if (typeof compute !== "object" || compute === null) return ".compute' is not an object";
  const { op, export: name, style, path, arguments: list } = compute as Record<string, unknown>;
  if (op === "call") {
    if (typeof name !== "string") return ".compute.export' is not a string";
    if (style !== undefined && style !== "named") return ".compute.style' is not 'named'";
    // A plain function: there is no more to say.
    if (when === undefined && path === undefined && list === undefined) return undefined;
  }
  return declarationFault(when, compute as Record<string, unknown>, dependencies.length);
}

/** Of a node, an input or a dependency. */
function variableFault(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return "' is not an object";
  const { name, type, schema } = value as Record<string, unknown>;
  if (typeof name !== "string") return ".name' is not a string";
  if (typeof type !== "string") return ".type' is not a string";
  return schema === undefined || (typeof schema === "object" && schema !== null) ? undefined : ".schema' is not an object";
}
