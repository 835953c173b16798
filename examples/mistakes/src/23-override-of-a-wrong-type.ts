// TypeScript itself knows what each node results in.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["tax"], { inputs: { rate: 0.2 }, overrides: { revenue: "100" } });
