import { runCompiler, writeProject } from "./compiler-run.mjs";
import { generatedModule } from "./generated-module.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

const imports = `import { Builder } from "icosian";\nimport * as flow from "./generated.js";\nexport { Builder, flow };\n`;
const execution = `const dr = new Builder().withModules(flow).build();
const results = await dr.execute(["n999", "n500", "n7"], { inputs: { in0: 1, in10: 2 } });
export const total: number = results.n999.id + results.n500.f0;
`;

/** What typing one `execute` over a module of 1,000 nodes adds to plain `tsc --noEmit`. */
export function run() {
  const without = project(imports);
  const withExecution = project(imports + execution);
  const runs = Array.from({ length: 8 }, () => [measure(without), measure(withExecution)]).slice(1);
  const cpu = [0, 1].map((side) => median(runs.map((pair) => pair[side].total)));
  const added = median(runs.map(([before, after]) => (after.total / before.total - 1) * 100));
  const instantiations = runs[0].map(({ output }) => Number(/Instantiations:\s+(\d+)/.exec(output)[1]));
  printTable(
    ["1,000 nodes", "CPU, ms", "instantiations"],
    [
      ["without", round(cpu[0]), instantiations[0].toLocaleString("en")],
      ["with one execute", round(cpu[1]), instantiations[1].toLocaleString("en")],
      ["added", `${round(added)} %`, (instantiations[1] - instantiations[0]).toLocaleString("en")],
    ],
  );
  return [target("typing one execute over 1,000 nodes", added, 5, " %")];
}

function project(text) {
  const folder = temporaryFolder();
  writeProject(folder, { "generated.ts": generatedModule(1_000), "main.ts": text });
  return folder;
}

function measure(folder) {
  return runCompiler("typescript/lib/tsc.js", folder, "cpu-at-exit.cjs", "--noEmit", "--extendedDiagnostics");
}
