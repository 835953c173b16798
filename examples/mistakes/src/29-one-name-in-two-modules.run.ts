// … and nothing says which of the two is meant.
import { Builder } from "icosian";
import * as fakes from "./29-one-name-in-two-modules.flow.js";
import * as shop from "./shop.js";

export const dr = new Builder().withModules(shop, fakes).build();
