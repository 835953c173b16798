#!/usr/bin/env node
import { VERSION } from "../version.js";

const HELP = `icosian ${VERSION}: typed dataflow for TypeScript

Usage: icosian [options]

Options:
  --help, -h     print this
  --version, -v  print the version

Dataflows are checked and compiled by your own TypeScript: add
  "plugins": [{ "name": "icosian", "transform": "icosian/transformer", "transformProgram": true }]
to 'compilerOptions' of the tsconfig, and run 'npx tspc' of ts-patch.
`;

const [command = "--help", ...surplus] = process.argv.slice(2);

if (surplus.length === 0 && (command === "--help" || command === "-h")) process.stdout.write(HELP);
else if (surplus.length === 0 && (command === "--version" || command === "-v")) process.stdout.write(`${VERSION}\n`);
else {
  process.stderr.write(`icosian: '${[command, ...surplus].join(" ")}' is not a command. Run 'icosian --help' for those that there are.\n`);
  process.exitCode = 1;
}
