import { findTsconfig } from "./find-tsconfig.js";
import { formatGithub } from "./format-github.js";
import { formatJson } from "./format-json.js";
import { formatPretty } from "./format-pretty.js";
import { inspectProjects } from "./inspect-projects.js";
import { readArguments } from "./read-arguments.js";
import { report, type ReportItem } from "./report.js";
import { problems } from "./problem.js";

export const CHECK_HELP = `Usage: icosian check [options]

Checks the dataflows of a project, and of those that it references, and prints what is wrong with them.
Nothing is written. TypeScript's own errors are counted, not printed.

Options:
  --project, -p PATH  the tsconfig, or its folder; the nearest from here upwards by default
  --format FORMAT     pretty (default): for people
                      json: { "findings": [{ "file", "line", "column", "endLine", "endColumn", "code", "message",
                            "elaboration", "related" }], "typescriptErrors": 0 }, counted from 1; a finding about
                            the whole project has no place
                      github: workflow commands, which GitHub shows in a pull request
  --help, -h          print this

Exit code: 0 where all is well, 1 where there are findings or errors of TypeScript's own (while there are any,
the findings may not be all), 2 where the project could not be checked.
`;

export interface Checked {
  readonly findings: readonly ReportItem[];
  readonly typescriptErrors: number;
}

const FORMATS: Readonly<Record<string, (checked: Checked) => string>> = {
  pretty: (checked) => formatPretty(checked, isColored()),
  json: formatJson,
  github: formatGithub,
};

export async function check(args: readonly string[]): Promise<void> {
  const { project, format = "pretty" } = readArguments("check", args, ["project", "format"]);
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!print) throw problems.badArguments("check", `'${format}' is not a format: there are '${Object.keys(FORMATS).join("', '")}'`);

  const projects = await inspectProjects(findTsconfig(project));
  const checked: Checked = {
    findings: report(projects.flatMap(({ findings }) => findings)),
    typescriptErrors: projects.reduce((sum, { typescriptErrors }) => sum + typescriptErrors, 0),
  };
  process.stdout.write(print(checked));
  process.exitCode = checked.findings.length > 0 || checked.typescriptErrors > 0 ? 1 : 0;
}

/** As tsc decides it, and by the convention of https://no-color.org. */
function isColored(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env["NO_COLOR"];
}
