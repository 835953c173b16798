// Config that has an input's name is that input.
import { Builder } from "icosian";
import * as shop from "./shop.js";

export const dr = new Builder().withModules(shop).withConfig({ rate: "20 %" }).build();
