// There is nothing that this could stand in for.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["tax"], { inputs: { raw: [], rate: 0.2 }, overrides: { revenues: 100 } });
