// A Builder is never changed: each call returns another one.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const builder = new Builder();
builder.withModules(shop);
export const dr = builder.build();
