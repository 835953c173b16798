/** What `-p` or, first of several, `-b` names among tsc's arguments: a tsconfig, or its folder. */
export function namedProject(args: readonly string[]): string | undefined {
  const flag = args.findIndex((each) => /^--?(?:p|project|b|build)$/i.test(each));
  if (flag === -1) return undefined;
  const rest = args.slice(flag + 1);
  // Other flags may stand between `-b` and the projects.
  const [named] = /b/i.test(args[flag]!) ? rest.filter((each) => !each.startsWith("-")) : rest;
  return named?.startsWith("-") ? undefined : named;
}
