// A value takes a node's place as an override.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["tax"], { inputs: { raw: [], rate: 0.2, revenue: 100 } });
