import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** What tspc says of an example with one of its files edited; the example itself stays as it is. */
export function compileEdited(example: string, file: string, edit: (text: string) => string): { stdout: string; status: number | null } {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "icosian-example-"));
  try {
    for (const name of ["src", "package.json", "tsconfig.json"]) fs.cpSync(path.join(example, name), path.join(copy, name), { recursive: true });
    fs.symlinkSync(path.join(__dirname, "../../node_modules"), path.join(copy, "node_modules"));
    const edited = path.join(copy, file);
    const text = fs.readFileSync(edited, "utf8");
    const changed = edit(text);
    if (changed === text) throw new Error(`Nothing is edited in '${file}'.`);
    fs.writeFileSync(edited, changed);
    return spawnSync("node_modules/.bin/tspc", ["--noEmit", "--pretty", "false"], { cwd: copy, encoding: "utf8" });
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}
