import { features } from "../features.js";
import { innerNodeProblem } from "./inner-node.js";
import { blocksOf } from "./membership.js";
import { openRun } from "./run-host.js";
import { withStages } from "./staged-plan.js";
import { tellItem } from "./tell-item.js";

const blocks = { blocksOf, innerNodeProblem, openRun, tellItem, withStages };

/** Nodes that run for each item of another's value. */
export type Blocks = typeof blocks;

features.blocks = blocks;
