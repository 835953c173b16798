import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Installs what is compared or run under, as this folder's lock file has it, unless it is there. */
export function installPeers() {
  const folder = import.meta.dirname;
  if (existsSync(path.join(folder, "node_modules/.package-lock.json"))) return;
  console.log("Installing the peers into test/bench …");
  execFileSync("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"], { stdio: "inherit" });
}
