/** The package as npm would ship it, installed in a folder of its own. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "..");

export interface Folder {
  readonly path: string;
  /** Runs a shell command in it; throws with its output if it fails. */
  run(command: string): string;
  remove(): void;
}

export function emptyFolder(): Folder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "icosian-")));
  return {
    path: folder,
    run: (command) => execFileSync("bash", ["-ec", command], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Packs what `npm run build` left; returns the tarball's path. */
export function pack(into: Folder): string {
  const output = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", into.path], { cwd: root, encoding: "utf8" });
  const [packed] = Object.values(JSON.parse(output) as { filename: string }[]);
  return path.join(into.path, packed!.filename);
}
