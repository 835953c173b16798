import type ts from "typescript";

/** On its host, since more than one copy of this package may be at work: a patched compiler puts the plugin into each program. */
const SECOND = Symbol.for("icosian.second");

export function isOfSecondProgram(host: ts.CompilerHost | undefined): boolean {
  return host !== undefined && SECOND in host;
}

/** A program over the same source files, but for those whose text is given. Its checker starts anew. */
export function secondProgram(compiler: typeof ts, program: ts.Program, texts: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = { ...program.getCompilerOptions(), noEmit: true, noUnusedLocals: false };
  for (const key of ["incremental", "composite", "tsBuildInfoFile", "plugins"]) delete options[key];
  const host = compiler.createCompilerHost(options, true);
  Object.defineProperty(host, SECOND, { value: true });
  const known = new Map(program.getSourceFiles().map((file) => [file.fileName, file]));
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    if (text === undefined) return known.get(name) ?? getSourceFile.call(host, name, ...rest);
    return compiler.createSourceFile(name, text, rest[0], true);
  };
  host.fileExists = (name) => texts.has(name) || known.has(name) || fileExists.call(host, name);
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  host.getCurrentDirectory = () => program.getCurrentDirectory();
  const references = program.getProjectReferences();
  return compiler.createProgram({
    rootNames: [...new Set([...program.getRootFileNames(), ...texts.keys()])],
    options,
    host,
    ...(references && { projectReferences: references }),
  });
}
