// Nobody gives the rate, which is needed one step below what is asked for.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["report"], { inputs: { raw: [] } });
