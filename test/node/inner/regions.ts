import { subdag } from "icosian";
import * as taxes from "./taxes";

export const inner = subdag([taxes], { inputs: { net: 100 } }, (gross: number): number => gross);
