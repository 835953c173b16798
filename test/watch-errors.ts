/** Reads a watching compiler's output: each call of the result waits for its next round, and gives the number of errors. */
import type { ChildProcess } from "node:child_process";

export function watchErrors(child: ChildProcess): () => Promise<number> {
  const rounds: number[] = [];
  const waiting: ((count: number) => void)[] = [];
  let text = "";
  child.stdout!.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    for (let round = /Found (\d+) errors?\. Watching for file changes\./.exec(text); round; round = /Found (\d+) errors?\. Watching for file changes\./.exec(text)) {
      text = text.slice(round.index + round[0].length);
      const count = Number(round[1]);
      const next = waiting.shift();
      if (next) next(count);
      else rounds.push(count);
    }
  });
  return () => {
    const known = rounds.shift();
    return known === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(known);
  };
}
