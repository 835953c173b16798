// Dataflow and script in one file: it imports itself, and builds a driver at its foot.
import { Builder } from "icosian";
import * as self from "./alone.js";

/** Orders of the day, in euro */
export const orders = (): number[] => [12.5, 40, 7.5];
/** Their sum */
export const revenue = (orders: number[]): number => orders.reduce((sum, each) => sum + each, 0);
/** What an order brings */
export const average_order = (revenue: number, orders: number[]): number => revenue / orders.length;

const dr = new Builder().withModules(self).build();
console.log(await dr.execute(["revenue", "average_order"]));
