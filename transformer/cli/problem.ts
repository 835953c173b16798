/** What keeps a command from doing its work: told in a sentence or two, of which the last says which command to run. */
export class Problem extends Error {}

export const problems = {
  noTypescript: () => new Problem("No TypeScript is installed here. Run 'npm install -D typescript@6.0.3'."),
  unsupportedTypescript: (version: string) => new Problem(`TypeScript ${version} is not supported: icosian works with 4.9 to 7.1. Run 'npm install -D typescript@6.0.3'.`),
  noTsconfig: (place: string) => new Problem(`There is no tsconfig.json at '${place}'. Name it with '-p', or run 'npx tsc --init' to have one made.`),
  unreadableTsconfig: (file: string, reason: string) => new Problem(`'${file}' cannot be read: ${reason} Run 'npx tsc --showConfig' to see what TypeScript makes of it.`),
  unknownCommand: (command: string) => new Problem(`'${command}' is not a command. Run 'icosian --help' for those that there are.`),
  badArguments: (command: string, reason: string) => new Problem(`${reason}. Run 'icosian ${command} --help' for what it takes.`),
};
