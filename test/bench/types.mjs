import path from "node:path";
import { writeProject } from "./compiler-run.mjs";
import { generatedModule } from "./generated-module.mjs";
import { inChild } from "./in-child.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

const imports = `import { Builder } from "icosian";\nimport * as flow from "./generated.js";\nexport { Builder, flow };\n`;
const driver = "const dr = new Builder().withModules(flow).build();\n";
const first = `export const one = await dr.execute(["n999", "n500", "n7"], { inputs: { in0: 1, in10: 2 } });\nexport const id: number = one.n999.id;\n`;
const second = `export const two = await dr.execute(["n998", "n501"], { inputs: { in0: 1, in10: 2 } });\n`;
const programs = [
  { label: "the imports alone", text: imports },
  { label: "+ the driver", text: imports + driver },
  { label: "+ one execute", text: imports + driver + first },
  { label: "+ another", text: imports + driver + first + second },
];

/** What typing a driver and `execute` over a module of 1,000 nodes adds to a plain check of module and program. */
export function run() {
  const folders = programs.map(({ text }) => {
    const folder = temporaryFolder();
    writeProject(folder, { "generated.ts": generatedModule(1_000), "main.ts": text });
    return folder;
  });
  const runs = Array.from({ length: 5 }, () => folders.map(measure));
  const of = (program, part) => median(runs.map((measured) => measured[program][part]));
  const plain = of(0, "total");
  const added = programs.map((_, program) => of(program, "main") - of(0, "main"));
  console.log(`Milliseconds of CPU; the plain check takes ${round(plain)}.`);
  printTable(
    ["1,000 nodes", "added", "of the plain check", "instantiations"],
    programs.map(({ label }, program) => [label, round(added[program]), `${round((added[program] / plain) * 100)} %`, of(program, "instantiations").toLocaleString("en")]),
  );
  return [target("typing a driver and one execute over 1,000 nodes", (added[2] / plain) * 100, 5, " %")];
}

function measure(folder) {
  const measured = inChild(path.join(import.meta.dirname, "types/check.cjs"), [folder], { timeout: 60_000 });
  if (measured.failed !== undefined) throw new Error(measured.failed);
  return measured;
}
