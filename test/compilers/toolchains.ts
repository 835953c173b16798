/** The compilers that we run under, and tools that need none, each installed once, with what drives it, in a folder that later runs find again. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export interface Toolchain {
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Whether ts-patch has patched its `tsc` on the disk. */
  readonly isPatched?: boolean;
}

export const TOOLCHAINS = {
  "4.9": { name: "ts4.9", packages: { typescript: "4.9.5", ttypescript: "1.5.15" } },
  "5.4": { name: "ts5.4", packages: { typescript: "5.4.5", "ts-patch": "3.3.0" } },
  "5.9": { name: "ts5.9", packages: { typescript: "5.9.3", "ts-patch": "3.3.0" } },
  "6.0": { name: "ts6.0", packages: { typescript: "6.0.3", "ts-patch": "4.0.1" } },
  "7.0": { name: "ts7.0", packages: { typescript: "7.0.2" } },
  "7.1": { name: "ts7.1", packages: { typescript: "7.1.0-beta" } },
  "5.9 patched": { name: "ts5.9-patched", packages: { typescript: "5.9.3", "ts-patch": "3.3.0" }, isPatched: true },
  "6.0 patched": { name: "ts6.0-patched", packages: { typescript: "6.0.3", "ts-patch": "4.0.1" }, isPatched: true },
  transpilers: { name: "transpilers", packages: { esbuild: "0.28.2", tsx: "4.23.15", "@swc/core": "1.16.22" } },
} satisfies Record<string, Toolchain>;

export type ToolchainName = keyof typeof TOOLCHAINS;

const CACHE = path.join(os.tmpdir(), "icosian-compilers");

export function modulesOf(name: ToolchainName): string {
  return path.join(CACHE, TOOLCHAINS[name].name, "node_modules");
}

export function install({ name, packages, isPatched = false }: Toolchain): void {
  const place = path.join(CACHE, name);
  const wanted = JSON.stringify({ packages, isPatched });
  const mark = path.join(place, "installed.json");
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === wanted) return;
  // Made elsewhere and put in its place as a whole: other runs may be at work here.
  fs.mkdirSync(CACHE, { recursive: true });
  const folder = fs.mkdtempSync(`${place}-`);
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], { cwd: folder, stdio: "inherit" });
  if (isPatched) execFileSync("npx", ["ts-patch", "install"], { cwd: folder, stdio: "inherit" });
  fs.writeFileSync(path.join(folder, "installed.json"), wanted);
  fs.rmSync(place, { recursive: true, force: true });
  fs.renameSync(folder, place);
}
