// … but here it is composed with a node of that name, which is a number.
import { Builder } from "icosian";
import * as invoices from "./28-modules-that-do-not-fit.flow.js";
import * as shop from "./shop.js";

export const dr = new Builder().withModules(shop, invoices).build();
