import { runCompiler, writeProject } from "./compiler-run.mjs";
import { generatedModule } from "./generated-module.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

const plugins = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];

/** The plugin's own share of the CPU of a `tspc` run that checks and writes one module. */
export function run() {
  const rows = [];
  const targets = [];
  for (const count of [1_000, 5_000]) {
    const folder = temporaryFolder();
    writeProject(folder, { "generated.flow.ts": generatedModule(count) }, { plugins });
    const runs = Array.from({ length: 6 }, () => runCompiler("ts-patch/bin/tspc.js", folder, "plugin/own-share.cjs")).slice(1);
    const share = median(runs.map(({ total, analysis, manifest }) => (analysis + manifest) / total));
    const of = (part) => median(runs.map((each) => each[part]));
    const perNode = ((of("analysis") + of("manifest")) * 1000) / count;
    rows.push([count.toLocaleString("en"), round(of("total")), round(of("analysis")), round(of("manifest")), round(of("load")), round(perNode), `${round(share * 100)} %`]);
    targets.push(target(`the plugin's share of tspc, ${count.toLocaleString("en")} nodes`, share * 100, 12, " %"));
  }
  console.log("Milliseconds of CPU.");
  printTable(["nodes", "tspc", "analysis", "manifest", "loading", "µs a node", "share (without loading)"], rows);
  return targets;
}
