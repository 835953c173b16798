// TypeScript itself knows which names there are.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).build();
export const result = dr.execute(["revenu"], { inputs: { raw: [] } });
