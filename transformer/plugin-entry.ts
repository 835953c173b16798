/** The package's name, as `plugins` of a tsconfig has it, and what it names there to be run. */
export const PLUGIN = { name: "icosian", transform: "icosian/transformer" } as const;

/** Our entry among the tsconfig's plugins. */
export function pluginEntry(plugins: unknown): object | undefined {
  if (!Array.isArray(plugins)) return undefined;
  return plugins.find((each: { name?: unknown; transform?: unknown } | null) => each?.transform === PLUGIN.transform || each?.name === PLUGIN.name) as object | undefined;
}
