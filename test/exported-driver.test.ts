/** A package exports a driver, a builder, or what runs one: who has its declarations and nothing else sees the types that its own files see. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder, type Folder, pack } from "./packed";

const LIBRARY = {
  "plain.flow.ts": `
    export const count = (texts: string[]): number => texts.length;
    export function label(count: number): Promise<string> { return Promise.resolve("n" + count); }
    export const pair = ({ count, label }: { count: number; label: string }): [number, string] => [count, label];
  `,
  "made.flow.ts": `
    import { input, node, step, subdag } from "icosian";
    export const texts = input<string[]>();
    export const x = input<number>({ default: 1 });
    export const scaled__up = node({ when: { mode: "up" } }, (count: number): number => count * 2);
    export const scaled__down = node({ otherwise: true }, (count: number): number => count / 2);
    export const stats = node({ extract: ["least"] }, (texts: string[]) => ({ least: texts[0] ?? "" }));
    const third = (x: number): number => x / 3;
    export const around = subdag([{ twice: (x: number): string => String(x * 2) }, third], {}, (twice: string): boolean => twice === "2");
    export const shown = node({ pipe: { text: step(String), isLong: (text: string) => text.length > 2 } }, (x: number): number => x);
  `,
  "driver.ts": `
    import { Builder } from "icosian";
    import * as made from "./made.flow.js";
    import * as plain from "./plain.flow.js";
    export const driverFor = (mode: "up" | "down") => new Builder().withModules(plain, made).withConfig({ mode }).build();
    export const overridden = new Builder().withModules(plain, { ...plain, count: (texts: string[]): string => texts.join() }).allowModuleOverrides().build();
    export const builder = new Builder().withModules(plain).withConfig({ mode: "down" });
    export const run = (texts: string[]) => driverFor("up").execute(["label", "pair", "scaled", "least", "around.twice", "shown"], { inputs: { texts } });
  `,
};

const USER = `
  import { builder, driverFor, overridden, run } from "./driver.js";
  import * as made from "./made.flow.js";
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
  const is = <A, B>(same: Same<A, B>): void => void same;
  const { count, label, pair, scaled, texts, least } = await driverFor("up").execute(["count", "label", "pair", "scaled", "texts", "least"], { inputs: { texts: [] } });
  is<[typeof count, typeof label, typeof pair, typeof scaled, typeof texts, typeof least], [number, string, [number, string], number, string[], string]>(true);
  const ran = await run([]);
  is<[typeof ran.label, typeof ran.pair, typeof ran.scaled, typeof ran.least, (typeof ran)["around.twice"], typeof ran.shown], [string, [number, string], number, string, string, boolean]>(true);
  const replaced = await overridden.execute(["count"], { inputs: { texts: [] } });
  is<typeof replaced.count, string>(true);
  const later = await builder.withModules(made).build().execute(["pair", "scaled", "mode"], { inputs: { texts: [] } });
  is<[typeof later.pair, typeof later.scaled, typeof later.mode], [[number, string], number, string]>(true);
  // @ts-expect-error no such node
  void driverFor("up").execute(["counts"]);
  // @ts-expect-error a value of another type
  void driverFor("up").execute(["pair"], { overrides: { count: "1" } });
`;

let folder: Folder;

beforeAll(() => {
  folder = emptyFolder();
  folder.run(`npm init -y && npm pkg set type=module && npm install ${pack(folder)} && npm install -D typescript@6.0.3 ts-patch@4.0.1`);
}, 300_000);

afterAll(() => folder.remove());

// Installed as a package: in this repository itself, TypeScript could name types by the paths of our files.
test("types of results, overrides and names", () => {
  const plugins = [{ name: "icosian", transform: "icosian/transformer", transformProgram: true }];
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, skipLibCheck: true };
  write("library/tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, declaration: true, rootDir: ".", outDir: "../user", plugins } }));
  for (const [name, text] of Object.entries(LIBRARY)) write(`library/${name}`, text);
  write("user/tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, files: ["user.ts"] }));
  write("user/user.ts", USER);
  expect(folder.run("npx tspc -p library || echo exit $?")).toBe("");
  expect(folder.run("rm user/*.js; npx tsc -p user || echo exit $?")).toBe("");
}, 120_000);

function write(name: string, text: string): void {
  mkdirSync(path.join(folder.path, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(folder.path, name), text);
}
