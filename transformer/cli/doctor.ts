import path from "node:path";
import { buildVerdicts } from "./doctor/build-verdicts.js";
import { compileCommands } from "./doctor/compile-commands.js";
import { entryVerdicts } from "./doctor/entry-verdicts.js";
import { manifestVerdicts } from "./doctor/manifest-verdicts.js";
import { note, ok, type Verdict } from "./doctor/verdict.js";
import { findTsconfig } from "./find-tsconfig.js";
import { inspectProjects } from "./inspect-projects.js";
import { readArguments } from "./read-arguments.js";
import { typescriptOf } from "./typescript-of.js";

export const DOCTOR_HELP = `Usage: icosian doctor [options]

Says whether the build of a project, and of those that it references, really runs the compiler plugin: whether
the tsconfig names it, whether what package.json calls loads plugins, and whether the manifests beside the
compiled modules say what the sources say. Run it after the build. Nothing is written.

Options:
  --project, -p PATH  the tsconfig, or its folder; the nearest from here upwards by default
  --help, -h          print this

Each line is a finding: '+' is as it should be, '!' is not and says what to do, '-' is neither.
Exit code: 0 where no line has '!', 1 where one has, 2 where the project could not be looked at.
`;

const MARKS = { ok: "+", wrong: "!", note: "-" } as const;

export async function doctor(args: readonly string[]): Promise<void> {
  const { project } = readArguments("doctor", args, ["project"]);
  const tsconfig = findTsconfig(project);
  const folder = path.dirname(tsconfig);
  const typescript = typescriptOf(folder, process.cwd());
  const projects = await inspectProjects(tsconfig);
  const commands = compileCommands(tsconfig);
  const verdicts: Verdict[] = [
    ok(`TypeScript ${typescript.version}.`),
    ...buildVerdicts({ folder, tsconfig, typescript, commands }),
    ...projects.flatMap((each) => entryVerdicts(each, typescript, commands)),
    ...projects.flatMap(manifestVerdicts),
  ];
  const errors = projects.reduce((sum, { findings, typescriptErrors }) => sum + findings.length + typescriptErrors, 0);
  if (errors > 0) verdicts.push(note(`The project has ${errors === 1 ? "an error" : `${errors} errors`}: run 'npx icosian check' to see.`));
  for (const { kind, text } of verdicts) process.stdout.write(`${MARKS[kind]} ${text}\n`);
  process.exitCode = verdicts.some(({ kind }) => kind === "wrong") ? 1 : 0;
}
