import { features } from "../features.js";
import { innerNodeProblem } from "./inner-node.js";
import { blocksOf, isMany } from "./membership.js";
import { openRun } from "./run-host.js";
import { stagedPlan } from "./staged-plan.js";
import { tellItem } from "./tell-item.js";

const blocks = { blocksOf, innerNodeProblem, isMany, openRun, stagedPlan, tellItem };

/** Nodes that run for each item of another's value. */
export type Blocks = typeof blocks;

features.blocks = blocks;
