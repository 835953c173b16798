/** Loads the API of a TypeScript 7 from its folder. It is an ES module, wherever this file runs. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { NativeApi } from "./api.js";
import { importModule } from "./import-module.js";
import type { NativeAst } from "./syntax.js";

export interface LoadedApi {
  readonly api: NativeApi;
  readonly ast: NativeAst;
  /** What an operation of the file system returns to leave it to the compiler; until 7.0, nothing. */
  readonly useOS: unknown;
}

/** `folder` is that of the package `typescript`. */
export async function loadApi(folder: string): Promise<LoadedApi> {
  const { exports: entries } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { exports: Readonly<Record<string, string>> };
  const load = async (name: string): Promise<unknown> => {
    const file = entries[`./${name}`] ?? entries[`./unstable/${name}`];
    return importModule(pathToFileURL(path.join(folder, file!)).href);
  };
  const [api, ast, fs] = (await Promise.all([load("sync"), load("ast"), load("fs")])) as [NativeApi, NativeAst, { serverFS?: { useOS: unknown } }];
  return { api, ast, useOS: fs.serverFS?.useOS };
}
