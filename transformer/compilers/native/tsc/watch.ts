/** `tsc --watch`: after each of its rounds, the analysis anew in a session that stays. */
import fs from "node:fs";
import type { Finding } from "../../../model.js";
import { type Compilation, compile } from "../compilation.js";
import { writeManifests } from "../write-manifests.js";
import { afterBuild } from "./build-projects.js";
import { doesEmit, type Tsc } from "./compile-once.js";
import { mergeReport } from "./merge.js";
import type { Plan } from "./plan.js";
import { runTsc, startTsc } from "./tsc-process.js";

/** What tsc begins and ends a round with. */
const BEGINNING = /^.*(?:Starting compilation in watch mode|File change detected\. Starting incremental compilation)\.\.\.\r?\n(?:\r?\n)?/m;
const END = /^(.*)Found (\d+) errors?\. Watching for file changes\.\r?\n(?:\r?\n)?/m;

export async function watch({ executable, cwd, openSession }: Tsc, { args, pretty, projects }: Plan): Promise<number> {
  const [first] = projects;
  const isBuild = first!.isBuild;
  const { noEmitOnError, noEmit } = first!.written;
  // What must not be written where something is wrong is written after each round that has nothing wrong.
  const holdsBack = !isBuild && noEmitOnError === true && noEmit !== true;
  const once = args.filter((each) => !/^--?w(?:atch)?$/i.test(each));
  const child = startTsc(executable, [...args, ...(holdsBack ? ["--noEmit"] : []), ...(isBuild ? ["--listEmittedFiles"] : [])], cwd);
  const session = await openSession();
  let analyzed: { findings: readonly Finding[]; compilation?: Compilation } | undefined;
  let text = "";
  let emitted: string | undefined;

  const stop = (): void => void child.kill();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  // A character may come in two halves.
  child.stdout!.setEncoding("utf8");
  for await (const chunk of child.stdout! as AsyncIterable<string>) {
    text += chunk;
    await rounds();
  }
  session.close();
  process.stdout.write(text);
  return child.exitCode ?? 0;

  /** Goes as far as what tsc has printed goes. */
  async function rounds(): Promise<void> {
    for (;;) {
      const beginning = BEGINNING.exec(text);
      const end = END.exec(text);
      if (beginning && (!end || beginning.index < end.index)) {
        const until = beginning.index + beginning[0].length;
        process.stdout.write(text.slice(0, until));
        text = text.slice(until);
        analyzed = undefined;
        // Beside tsc, where nothing of what it writes is looked at.
        if (!isBuild) analyze();
      } else if (end) {
        const output = text.slice(0, end.index);
        text = text.slice(end.index + end[0].length);
        await finish(output, end);
      } else return;
    }
  }

  function analyze(): void {
    session.reset();
    const compilation = compile(session, first!);
    analyzed = { findings: compilation.findings, compilation };
  }

  async function finish(output: string, [line, before, count]: RegExpExecArray): Promise<void> {
    if (isBuild) {
      session.reset();
      analyzed = afterBuild(session, projects, { code: 0, output });
    } else if (!analyzed) analyze();
    const { findings, compilation } = analyzed!;
    const errors = Number(count) + findings.length;
    const shown = isBuild && !first!.written["listEmittedFiles"] ? output.replace(/^TSFILE: .*\r?\n/gm, "") : output;
    const report = mergeReport(shown, findings, { cwd, pretty }).replace(/\n*Found \d+ errors? in [^]*$/, pretty ? "\n" : "");
    const run = { code: errors > 0 ? 1 : 0, output };
    if (compilation && holdsBack && errors === 0) await emit(compilation);
    if (compilation && doesEmit(compilation, run)) writeManifests(compilation.project.syntax, compilation.dataflows.values(), compilation.outputOf);
    const said = line!.slice(before!.length).replace(/^Found \d+ errors?/, `Found ${errors} ${errors === 1 ? "error" : "errors"}`);
    process.stdout.write(report + before! + said);
  }

  /** Not again for the same sources: tsc may take what is written for a change, and begin another round. */
  async function emit({ project }: Compilation): Promise<void> {
    const files = [first!.configFile ?? [], project.files.map(({ fileName }) => fileName)].flat();
    const stamp = files.map((file) => `${file} ${fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs}`).join("\n");
    if (stamp === emitted) return;
    emitted = stamp;
    await runTsc(executable, once, cwd);
  }
}
