import { Builder } from "icosian";
import * as my_dataflow from "./my_dataflow.js";

const dr = new Builder().withModules(my_dataflow).build();
await dr.displayAllFunctions("dag.png");
const results = await dr.execute(["C"]);        // { C: number }
console.log(results.C);
