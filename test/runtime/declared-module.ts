import { Builder, type ManifestNode } from "icosian";

/** A node of a manifest in short. */
export type DeclaredSketch = Partial<ManifestNode> & Pick<ManifestNode, "name" | "compute"> & { needs?: readonly string[] };

/** A module that exports what it declares, and the nodes that its manifest has. */
export function declaredModule(exports: object, sketches: readonly DeclaredSketch[], inputs: readonly string[] = []): Record<string, any> {
  const nodes = sketches.map(({ needs = [], ...more }, index): ManifestNode => ({
    type: "number",
    dependencies: needs.map((need) => ({ name: need.replace("?", ""), type: "number", optional: need.endsWith("?") })),
    async: false,
    location: { line: index + 1, column: 1 },
    ...more,
  }));
  const manifest = { manifestVersion: 1, module: "flow", source: "flow.ts", nodes, inputs: inputs.map((name) => ({ name, type: "number", optional: false })) };
  return { ...exports, $manifest: () => manifest };
}

export const build = (module: object, config: object = {}) => new Builder().withModules(module as Record<string, any>).withConfig(config).build() as any;
