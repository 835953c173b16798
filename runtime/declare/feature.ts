import { features } from "../features.js";
import { declarationFault } from "./check-declaration.js";
import { compileOperation } from "./operation.js";
import { readDefault } from "./read-input.js";
import { standingNodes } from "./standing-nodes.js";
import { asyncValidator, judgeInputs } from "./validate.js";

const declarations = { asyncValidator, compileOperation, declarationFault, judgeInputs, readDefault, standingNodes };

/** What modules declare by `node`, `subdag` and `input`. */
export type Declarations = typeof declarations;

features.declarations = declarations;
