/** Compiles with the plugin, in this process, as ts-patch would have it: the program goes through the plugin's default export. */
import path from "node:path";
import icosian from "icosian/transformer";
import ts from "typescript";

export interface Compilation {
  readonly program: ts.Program;
  /** What tsc would print, in its order. */
  readonly diagnostics: readonly ts.Diagnostic[];
  /** What was written, by the path relative to the project's folder. */
  readonly outputs: ReadonlyMap<string, string>;
}

export interface Compile {
  /** An existing folder; everything is relative to it. */
  readonly folder: string;
  readonly rootNames: readonly string[];
  /** Files that are not on the disk. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly options: ts.CompilerOptions;
  /** The plugin's entry in the tsconfig; `false` is plain TypeScript. */
  readonly plugin?: object | false;
}

export const FIXTURES = path.join(__dirname, "fixtures");

/** The options of a compilation that asks for no others, as a tsconfig spells them. */
export const DEFAULTS = {
  target: "es2022",
  lib: ["es2022"],
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
  strict: true,
  skipLibCheck: true,
  newLine: "lf",
  rootDir: ".",
  outDir: "out",
} as const;

/** Compiles files given as text; `compilerOptions` as a tsconfig spells them. */
export function compileTexts(
  texts: Readonly<Record<string, string>>,
  { compilerOptions = {}, plugin }: { compilerOptions?: object; plugin?: object | false } = {},
): Compilation {
  const { options, errors } = ts.convertCompilerOptionsFromJson({ ...DEFAULTS, ...compilerOptions }, FIXTURES);
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, formatHost));
  const rootNames = Object.keys(texts).map((name) => path.join(FIXTURES, name));
  return compile({ folder: FIXTURES, rootNames, texts, options, ...(plugin !== undefined && { plugin }) });
}

export function compile({ folder, rootNames, texts = {}, options: given, plugin = {} }: Compile): Compilation {
  const options = { ...given, configFilePath: path.join(folder, "tsconfig.json") };
  const outputs = new Map<string, string>();
  const host = createHost(options, folder, texts);
  host.writeFile = (fileName, text) => void outputs.set(path.relative(folder, fileName), text);

  let program = ts.createProgram({ rootNames, options, host });
  if (plugin !== false) program = icosian(program, host, plugin, { ts });
  const diagnostics = diagnosticsOf(program);
  if (!options.noEmit) program.emit();
  return { program, diagnostics, outputs };
}

function createHost(options: ts.CompilerOptions, folder: string, texts: Readonly<Record<string, string>>): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile, getSourceFile } = host;
  const textOf = (fileName: string): string | undefined => {
    const name = path.relative(folder, fileName);
    return Object.hasOwn(texts, name) ? texts[name] : undefined;
  };
  host.getCurrentDirectory = () => folder;
  host.fileExists = (fileName) => textOf(fileName) !== undefined || fileExists.call(host, fileName);
  host.readFile = (fileName) => textOf(fileName) ?? readFile.call(host, fileName);
  host.getSourceFile = (fileName, version, ...rest) => {
    const text = textOf(fileName);
    if (text !== undefined) return ts.createSourceFile(fileName, text, version, true);
    const read = (): ts.SourceFile | undefined => getSourceFile.call(host, fileName, version, ...rest);
    return isShared(fileName) ? shared(JSON.stringify([fileName, version]), read) : read();
  };
  return host;
}

/** What many compilations have in common is parsed once: the library's files and our own declarations. */
const cache = new Map<string, ts.SourceFile | undefined>();

function isShared(fileName: string): boolean {
  return fileName.endsWith(".d.ts") && !fileName.startsWith(FIXTURES);
}

function shared(key: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!cache.has(key)) cache.set(key, read());
  return cache.get(key);
}

/** As tsc asks for them: syntax first, and types only where it is right. */
function diagnosticsOf(program: ts.Program): readonly ts.Diagnostic[] {
  const steps = [
    () => [...program.getConfigFileParsingDiagnostics(), ...program.getSyntacticDiagnostics()],
    () => [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()],
    () => program.getSemanticDiagnostics(),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return ts.sortAndDeduplicateDiagnostics(found);
  }
  return [];
}

export const formatHost: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => FIXTURES,
  getCanonicalFileName: (name) => name,
  getNewLine: () => "\n",
};

/** The error codes of a compilation, in order. */
export function codesOf({ diagnostics }: Compilation): number[] {
  return diagnostics.map(({ code }) => code);
}
