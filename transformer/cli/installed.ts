/** Which packages a folder's programs would load: the nearest in a `node_modules`, upwards. */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export interface Installed {
  readonly folder: string;
  readonly version: string;
}

export function installed(name: string, ...from: readonly string[]): Installed | undefined {
  for (const start of from) {
    const found = inNodeModules(name, path.resolve(start)) ?? resolved(name, path.resolve(start));
    if (found) return found;
  }
  return undefined;
}

function inNodeModules(name: string, start: string): Installed | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = read(path.join(folder, "node_modules", name));
    if (found || folder === path.dirname(folder)) return found;
  }
}

/** Where a package manager keeps no such folder, its own hook in Node's resolution finds the package. */
function resolved(name: string, start: string): Installed | undefined {
  try {
    return read(path.dirname(createRequire(path.join(start, "package.json")).resolve(`${name}/package.json`)));
  } catch {
    return undefined;
  }
}

function read(folder: string): Installed | undefined {
  try {
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
    return { folder: fs.realpathSync(folder), version };
  } catch {
    return undefined;
  }
}
