import { RequestError } from "../errors.js";
import type { DeclaredInput } from "../graph.js";
import type { Input } from "./input.js";
import { walkOptions } from "./walk-options.js";

/** What a module declares of an input, read when a request needs it: at build, its line may not have run. Nothing if something else has been put in its place. */
export function readInput(name: string, { source, member, path }: DeclaredInput): Partial<Input<unknown>> {
  try {
    const held = source.module[member];
    const value = path === undefined ? held : walkOptions({ name, source }, member, held, path);
    return typeof value === "object" && value !== null ? value : {};
  } catch (cause) {
    if (path !== undefined && cause instanceof TypeError) return {};
    throw unread(name, `The input '${name}' of '${source.manifest.module}' is needed before the line that declares it has run. Ask after that line.`);
  }
}

/** The default of an input that has one. */
export function readDefault(name: string, declared: DeclaredInput): unknown {
  const found = readInput(name, declared);
  if ("default" in found) return found.default;
  const { source, member } = declared;
  throw unread(name, `The default of the input '${name}' is lost: under '${member}', module '${source.manifest.module}' does not hold what it was compiled with. Keep that, or give the input a value.`);
}

function unread(name: string, message: string): RequestError {
  return new RequestError(message, [{ code: "unread-input", name, path: name, message }]);
}
