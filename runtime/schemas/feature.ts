import { features } from "../features.js";
import { checkEdges } from "./check-edges.js";
import { checkConfig, wrongValues } from "./wrong-values.js";

const schemas = { checkConfig, checkEdges, wrongValues };

/** Holds values, and what modules ask of each other, against the schemas of the manifests. */
export type Schemas = typeof schemas;

features.schemas = schemas;
