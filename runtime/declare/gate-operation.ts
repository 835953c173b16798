import type { NodeFunction } from "../call-step.js";
import type { FunctionVertex } from "../graph.js";
import { CheckError } from "./check-error.js";
import type { ValidationResult } from "./validation-result.js";

/** A function of a value and of what its validators say: the value, if none of them speaks against it for good. */
export function compileGate({ name }: FunctionVertex): NodeFunction {
  return (value, ...results) => {
    const failed = (results as ValidationResult[]).filter(({ passed, importance }) => !passed && importance === "fail");
    if (failed.length > 0) throw new CheckError(name, failed);
    return value;
  };
}
