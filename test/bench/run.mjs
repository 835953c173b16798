/**
 * The benchmark: `npm run bench`, or some of its parts: `npm run bench -- engine drawing`.
 *
 *   engine   build, first run and warm run of large graphs, beside a plain loop and six other ways
 *   memory   what a driver and a plan of 100,000 nodes hold
 *   startup  what it takes to import the package, beside others
 *   sleeping elapsed time of async graphs whose nodes only wait, beside hand-written twins
 *   plugin   the share of the compiler plugin in the CPU time of a `tspc` run: one large module, a project of many files
 *   native   elapsed time of `icosian tsc` on TypeScript 7, beside tsc alone
 *   types    what typing one `execute` over a module of 1,000 nodes adds to plain `tsc`
 *   drawing  layout of 100, 500 and 1,000 nodes, beside Graphviz `dot` where that is installed
 *
 * Times depend on the machine and its neighbours; ratios less so. All figures are medians. What the
 * engine is compared with is no dependency of the package: it is installed beside this file, once.
 */
import { installPeers } from "./peers.mjs";
import { printTargets } from "./targets.mjs";

const parts = {
  engine: () => (installPeers(), import("./engine.mjs")),
  memory: () => import("./memory.mjs"),
  startup: () => (installPeers(), import("./startup.mjs")),
  sleeping: () => import("./sleeping.mjs"),
  plugin: () => import("./plugin.mjs"),
  native: () => (installPeers(), import("./native.mjs")),
  types: () => import("./types.mjs"),
  drawing: () => import("./drawing.mjs"),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part '${unknown.join("', '")}': the parts are ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}

const targets = [];
for (const name of names.length > 0 ? names : Object.keys(parts)) {
  console.log(`\n== ${name}`);
  const { run } = await parts[name]();
  targets.push(...(await run()));
}
printTargets(targets);
