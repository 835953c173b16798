import fs from "node:fs";
import path from "node:path";
import { problems } from "./problem.js";

/** What `-p` means: a file, or the folder of a `tsconfig.json`; without it, the nearest from here upwards. */
export function findTsconfig(project: string | undefined, cwd = process.cwd()): string {
  if (project !== undefined) {
    const place = path.resolve(cwd, project);
    const file = fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ? path.join(place, "tsconfig.json") : place;
    if (fs.existsSync(file)) return file;
    throw problems.noTsconfig(project);
  }
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "tsconfig.json");
    if (fs.existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw problems.noTsconfig(".");
  }
}
