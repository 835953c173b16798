import { features } from "../features.js";
import { advise } from "./advise.js";
import { manifestRefusal, OTHER_WAYS } from "./check-manifest.js";
import { optionRemedy } from "./option-remedy.js";
import { suggest } from "./suggest.js";

const explanations = { advise, manifestRefusal, optionRemedy, OTHER_WAYS, suggest };

/** What is said of a mistake beyond what and where it is. */
export type Explanations = typeof explanations;

features.explanations = explanations;
