/**
 * Does what `tsc --noEmit -p FOLDER` does, `main.ts` last, and prints as JSON the milliseconds of CPU
 * that checking `main.ts` takes and the whole process took, and how many types it instantiates.
 */
const path = require("node:path");
const ts = require("typescript");

const folder = path.resolve(process.argv[2]);
const { config } = ts.readConfigFile(path.join(folder, "tsconfig.json"), ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
const program = ts.createProgram(fileNames, { ...options, noEmit: true });
const main = program.getSourceFile(path.join(folder, "main.ts"));
const others = program.getSourceFiles().filter((file) => file !== main);
const errors = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...others.flatMap((file) => program.getSemanticDiagnostics(file))];

const start = cpuTime();
const before = program.getInstantiationCount();
errors.push(...program.getSemanticDiagnostics(main));
const end = cpuTime();
if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors.slice(0, 5), ts.createCompilerHost(options)));
console.log(JSON.stringify({ main: end - start, total: end, instantiations: program.getInstantiationCount() - before }));

function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
