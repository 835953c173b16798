// The default would be taken, and nobody would know.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["revenue"], { inputs: { raw: [], years: 2025 } });
