import path from "node:path";
import { writeProject } from "./compiler-run.mjs";
import { generatedDeclarations, generatedModule } from "./generated-module.mjs";
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

/** What typing a driver and `execute` over a module of 1,000 nodes adds to a plain check of module and program, and what `node` adds to the whole. */
export function run() {
  const folderOf = (generated, text) => {
    const folder = temporaryFolder();
    writeProject(folder, { "generated.ts": generated, "main.ts": text });
    return folder;
  };
  const declared = programs.length;
  const folders = [...programs.map(({ text }) => folderOf(generatedModule(1_000), text)), folderOf(generatedDeclarations(1_000), imports + driver + (first + second).replaceAll(/n[0-9]{3}/g, (name) => name.replace(/[5-9]/, "3")))];
  const runs = Array.from({ length: 5 }, () => folders.map(measure));
  const of = (program, part) => median(runs.map((measured) => measured[program][part]));
  const plain = of(0, "total");
  const added = programs.map((_, program) => of(program, "main") - of(0, "main"));
  console.log(`Milliseconds of CPU; the plain check takes ${round(plain)}.`);
  printTable(
    ["1,000 nodes", "added", "of the plain check", "instantiations"],
    programs.map(({ label }, program) => [label, round(added[program]), `${round((added[program] / plain) * 100)} %`, of(program, "instantiations").toLocaleString("en")]),
  );
  const over = (of(declared, "total") / of(declared - 1, "total") - 1) * 100;
  console.log(`As many nodes, made by node() from 400 functions: ${round(of(declared, "total"))}, of which the driver's file takes ${round(of(declared, "main"))}; ${round(over)} % over plain functions.`);
  return [
    target("typing a driver and one execute over 1,000 nodes", (added[2] / plain) * 100, 5, " %"),
    target("1,000 nodes made by node(), over as many plain functions", over, 25, " %"),
  ];
}

function measure(folder) {
  const measured = inChild(path.join(import.meta.dirname, "types/check.cjs"), [folder], { timeout: 60_000 });
  if (measured.failed !== undefined) throw new Error(measured.failed);
  return measured;
}
