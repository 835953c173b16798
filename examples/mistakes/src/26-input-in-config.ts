// What config fixes, a request cannot give.
import { Builder } from "icosian";
import * as shop from "./shop.js";

const dr = new Builder().withModules(shop).withConfig({ rate: 0.2 }).build();
export const result = dr.execute(["tax"], { inputs: { raw: [], rate: 0.1 } });
