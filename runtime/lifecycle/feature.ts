import { features } from "../features.js";
import { buildWith } from "./build-with.js";
import { checkAdapters } from "./check-adapters.js";

const lifecycle = { buildWith, checkAdapters };

/** Adapters, and what they are told. */
export type Lifecycle = typeof lifecycle;

features.lifecycle = lifecycle;
