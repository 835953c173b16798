import { once } from "node:events";
import { text } from "node:stream/consumers";
import { TSC } from "../temporary-project";
import { BAD, CLI, commandProject, GOOD, PLUGINS, tsconfig } from "./command";

const NESTED = "export const a = () => ({ unit: { price: 1 } });\nexport const b = (a: { unit: { price: string } }) => a;\n";

test.concurrent("nothing wrong: 0, and it says so", async () => {
  const flow = commandProject({ "flow.flow.ts": GOOD });
  expect(await flow.icosian("check")).toEqual({ code: 0, output: "No problems found.\n" });
  expect(await flow.icosian("check", "--format", "json")).toEqual({ code: 0, output: `${JSON.stringify({ findings: [], typescriptErrors: 0 }, null, 2)}\n` });
  expect(await flow.icosian("check", "--format", "github")).toEqual({ code: 0, output: "" });
  expect(flow.files()).toEqual(["flow.flow.ts", "tsconfig.json"]);
});

test.concurrent("for people: the line, what is about it, and where the other end is", async () => {
  const { code, output } = await commandProject({ "flow.flow.ts": BAD }).icosian("check");
  expect(code).toBe(1);
  expect(output).toBe(`flow.flow.ts:2:19 - error TS72201: The result of 'a' cannot be passed to parameter 'a' of 'b'.
  Type 'number' is not assignable to type 'string'.

2 export const b = (a: string): number => +a;
                    ~

  flow.flow.ts:1:14
  1 export const a = (): number => 1;
                 ~
    'a' is declared here, with type 'number'.

Found 1 problem in 1 file.
`);
});

test.concurrent("for programs: places, the elaboration as a chain, what is related", async () => {
  const { code, output } = await commandProject({ "flow.flow.ts": NESTED }).icosian("check", "--format=json");
  expect(code).toBe(1);
  const found = JSON.parse(output) as { findings: { elaboration: object[] }[] };
  expect(found).toMatchObject({
    findings: [
      {
        file: "flow.flow.ts",
        line: 2,
        column: 19,
        endLine: 2,
        endColumn: 20,
        code: 72201,
        message: "The result of 'a' cannot be passed to parameter 'a' of 'b'.",
        related: [{ file: "flow.flow.ts", line: 1, column: 14, endLine: 1, endColumn: 15, code: 72901 }],
      },
    ],
    typescriptErrors: 0,
  });
  const messages = JSON.stringify(found.findings[0]!.elaboration);
  expect(messages).toContain("The types of 'unit.price' are incompatible between these types.");
  expect(messages).toContain("Type 'number' is not assignable to type 'string'.");
});

test.concurrent("for GitHub: one workflow command each, escaped", async () => {
  const { code, output } = await commandProject({ "of, 100%/flow.flow.ts": BAD }).icosian("check", "--format", "github");
  expect(code).toBe(1);
  const place = "file=of%2C 100%25/flow.flow.ts,line=2,endLine=2,col=19,endColumn=20,title=TS72201";
  expect(output).toBe(`::error ${place}::The result of 'a' cannot be passed to parameter 'a' of 'b'.%0A  Type 'number' is not assignable to type 'string'.\n`);
});

test.concurrent("a finding about the whole project has no place", async () => {
  const flow = commandProject({ "flow.flow.ts": GOOD, "tsconfig.json": tsconfig({ plugins: [{ ...PLUGINS[0], module: [] }] }) });
  const message = "The plugin 'icosian' has no option 'module'. Its only option is 'modules'.";
  expect(await flow.icosian("check")).toEqual({ code: 1, output: `error TS72003: ${message}\n\nFound 1 problem.\n` });
  expect(await flow.icosian("check", "--format", "github")).toEqual({ code: 1, output: `::error title=TS72003::${message}\n` });
  expect(JSON.parse((await flow.icosian("check", "--format", "json")).output)).toEqual({ findings: [{ code: 72003, message, elaboration: [], related: [] }], typescriptErrors: 0 });
});

