/** Where TypeScript writes the JavaScript of a source file. */
import path from "node:path";

export interface OutputLayout {
  readonly options: Readonly<Record<string, unknown>>;
  /** The folder of the tsconfig; without one, none. */
  readonly configFolder: string | undefined;
  /** Every source file that is no declaration. */
  readonly sources: readonly string[];
}

export function createOutputPaths({ options, configFolder, sources }: OutputLayout): (fileName: string) => string {
  const outDir = options["outDir"] as string | undefined;
  const rootDir = (options["rootDir"] as string | undefined) ?? configFolder ?? commonFolder(sources);
  return (fileName) => {
    const output = fileName.replace(/\.([cm]?)[jt]s(x?)$/, (_, kind: string, x: string) => `.${kind}js${x && options["jsx"] === PRESERVE ? "x" : ""}`);
    return outDir === undefined ? output : path.posix.join(outDir, path.posix.relative(rootDir, output));
  };
}

/** `JsxEmit.Preserve`. */
const PRESERVE = 1;

function commonFolder(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => path.posix.dirname(file).split("/"));
  const length = others.reduce((common, each) => first.slice(0, common).findIndex((part, index) => part !== each[index]), first.length);
  return first.slice(0, length === -1 ? first.length : length).join("/") || "/";
}
