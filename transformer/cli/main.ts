#!/usr/bin/env node
import { VERSION } from "../version.js";
import { Problem, problems } from "./problem.js";

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

/** Each is loaded when it is named: what the others need takes time to load. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  tsc: async () => ({ run: (await import("./tsc.js")).tsc }),
  check: async () => {
    const { check, CHECK_HELP } = await import("./check.js");
    return { run: check, help: CHECK_HELP };
  },
  doctor: async () => {
    const { doctor, DOCTOR_HELP } = await import("./doctor.js");
    return { run: doctor, help: DOCTOR_HELP };
  },
};

// Who reads may have enough before the end, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`icosian: ${error.message}\n`);
  process.exitCode = 2;
});

async function main([name = "--help", ...args]: readonly string[]): Promise<void> {
  if (name === "--help" || name === "-h") return void process.stdout.write(HELP);
  if (name === "--version" || name === "-v") return void process.stdout.write(`${VERSION}\n`);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw problems.unknownCommand(name);
  const command = await load();
  if (command.help && args.some((each) => each === "--help" || each === "-h")) return void process.stdout.write(command.help);
  return command.run(args);
}