test.concurrent("TypeScript's own errors are counted, and fail", async () => {
  const flow = commandProject({ "flow.flow.ts": GOOD, "other.ts": "export const one: string = 1;\nexport const two: string = 2;\n" });
  expect(await flow.icosian("check")).toEqual({ code: 1, output: "TypeScript itself reports 2 errors: run 'icosian tsc --noEmit' to see them.\n" });
  expect((await flow.icosian("check", "--format", "github")).output).toBe("::error title=TypeScript::TypeScript itself reports 2 errors: run 'icosian tsc --noEmit' to see them.\n");
  flow.write({ "flow.flow.ts": `${BAD}export const = 1;\n`, "other.ts": "" });
  expect(JSON.parse((await flow.icosian("check", "--format", "json")).output)).toMatchObject({ findings: [], typescriptErrors: 2 });
});

test.concurrent.each(["", '{ "files": [] }', '{ "compilerOptions": {', '{ "compilerOptions": { "types": [] "strict": true } }', '{ "compilerOptions": { "strict": "yes" } }'])("it fails where tsc fails, on the tsconfig %j", async (written) => {
  const flow = commandProject({ "flow.flow.ts": GOOD, "tsconfig.json": written });
  const { output } = await flow.run(TSC, "--noEmit", "--pretty", "false");
  const typescriptErrors = output.match(/error TS/g)?.length ?? 0;
  expect(typescriptErrors > 0).toBe(written !== "");
  expect(JSON.parse((await flow.icosian("check", "--format", "json")).output)).toEqual({ findings: [], typescriptErrors });
});

test.concurrent("without an entry in the tsconfig the default options hold; with '-p' another project is meant", async () => {
  const flow = commandProject({ "tsconfig.json": tsconfig({ plugins: [] }), "app/tsconfig.json": tsconfig(), "app/deep/flow.flow.ts": BAD });
  expect((await flow.icosian("check")).output).toContain("app/deep/flow.flow.ts:2:19");
  expect((await flow.icosian("check", "-p", "app")).output).toContain("app/deep/flow.flow.ts:2:19");
  expect((await flow.icosian("check", "--project", "app/tsconfig.json")).code).toBe(1);
});

test.concurrent("referenced projects are checked as well", async () => {
  const solution = JSON.stringify({ files: [], references: [{ path: "one" }, { path: "two" }] });
  const flow = commandProject({ "tsconfig.json": solution, "one/tsconfig.json": tsconfig({ composite: true }), "one/one.flow.ts": BAD, "two/tsconfig.json": tsconfig({ composite: true }), "two/two.flow.ts": BAD });
  const { findings } = JSON.parse((await flow.icosian("check", "--format", "json")).output) as { findings: { file: string }[] };
  expect(findings.map(({ file }) => file)).toEqual(["one/one.flow.ts", "two/two.flow.ts"]);
});

test.concurrent("who reads may stop before the end", async () => {
  const child = commandProject({ "flow.flow.ts": BAD }).start(CLI, "check");
  child.stdout!.destroy();
  const [[code], told] = await Promise.all([once(child, "exit"), text(child.stderr!)]);
  expect([code, told]).toEqual([1, ""]);
});

describe("what keeps it from checking: 2, in a sentence that says what to run", () => {
  test.concurrent.each([
    [["--format", "xml"], "icosian: 'xml' is not a format: there are 'pretty', 'json', 'github'. Run 'icosian check --help' for what it takes.\n"],
    [["--watch"], "icosian: Unknown option '--watch'. Run 'icosian check --help' for what it takes.\n"],
    [["-p", "--format"], "icosian: Option '-p' argument is ambiguous. Run 'icosian check --help' for what it takes.\n"],
    [["-p", "nowhere"], "icosian: There is no tsconfig.json at 'nowhere'. Name it with '-p', or run 'npx tsc --init' to have one made.\n"],
  ])("%s", async (args, output) => {
    expect(await commandProject({}).icosian("check", ...args)).toEqual({ code: 2, output });
  });

  test.concurrent.each([["check"], ["doctor"], ["tsc"]])("%s: no TypeScript, or one of a version that we do not know", async (command) => {
    const flow = commandProject({}, ["icosian", "picomatch"]);
    expect(await flow.icosian(command)).toEqual({ code: 2, output: "icosian: No TypeScript is installed here. Run 'npm install -D typescript@6.0.3'.\n" });
    for (const version of ["4.8.4", "8.0.0"]) {
      flow.write({ "node_modules/typescript/package.json": JSON.stringify({ name: "typescript", version }) });
      const { code, output } = await flow.icosian(command);
      expect([code, output]).toEqual([2, `icosian: TypeScript ${version} is not supported: icosian works with 4.9 to 7.1. Run 'npm install -D typescript@6.0.3'.\n`]);
    }
  });
});
