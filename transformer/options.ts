/** The plugin's entry in `plugins` of the tsconfig Into options, and what is wrong with it Into findings. */
import { DEFAULT_MODULES } from "./1-collect/modules.js";
import { finding } from "./diagnostics/finding.js";
import type { Finding } from "./model.js";

export interface Options {
  readonly modules: readonly string[];
}

/** What the compiler's patchers read themselves. */
const PATCHER_KEYS = ["name", "transform", "import", "type", "after", "afterDeclarations", "transformProgram", "resolvePathAliases", "tsConfig"];

export function readOptions(config: Readonly<Record<string, unknown>> = {}): { options: Options; findings: Finding[] } {
  const findings: Finding[] = [];
  for (const option of Object.keys(config)) {
    if (option === "modules" || PATCHER_KEYS.includes(option)) continue;
    findings.push(finding("unknownOption", { option, suggestion: "Its only option is 'modules'." }));
  }
  const { modules = DEFAULT_MODULES } = config;
  if (isGlobs(modules)) return { options: { modules }, findings };
  return { options: { modules: DEFAULT_MODULES }, findings: [...findings, finding("badModulesOption", {})] };
}

function isGlobs(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string" && each !== "");
}
