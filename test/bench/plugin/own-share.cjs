/**
 * Loaded before `tspc`: sums the CPU that the plugin uses itself, and prints it as the process ends.
 * Its own are the analysis, with what it asks the checker and the programs that it opens to probe, and
 * the making and writing of manifests; TypeScript's check and emit, which it calls through, are not.
 */
const { writeSync } = require("node:fs");
const path = require("node:path");

const built = path.resolve(__dirname, "../../../dist/transformer");
const spent = { load: 0, analysis: 0, manifest: 0 };
const looks = { load: 0, analysis: 0, manifest: 0 }; // how often the clock was looked at, which takes time itself
const running = []; // the phases that have begun and not ended, inmost last
let since = 0;

within("load", () => require(path.join(built, "index.js")))();

wrapExport("2-analyze/analyze.js", "analyze", (analyze) => within("analysis", analyze));
wrapExport("compilers/javascript/project.js", "createProject", (createProject) => (...args) => {
  const project = createProject(...args);
  // TypeScript's own check, were it not done before.
  return { ...project, errorsIn: within("theirs", project.errorsIn) };
});
wrapExport("compilers/javascript/manifest-writer.js", "createManifestWriter", (createManifestWriter) => (...args) => {
  const writer = createManifestWriter(...args);
  return {
    ...writer,
    transformer: (context) => {
      const transform = writer.transformer(context);
      const transformOwn = within("manifest", transform);
      return (file) => {
        // For all others it does less than a look at the clock.
        if (!file.fileName.endsWith(".flow.ts")) return transform(file);
        // Where a file's lines begin, TypeScript's printer asks as well: it is found out once.
        file.getLineStarts();
        return transformOwn(file);
      };
    },
    writingBeside: (write) => {
      const writeOwn = within("manifest", write);
      return writer.writingBeside((name, ...rest) => (name.endsWith(".manifest.json") ? writeOwn : write)(name, ...rest));
    },
  };
});

process.on("exit", () => {
  const total = now();
  const look = costOfLook();
  for (const phase in spent) spent[phase] -= looks[phase] * look;
  writeSync(1, `\n${JSON.stringify({ total, ...spent })}\n`);
});

function wrapExport(file, name, wrap) {
  const module = require(path.join(built, file));
  module[name] = wrap(module[name]);
}

/** The function, its time counted for the phase; a phase within another is not counted for the outer one. */
function within(phase, fn) {
  return (...args) => {
    settle();
    running.push(phase);
    try {
      return fn(...args);
    } finally {
      settle();
      running.pop();
    }
  };
}

/** Counts what has passed for the inmost phase. */
function settle() {
  const time = now();
  const phase = running.at(-1);
  if (phase in spent) {
    spent[phase] += time - since;
    looks[phase]++;
  }
  since = time;
}

function costOfLook() {
  const times = 1_000;
  const start = now();
  for (let count = 0; count < times; count++) now();
  return (now() - start) / times;
}

function now() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
