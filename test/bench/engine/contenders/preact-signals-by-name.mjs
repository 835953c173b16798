import { byName } from "../by-name.mjs";
import { contender as giving } from "./preact-signals.mjs";

export const contender = byName(giving);

export const read = Object.values;
