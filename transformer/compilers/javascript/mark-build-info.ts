/**
 * `tsc -b` skips a project whose .tsbuildinfo says that nothing has changed, and asks nobody for errors. It
 * asks again where the version that wrote it is another: ours is made another than a plain tsc's, both ways.
 */
interface BuildInfo {
  readonly version: string;
}

const mark = (plugin: string): string => ` with icosian ${plugin}`;

/** What is written says that we were there. */
export function markingText(original: (info: BuildInfo) => string, plugin: string): (info: BuildInfo) => string {
  return (info) => original({ ...info, version: info.version + mark(plugin) });
}

/** What is read is of this compiler's version only if we were there as well, in our present version. */
export function readingMarked<Rest extends unknown[]>(
  original: (...rest: Rest) => BuildInfo | undefined,
  plugin: string,
): (...rest: Rest) => BuildInfo | undefined {
  return (...rest) => {
    const info = original(...rest);
    if (!info) return info;
    const { version } = info;
    return { ...info, version: version.endsWith(mark(plugin)) ? version.slice(0, -mark(plugin).length) : `${version} without icosian` };
  };
}
