import { type Call, fillIn, readNames, readOptions, REQUEST_OPTIONS } from "./arguments.js";
import type { DrawingOptions } from "./drawing/drawing.js";
import { unreadable } from "./unreadable.js";
import { wrongArgument } from "./wrong-argument.js";

const DRAWING_OPTIONS = Object.keys({
  orient: true,
  hideInputs: true,
  deduplicateInputs: true,
  showLegend: true,
  theme: true,
} satisfies Record<keyof DrawingOptions, true>);

/** Reads the arguments of `visualizeExecution`, whose options are those of the drawing as well. */
export function readDrawnRequest(method: string, finalVars: unknown, options: unknown): { call: Call; drawing: DrawingOptions } {
  try {
    const { inputs, overrides, ...drawing } = readOptions(method, options, [...REQUEST_OPTIONS, ...DRAWING_OPTIONS]);
    return { call: fillIn(method, readNames(method, "finalVars", finalVars), { inputs, overrides }), drawing };
  } catch (cause) {
    throw unreadable(method, cause);
  }
}

/** The options of a drawing. */
export function readDrawingOptions(method: string, options: unknown): DrawingOptions {
  return readOptions(method, options, DRAWING_OPTIONS);
}

/** One name. */
export function readName(method: string, what: string, name: unknown): string {
  if (typeof name === "string") return name;
  throw wrongArgument(method, `'${what}'`, "a name", name);
}
