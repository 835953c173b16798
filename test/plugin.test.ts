/** How the plugin answers those who call it: ts-patch in both of its ways, other compilers, transpilers, language services. */
import path from "node:path";
import icosian from "icosian/transformer";
import ts from "typescript";
import { compileTexts, codesOf, FIXTURES } from "./compile";

const FLOW = "export const a = (): number => 1;\nexport const b = (a: string): string => a;\n";

function programOf(compiler: typeof ts = ts, options: ts.CompilerOptions = {}) {
  const fileName = path.join(FIXTURES, "flow.flow.ts");
  const host = ts.createCompilerHost({}, true);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => (name === fileName ? ts.createSourceFile(name, FLOW, rest[0], true) : getSourceFile.call(host, name, ...rest));
  const written = new Map<string, string>();
  host.writeFile = (name, text) => void written.set(path.basename(name), text);
  const program = ts.createProgram({ rootNames: [fileName], host, options: { target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [], ...options } });
  return { host, written, program: icosian(program, host, {}, { ts: compiler }) };
}

test("changes the program in place", () => {
  const { program, host } = programOf();
  expect(icosian(program, host, {}, { ts }) === program).toBe(true);
});

test.each(["4.8.4", "7.0.2", "3.9.0", "10.1.0"])("TypeScript %s is refused: TS72001", (version) => {
  const { program } = programOf({ ...ts, version });
  const [refusal] = program.getSemanticDiagnostics().filter(({ code }) => code === 72001);
  expect([refusal?.category, refusal?.file?.fileName, refusal?.source]).toEqual([ts.DiagnosticCategory.Error, undefined, "icosian"]);
  expect(refusal!.messageText).toContain(`TypeScript ${version} is not supported`);
});

test.each(["4.9.5", "5.0.4", "5.9.3", "6.0.3"])("TypeScript %s is welcome", (version) => {
  const { program } = programOf({ ...ts, version });
  expect(program.getSemanticDiagnostics().map(({ code }) => code)).toEqual([72201]);
});

test("an entry without 'transformProgram' is told so: TS72002", () => {
  const program = ts.createProgram({ rootNames: [], options: {} });
  const found: ts.Diagnostic[] = [];
  const factory = icosian(program, {}, { ts, library: "typescript", addDiagnostic: (each) => void found.push(each) });
  expect(found.map(({ code, category }) => [code, category])).toEqual([[72002, ts.DiagnosticCategory.Error]]);
  const file = ts.createSourceFile("a.flow.ts", FLOW, ts.ScriptTarget.ES2022);
  expect(ts.transform(file, [factory]).transformed[0] === file).toBe(true);
});

test("a transpiler, which compiles one file without types, is left alone", () => {
  const { program, written } = programOf(ts, { suppressOutputPathCheck: true });
  expect(program.getSemanticDiagnostics().map(({ code }) => code)).toEqual([]);
  program.emit();
  expect([...written.keys()]).toEqual(["flow.flow.js"]);
  expect(written.get("flow.flow.js")).not.toContain("$manifest");
});

test("a language service gets its errors and its module, and no file beside it", () => {
  const fileName = path.join(FIXTURES, "flow.flow.ts");
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] }),
    getScriptFileNames: () => [fileName],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => (name === fileName ? ts.ScriptSnapshot.fromString(FLOW) : ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name)!) : undefined),
    getCurrentDirectory: () => FIXTURES,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  };
  const program = ts.createLanguageService(host).getProgram()!;
  // As ts-patch does it there: the host of a language service passes for a compiler's.
  icosian(program, host as unknown as ts.CompilerHost, {}, { ts });
  expect(program.getSemanticDiagnostics(program.getSourceFile(fileName)).map(({ code }) => code)).toEqual([72201]);
  const written: string[] = [];
  program.emit(program.getSourceFile(fileName), (name, text) => void written.push(path.basename(name), text));
  expect(written[0]).toBe("flow.flow.js");
  expect(written[1]).toContain("$manifest");
  expect(written).toHaveLength(2);
});

test("asked file by file, it gives each file its own errors, and once", () => {
  const flows = { "one.flow.ts": FLOW, "two.flow.ts": FLOW, "plain.ts": FLOW };
  const { program } = compileTexts(flows);
  const codes = (name: string): number[] => program.getSemanticDiagnostics(program.getSourceFile(path.join(FIXTURES, name))).map(({ code }) => code);
  expect([codes("one.flow.ts"), codes("two.flow.ts"), codes("plain.ts")]).toEqual([[72201], [72201], []]);
  expect(codesOf(compileTexts(flows))).toEqual([72201, 72201]);
});
