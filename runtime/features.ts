import type { Blocks } from "./blocks/feature.js";
import type { Declarations } from "./declare/feature.js";
import type { Explanations } from "./explain/feature.js";
import type { Governance } from "./govern/feature.js";
import type { Large } from "./large/feature.js";
import type { Lifecycle } from "./lifecycle/feature.js";
import type { Questions } from "./questions/feature.js";
import type { Schemas } from "./schemas/feature.js";

/**
 * What the program at hand has beyond the core. Each slot is filled by the file `feature.ts` of the folder that
 * it is about, and by nothing else; `icosian` loads all of these files, and `icosian/core` none. So the core imports
 * no feature: it asks here, when a dataflow is built, a request planned, or a method called, never while nodes run.
 */
export interface Features {
  blocks?: Blocks;
  declarations?: Declarations;
  explanations?: Explanations;
  governance?: Governance;
  large?: Large;
  lifecycle?: Lifecycle;
  questions?: Questions;
  schemas?: Schemas;
}

export const features: Features = {};
