import { readFileSync } from "node:fs";
import path from "node:path";

/** This package's version, as its package.json has it. */
export const VERSION: string = (JSON.parse(readFileSync(path.join(__dirname, "../../package.json"), "utf8")) as { version: string }).version;
