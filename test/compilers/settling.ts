/**
 * Reads a watching compiler's output: each call makes a change and waits until the last round has so many errors and
 * no other follows at once: a file is emptied before it is written. Until then the change is made again and again: a
 * watcher may say that it watches a moment before it does.
 */
import type { ChildProcess } from "node:child_process";

const QUIET = 1_500;
const AGAIN = 15_000;

export function settling(child: ChildProcess): (errors: number, change: () => void) => Promise<void> {
  let text = "";
  let read = (): void => {};
  child.stdout!.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    read();
  });
  return (errors, change) =>
    new Promise((resolve) => {
      text = "";
      change();
      const repeated = setInterval(change, AGAIN);
      let quiet: NodeJS.Timeout | undefined;
      read = () => {
        clearTimeout(quiet);
        const last = [...text.matchAll(/Found (\d+) errors?\. Watching for file changes\./g)].at(-1);
        if (Number(last?.[1]) === errors) quiet = setTimeout(settled, QUIET);
      };
      child.on("exit", () => clearInterval(repeated));

      function settled(): void {
        clearInterval(repeated);
        read = () => {};
        resolve();
      }
    });
}
