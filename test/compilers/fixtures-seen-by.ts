/** What a compiler's entry makes of all fixtures, built in one run of `-b`, each a project of its own. */
import fs from "node:fs";
import path from "node:path";
import { FIXTURES } from "../compile";
import { type CompilerProject, type Entry, projectFor } from "./entries";
import { optionsFor } from "./options-for";

export interface SeenFixture {
  /** Each of our findings as tsc prints it, with TypeScript's explanation below it. */
  readonly findings: readonly string[];
  readonly manifests: Readonly<Record<string, string>>;
  /** Whether there is an error, whoever reports it. */
  readonly isErroneous: boolean;
}

/** By the fixture's name. */
export async function fixturesSeenBy(entry: Entry): Promise<Readonly<Record<string, SeenFixture>>> {
  const project = projectFor(entry, {});
  try {
    const names = fixtureNames();
    for (const name of names) copyFixture(name, project, entry);
    const { output } = await project.compile("-b", "--pretty", "false", ...names);
    const errors = output.replaceAll(project.folder, "FOLDER").split(/\n(?=\S)/).filter((each) => /^(?:.+\(\d+,\d+\): )?error TS\d+: /.test(each));
    const files = project.files();
    return Object.fromEntries(
      names.map((name) => {
        const own = errors.filter((each) => each.startsWith(`${name}/`));
        const out = path.join(name, "out") + path.sep;
        const manifests = files.filter((file) => file.startsWith(out) && file.endsWith(".manifest.json"));
        return [
          name,
          {
            // Files come in the order of each compiler's own.
            findings: own.filter((each) => /: error TS72\d{3}: /.test(each)).sort(),
            manifests: Object.fromEntries(manifests.map((file) => [file, project.read(file)])),
            isErroneous: own.length > 0,
          },
        ];
      }),
    );
  } finally {
    project.remove();
  }
}

function fixtureNames(): string[] {
  const folders = (parent: string): string[] => fs.readdirSync(parent, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name);
  return folders(FIXTURES).flatMap((subject) => folders(path.join(FIXTURES, subject)).map((name) => `${subject}/${name}`));
}

/** With a tsconfig that says what `compile-folder.ts` assumes. */
function copyFixture(name: string, project: CompilerProject, entry: Entry): void {
  const folder = path.join(project.folder, name);
  fs.cpSync(path.join(FIXTURES, name), folder, { recursive: true });
  fs.rmSync(path.join(folder, "expected"), { recursive: true, force: true });
  const file = path.join(folder, "tsconfig.json");
  const { compilerOptions = {}, ...config } = (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}) as { compilerOptions?: object };
  fs.writeFileSync(file, JSON.stringify({ exclude: ["out", "node_modules"], ...config, compilerOptions: optionsFor(entry, compilerOptions) }));
}
