#!/usr/bin/env node
import { VERSION } from "../version.js";
import { check, CHECK_HELP } from "./check.js";
import { doctor, DOCTOR_HELP } from "./doctor.js";
import { Problem, problems } from "./problem.js";
import { tsc } from "./tsc.js";

const HELP = `icosian ${VERSION}: typed dataflow for TypeScript

Usage: icosian COMMAND [arguments]

Commands:
  tsc     the project's own tsc, of any TypeScript from 4.9 to 7.1, with dataflows checked and manifests written:
          arguments ('--help' among them), output and exit codes are tsc's own; nothing is patched. The tsconfig
          need not name the plugin; where it does, its options hold. Other plugins do not run.
  check   print what is wrong with the project's dataflows, for people, programs or CI; see 'icosian check --help'
  doctor  say whether the project's build really runs the compiler plugin; see 'icosian doctor --help'

Options:
  --help, -h     print this
  --version, -v  print the version

To have your own compiler do it under its own name (tspc of ts-patch, ttsc of ttypescript), add
  "plugins": [{ "name": "icosian", "transform": "icosian/transformer", "transformProgram": true }]
to 'compilerOptions' of the tsconfig.
`;

interface Command {
  readonly run: (args: readonly string[]) => Promise<void>;
  /** None where '--help' is the command's own affair. */
  readonly help?: string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  tsc: { run: tsc },
  check: { run: check, help: CHECK_HELP },
  doctor: { run: doctor, help: DOCTOR_HELP },
};

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`icosian: ${error.message}\n`);
  process.exitCode = 2;
});

async function main([name = "--help", ...args]: readonly string[]): Promise<void> {
  if (name === "--help" || name === "-h") return void process.stdout.write(HELP);
  if (name === "--version" || name === "-v") return void process.stdout.write(`${VERSION}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw problems.unknownCommand(name);
  if (command.help && args.some((each) => each === "--help" || each === "-h")) return void process.stdout.write(command.help);
  return command.run(args);
}
