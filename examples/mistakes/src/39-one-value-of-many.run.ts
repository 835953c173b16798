// … but 'size' has no one value that could be the result.
import { Builder } from "icosian";
import * as words from "./39-one-value-of-many.flow.js";

export const results = new Builder().withModules(words).build().executeSync(["size", "total"], { inputs: { text: "as it is" } });
