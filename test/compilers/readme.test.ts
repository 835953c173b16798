/** Each of the README's snippets "With your toolchain" that installs a compiler, followed literally in a folder with the README's first dataflow. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder, pack } from "../packed";
import { fencesOf } from "../samples";

const readme = readFileSync(path.join(__dirname, "../../README.md"), "utf8");
const fences = fencesOf(readme);
const section = /## With your toolchain\n([^]*?)\n## /.exec(readme)![1]!;
const snippets = fencesOf(section).filter(({ language, code }) => language === "sh" && code.includes(" typescript@")).map(({ code }) => code.trim());

test("there is one for each kind of compiler", () => {
  expect(snippets.map((each) => /typescript@(\d)/.exec(each)![1])).toEqual(["7", "6", "5", "4"]);
});

test.each(snippets)("%s", (snippet) => {
  const folder = emptyFolder();
  try {
    folder.run(`npm init -y && npm pkg set type=module && npm install ${pack(folder)}`);
    for (const name of ["my_dataflow.ts", "run.ts", "tsconfig.json"]) {
      const { code } = fences.find(({ file }) => file === name)!;
      writeFileSync(path.join(folder.path, name), code.replace(/^\/\/ tsconfig\.json\n/, ""));
    }
    expect(folder.run(snippet)).toContain("14291.666666666666");
    writeFileSync(path.join(folder.path, "my_dataflow.ts"), "export const A = (): number => 1;\nexport const B = (A: string): string => A;\n");
    const compile = snippet.split("\n").at(-1)!.replace(" && node run.js", " --noEmit");
    expect(folder.run(`${compile} || true`)).toContain("TS72201");
  } finally {
    folder.remove();
  }
});
