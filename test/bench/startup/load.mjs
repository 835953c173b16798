/** A process of its own for one library: `load.mjs import NAME` or `load.mjs require NAME`. Prints milliseconds of CPU as JSON. */
import { createRequire } from "node:module";
import { cpuTime } from "../cpu-time.mjs";

const [how, name] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const start = cpuTime();
if (how === "require") require(name);
else await import(name);
console.log(JSON.stringify({ time: cpuTime() - start }));
