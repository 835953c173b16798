// One property of one of the orders does not fit.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
const raw = [{ country: "FR", amount: "12.50" }];
export const result = dr.execute(["revenue"], { inputs: { raw } });
