import { features } from "../features.js";
import { advise } from "./advise.js";
import { manifestRefusal, OTHER_WAYS } from "./check-manifest.js";
import { didYouMean, suggest } from "./suggest.js";

const explanations = { advise, didYouMean, manifestRefusal, OTHER_WAYS, suggest };

/** What is said of a mistake beyond what and where it is. */
export type Explanations = typeof explanations;

features.explanations = explanations;
