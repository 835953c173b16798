import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";

/** A folder beside this file, where `icosian` resolves; it goes with the process. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(import.meta.dirname, ".tmp-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
