import { features } from "../features.js";
import { orderAscending } from "./order-ascending.js";

const large = { orderAscending };

/** What pays from a few thousand nodes on. */
export type Large = typeof large;

features.large = large;
