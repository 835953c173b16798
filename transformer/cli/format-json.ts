import type { Checked } from "./check.js";

/** For programs. Keys are only ever added. */
export function formatJson({ findings, typescriptErrors }: Checked): string {
  return `${JSON.stringify({ findings, typescriptErrors }, null, 2)}\n`;
}
