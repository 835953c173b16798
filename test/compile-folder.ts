/** Compiles a folder of sources, with its own tsconfig.json where it has one. */
import path from "node:path";
import ts from "typescript";
import { compile, type Compilation, DEFAULTS, formatHost } from "./compile";

interface Config {
  readonly compilerOptions?: { readonly plugins?: readonly object[] };
}

/** `plugin` takes the place of the entry in `plugins`; `false` is plain TypeScript. */
export function compileFolder(folder: string, plugin?: object | false): Compilation {
  const configFile = path.join(folder, "tsconfig.json");
  const { config = {}, error } = ts.sys.fileExists(configFile) ? ts.readConfigFile(configFile, ts.sys.readFile) : {};
  const { compilerOptions } = config as Config;
  const parsed = ts.parseJsonConfigFileContent(
    { exclude: ["expected", "node_modules"], ...config, compilerOptions: { ...DEFAULTS, ...compilerOptions } },
    ts.sys,
    folder,
  );
  const errors = [...parsed.errors, ...(error ? [error] : [])];
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, formatHost));
  return compile({ folder, rootNames: parsed.fileNames.sort(), options: parsed.options, plugin: plugin ?? compilerOptions?.plugins?.[0] ?? {} });
}
