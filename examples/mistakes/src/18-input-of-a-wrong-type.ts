// A rate is a number.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["tax"], { inputs: { raw: [], rate: "20 %" } });
