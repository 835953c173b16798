// A report is written asynchronously.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.executeSync(["report"], { inputs: { raw: [], rate: 0.2 } });
