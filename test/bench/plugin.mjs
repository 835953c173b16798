import { runCompiler, writeProject } from "./compiler-run.mjs";
import { generatedModule } from "./generated-module.mjs";
import { generatedProject } from "./generated-project.mjs";
import { median } from "./median.mjs";
import { printTable, round } from "./table.mjs";
import { target } from "./targets.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";

const plugins = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];

const projects = [
  { title: "a module of 1,000 nodes", files: () => ({ "generated.flow.ts": generatedModule(1_000) }), nodes: 1_000, limit: 12 },
  { title: "a module of 5,000 nodes", files: () => ({ "generated.flow.ts": generatedModule(5_000) }), nodes: 5_000, limit: 12 },
  { title: "500 files, 20 of them dataflows", files: () => generatedProject({ files: 500, dataflows: 20, nodes: 20 }), nodes: 400, limit: 4 },
];

/** The plugin's own share of the CPU of a `tspc` run that checks and writes a project. */
export function run() {
  const rows = [];
  const targets = [];
  for (const { title, files, nodes, limit } of projects) {
    const folder = temporaryFolder();
    writeProject(folder, files(), { plugins });
    const runs = Array.from({ length: 4 }, () => runCompiler("ts-patch/bin/tspc.js", folder, "plugin/own-share.cjs")).slice(1);
    const share = median(runs.map(({ total, analysis, manifest }) => (analysis + manifest) / total));
    const of = (part) => median(runs.map((each) => each[part]));
    const perNode = ((of("analysis") + of("manifest")) * 1000) / nodes;
    rows.push([title, round(of("total")), round(of("analysis")), round(of("manifest")), round(of("load")), round(perNode), `${round(share * 100)} %`]);
    targets.push(target(`the plugin's share of tspc, ${title}`, share * 100, limit, " %"));
  }
  console.log("Milliseconds of CPU.");
  printTable(["", "tspc", "analysis", "manifest", "loading", "µs a node", "share (without loading)"], rows);
  return targets;
}
