/**
 * `tsc -b` skips a project whose .tsbuildinfo says that nothing has changed and nothing is wrong, and asks nobody
 * for errors. It asks again where another version of TypeScript wrote it: ours is made another than a plain tsc's,
 * both ways, and another where there were errors of ours, which are not in it.
 */
interface BuildInfo {
  readonly version: string;
}

const MARK = " with icosian ";
const ERRORS = " and errors";

/** What is written says that we were there, and what we found. */
export function markingText(original: (info: BuildInfo) => string, plugin: string, hasErrors: () => boolean): (info: BuildInfo) => string {
  return (info) => original({ ...info, version: `${info.version}${MARK}${plugin}${hasErrors() ? ERRORS : ""}` });
}

/** What is read is of this compiler's version only if we were there as well, in our present version; with errors, only for who asks for them anew. */
export function readingMarked<Rest extends unknown[]>(
  original: (...rest: Rest) => BuildInfo | undefined,
  plugin: string,
  asksForErrors: boolean,
): (...rest: Rest) => BuildInfo | undefined {
  return (...rest) => {
    const info = original(...rest);
    if (!info) return info;
    const [version, mark] = info.version.split(MARK);
    const isCurrent = mark === plugin || (mark === plugin + ERRORS && asksForErrors);
    return { ...info, version: isCurrent ? version! : `${info.version} before` };
  };
}
