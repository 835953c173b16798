import { parseArgs } from "node:util";
import { problems } from "./problem.js";

/** The options of a command that takes nothing else. `-p` is `--project`, as in tsc. */
export function readArguments<Name extends string>(command: string, args: readonly string[], names: readonly Name[]): { [N in Name]?: string } {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const, ...(name === "project" && { short: "p" }) }]));
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as { [N in Name]?: string };
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.(?:\s|$)/);
    throw problems.badArguments(command, sentence!);
  }
}
