/**
 * Reads a watching compiler's output: each call waits for the rounds that a change sets off, of which there
 * may be several since a file is emptied before it is written, and gives the number of errors after the last.
 */
import type { ChildProcess } from "node:child_process";

const QUIET = 1_500;

export function settledRounds(child: ChildProcess): () => Promise<number> {
  let text = "";
  let changed = (): void => {};
  child.stdout!.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    changed();
  });
  return () =>
    new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      changed = () => {
        clearTimeout(timer);
        const last = [...text.matchAll(/Found (\d+) errors?\. Watching for file changes\./g)].at(-1);
        if (!last) return;
        timer = setTimeout(() => {
          text = "";
          resolve(Number(last[1]));
        }, QUIET);
      };
      changed();
    });
}
