/** One project, once. */
import type { Compilation } from "../compilation.js";
import type { Session } from "../session.js";
import type { Plan } from "./plan.js";
import { type Run, runTsc } from "./tsc-process.js";

/** What it takes to run tsc and to analyze beside it. */
export interface Tsc {
  readonly executable: string;
  readonly cwd: string;
  /** The exit code where something is wrong and nothing was written; else it is 2. */
  readonly nothingWritten: number;
  openSession(): Promise<Session>;
}

export async function compileOnce({ executable, cwd, nothingWritten, openSession }: Tsc, { args, pretty, projects }: Plan): Promise<number> {
  const [project] = projects;
  const { noEmitOnError, noEmit } = project!.written;
  const holdsBack = noEmitOnError === true && noEmit !== true;
  // What must not be written where something is wrong is not begun before that is known.
  let running = holdsBack ? undefined : runTsc(executable, args, cwd);
  // While both compilers start, tsc and the one that answers the analysis, that is loaded.
  const session = await openSession();
  const { compile } = await import("../compilation.js");
  try {
    const compilation = compile(session, project!);
    const { findings, options } = compilation;
    const isHeldBack = holdsBack && findings.length > 0;
    running ??= runTsc(executable, isHeldBack ? [...args, "--noEmit"] : args, cwd);
    const run = await running;
    const emits = !isHeldBack && doesEmit(compilation, run);
    if (emits) (await import("../write-manifests.js")).writeManifests(compilation.project.syntax, compilation.dataflows.values(), compilation.outputOf);
    const { mergeReport } = await import("./merge.js");
    process.stdout.write(mergeReport(run.output, findings, { cwd, pretty }));
    return run.code || (findings.length === 0 ? 0 : isHeldBack || options["noEmit"] ? nothingWritten : 2);
  } finally {
    session.close();
  }
}

/** Whether there is JavaScript that a manifest belongs to. */
export function doesEmit({ options }: Compilation, { code }: Run): boolean {
  return !options["noEmit"] && !options["emitDeclarationOnly"] && !(options["noEmitOnError"] && code !== 0);
}
