import type { Entry } from "./entries";

interface Options {
  readonly plugins?: readonly object[];
  readonly moduleResolution?: string;
}

/** Options as a tsconfig spells them, in words that every version knows, with the plugin's entry where it is needed or says something. */
export function optionsFor({ needsEntry, toolchain }: Entry, { plugins: [plugin = {}] = [], ...own }: Options = {}): object {
  const defaults = { target: "es2022", lib: ["es2022"], types: [], strict: true, skipLibCheck: true, newLine: "lf", outDir: "out", rootDir: "." };
  // 'bundler' came with 5.0.
  const resolution = toolchain === "4.9" ? { module: "esnext", moduleResolution: "node" } : { module: "esnext", moduleResolution: "bundler" };
  const entry = { ...plugin, name: "icosian", transform: "icosian/transformer", transformProgram: true };
  const hasEntry = needsEntry || Object.keys(plugin).length > 0;
  return { ...defaults, ...resolution, ...own, ...(own.moduleResolution === "bundler" && resolution), ...(hasEntry && { plugins: [entry] }) };
}
