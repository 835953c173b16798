import { features } from "../features.js";
import { butLeftOut } from "./but-left-out.js";
import { declaredBy, joinDeclared } from "./declared-by.js";
import { isSameRecipe } from "./is-same-recipe.js";
import { lostVariants } from "./lost-variants.js";
import { compileOperation } from "./operation.js";
import { readDefault } from "./read-input.js";
import { standingNodes } from "./standing-nodes.js";
import { judgeInputs } from "./validate.js";

const declarations = { butLeftOut, compileOperation, declaredBy, isSameRecipe, joinDeclared, judgeInputs, lostVariants, readDefault, standingNodes };

/** What modules declare by `node`, `subdag` and `input`. */
export type Declarations = typeof declarations;

features.declarations = declarations;
