/** `tsc -b`: a project sees those that it references as they were compiled, so that the analysis comes after. */
import fs from "node:fs";
import path from "node:path";
import type { Finding } from "../../../model.js";
import { type Compilation, compile } from "../compilation.js";
import type { Session } from "../session.js";
import { readTsconfig } from "../tsconfig.js";
import { writeManifests } from "../write-manifests.js";
import { doesEmit, type Tsc } from "./compile-once.js";
import { mergeReport } from "./merge.js";
import type { Plan, PlannedProject } from "./plan.js";
import { type Run, runTsc } from "./tsc-process.js";

export async function buildProjects({ executable, cwd, nothingWritten, openSession }: Tsc, { args, pretty, projects }: Plan): Promise<number> {
  const listsFiles = projects.some(({ written }) => written["listEmittedFiles"]);
  const running = runTsc(executable, [...args, "--listEmittedFiles"], cwd);
  const session = await openSession();
  try {
    const run = await running;
    const { findings, isWritten } = afterBuild(session, projects, run);
    const output = listsFiles ? run.output : run.output.replace(/^TSFILE: .*\r?\n/gm, "");
    process.stdout.write(mergeReport(output, findings, { cwd, pretty }));
    return run.code || (findings.length === 0 ? 0 : isWritten ? 2 : nothingWritten);
  } finally {
    session.close();
  }
}

/** Analyzes what was built, and writes its manifests. */
export function afterBuild(session: Session, projects: readonly PlannedProject[], run: Run): { findings: Finding[]; isWritten: boolean } {
  const findings: Finding[] = [];
  let isWritten = false;
  for (const project of projects) {
    if (readTsconfig(project.configFile!).isSolution) continue;
    const compilation = compile(session, project);
    findings.push(...compilation.findings);
    if (compilation.options["noEmitOnError"] && compilation.findings.length > 0) withdraw(project, compilation, run);
    else if (doesEmit(compilation, { ...run, code: 0 })) {
      writeManifests(compilation.project.syntax, compilation.dataflows.values(), compilation.outputOf);
      isWritten = true;
    }
  }
  return { findings, isWritten };
}

/** With `noEmitOnError`, nothing is left of what this build wrote for a project that has errors: it is built again. */
function withdraw({ configFile }: PlannedProject, { options }: Compilation, { output }: Run): void {
  const folders = [path.dirname(configFile!), options["outDir"], options["declarationDir"]].filter((each) => typeof each === "string");
  for (const [, file] of output.matchAll(/^TSFILE: (.*?)\r?$/gm)) {
    if (folders.some((folder) => file!.startsWith(`${folder}/`))) fs.rmSync(file!, { force: true });
  }
}
