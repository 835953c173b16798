import { RequestError } from "../errors.js";
import type { DeclaredInput } from "../graph.js";
import type { Input } from "./input.js";

/** What a module declares of an input, read when a request needs it: at build, its line may not have run. */
export function readInput({ source, member }: DeclaredInput): Partial<Input<unknown>> {
  try {
    const value = source.module[member];
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    const message = `The input '${member}' of '${source.manifest.module}' is needed before the line that declares it has run. Ask after that line.`;
    throw new RequestError(message, [{ code: "unread-input", name: member, path: member, message }]);
  }
}
