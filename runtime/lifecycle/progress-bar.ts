import { findHost } from "../host.js";
import { MissingPackageError } from "./missing-package-error.js";
import type { ProgressStream, ShowProgress } from "./progress.js";

const FORMAT = "{bar} {percentage}% | {value} of {total} nodes | {state}";

/** A bar for each run under way, drawn by cli-progress: at most ten times a second, and once more at the end. */
export function progressBar(stream: ProgressStream): ShowProgress {
  const { MultiBar, Presets } = loadCliProgress();
  const options = { stream, format: FORMAT, barsize: 30, linewrap: true, emptyOnZero: true, noTTYOutput: stream.isTTY !== true };
  let bars: MultiBar | undefined;
  let running = 0;
  let drawn = 0;
  return (total) => {
    running++;
    bars ??= new MultiBar(options, Presets.shades_classic);
    const bar = bars.create(total, 0, { state: "" });
    return {
      grow: (more) => bar.setTotal(more),
      advance(done, node) {
        bar.update(done, { state: node });
        // Its own timer gets no turn while nodes return plain values.
        if (Date.now() - drawn < 100) return;
        drawn = Date.now();
        bars?.update();
      },
      end(done, seconds, failed) {
        bar.update(done, { state: failed ? `failed after ${seconds} s` : `${seconds} s` });
        if (--running > 0) return;
        bars?.stop();
        bars = undefined;
      },
    };
  };
}

/** What is used of cli-progress, whose types are a package of their own. */
interface CliProgress {
  readonly MultiBar: new (options: object, preset: object) => MultiBar;
  readonly Presets: { readonly shades_classic: object };
}

interface MultiBar {
  create(total: number, value: number, payload: object): { update(value: number, payload: object): void; setTotal(total: number): void };
  update(): void;
  stop(): void;
}

function loadCliProgress(): CliProgress {
  try {
    const loaded = findHost()?.load("cli-progress");
    if (loaded !== undefined) return loaded as CliProgress;
  } catch (cause) {
    const message = 'A progress bar needs the optional package cli-progress: npm install cli-progress. Plain lines need none: progress({ style: "lines" }).';
    throw new MissingPackageError(message, "cli-progress", { cause });
  }
  throw new MissingPackageError('A progress bar needs a terminal, and there is none here. Take plain lines: progress({ style: "lines" }).', "cli-progress");
}
