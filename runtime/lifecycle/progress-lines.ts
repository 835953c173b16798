import type { ProgressStream, ShowProgress } from "./progress.js";

/** A line for each tenth of a run, and one for its end: a log stays readable. */
export function progressLines(stream: ProgressStream): ShowProgress {
  return (total) => {
    let next = 1;
    return {
      grow: (more) => void (total = more),
      advance(done, node) {
        if (done < next) return;
        stream.write(`${done} of ${total} nodes: ${node}\n`);
        next = done + Math.ceil(total / 10);
      },
      end: (done, seconds, failed) => void stream.write(`${failed ? "failed after " : ""}${done} of ${total} nodes in ${seconds} s\n`),
    };
  };
}
