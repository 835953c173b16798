import type { JsonSchema, Manifest, ManifestNode } from "icosian";

/** A node in short: its dependencies (`"b"`, optional `"k?"`, collected `"b[]"`, the run's signal `"signal!"`) and its function. */
export interface NodeSketch {
  readonly needs?: readonly string[];
  readonly run: (...args: any[]) => unknown;
  readonly async?: boolean;
  readonly parallel?: boolean;
  readonly named?: boolean;
  readonly type?: string;
  readonly schema?: JsonSchema;
  readonly more?: Partial<ManifestNode>;
}

export type FlowModule = Record<string, unknown> & { $manifest: () => Manifest };

/** A module as the compiler plugin would leave it: functions by name, and the manifest that tells of them. */
export function moduleOf(sketches: Iterable<readonly [string, NodeSketch]>, inputSchemas: Record<string, JsonSchema> = {}, name = "flow"): FlowModule {
  const list = [...sketches];
  const names = new Set(list.map(([node]) => node));
  const inputs = new Map<string, Manifest["inputs"][number]>();
  const nodes = list.map(([node, sketch]): ManifestNode => {
    const dependencies = (sketch.needs ?? []).map((need) => {
      if (need === "signal!") return { name: "signal", type: "AbortSignal", optional: false, provided: "signal" as const };
      if (need.endsWith("[]")) return { name: need.slice(0, -2), type: "Collect<number>", optional: false, collect: true as const };
      const optional = need.endsWith("?");
      return { name: optional ? need.slice(0, -1) : need, type: "number", optional };
    });
    for (const { name, type, optional, provided } of dependencies as ManifestNode["dependencies"]) {
      if (provided || names.has(name)) continue;
      const schema = Object.hasOwn(inputSchemas, name) ? { schema: inputSchemas[name]! } : {};
      inputs.set(name, { name, type, optional: optional && (inputs.get(name)?.optional ?? true), ...schema });
    }
    return {
      name: node,
      type: sketch.type ?? "number",
      dependencies,
      compute: { op: "call", export: node, ...(sketch.named && { style: "named" as const }) },
      async: sketch.async ?? false,
      ...(sketch.parallel && { parallel: true as const }),
      ...(sketch.schema && { schema: sketch.schema }),
      location: { line: 1, column: 1 },
      ...sketch.more,
    };
  });
  const manifest: Manifest = { manifestVersion: 1, module: name, source: `${name}.ts`, nodes, inputs: [...inputs.values()] };
  const module = { $manifest: () => manifest };
  for (const [node, { run }] of list) {
    Object.defineProperty(module, node, { value: run, writable: true, enumerable: true, configurable: true });
  }
  return module as unknown as FlowModule;
}

export function flow(sketches: Record<string, NodeSketch>, inputSchemas?: Record<string, JsonSchema>, name?: string): FlowModule {
  return moduleOf(Object.entries(sketches), inputSchemas, name);
}

/** Names, sorted, of what a question answers. */
export function namesOf(variables: readonly { name: string }[]): string[] {
  return variables.map(({ name }) => name).sort();
}

/** What a function throws, or what its promise is rejected with. */
export async function failure(act: () => unknown): Promise<any> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}
