import { TSC, TSPC } from "../temporary-project";
import { BAD, commandProject, type CommandProject, GOOD, PLUGINS, tsconfig } from "./command";

const scripts = (build: string, more: object = {}): string => JSON.stringify({ scripts: { build, ...more } });

/** Its exit code, and its lines but for the compiler's version, which is always there. */
async function verdicts(flow: CommandProject, ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const { code, output } = await flow.icosian("doctor", ...args);
  const [first, ...lines] = output.trimEnd().split("\n");
  expect(first).toBe("+ TypeScript 6.0.3.");
  return { code, lines };
}

const BUILT = { "flow.flow.ts": GOOD, "package.json": scripts("tspc") };

test.concurrent("a build through tspc, complete and fresh: 0", async () => {
  const flow = commandProject(BUILT);
  await flow.run(TSPC);
  expect(await verdicts(flow)).toEqual({
    code: 0,
    lines: ["+ The script 'build' runs 'tspc'.", "+ ts-patch 4.0.1 is for this TypeScript.", "+ 'tsconfig.json' names the plugin.", "+ The manifest of 1 module is fresh."],
  });
});

test.concurrent("a build through 'icosian tsc' needs no entry and no patcher: 0", async () => {
  const flow = commandProject({ ...BUILT, "package.json": scripts("npx icosian tsc -p ."), "tsconfig.json": tsconfig({ plugins: [] }) }, ["typescript", "icosian", "picomatch"]);
  expect((await flow.icosian("tsc")).code).toBe(0);
  expect(await verdicts(flow)).toEqual({
    code: 0,
    lines: ["+ The script 'build' runs 'icosian tsc'.", "- 'tsconfig.json' does not name the plugin, which 'icosian tsc' does not need.", "+ The manifest of 1 module is fresh."],
  });
});

describe("manifests", () => {
  test.concurrent("not compiled; compiled; edited; compiled again without the plugin; without a manifest", async () => {
    const flow = commandProject(BUILT);
    const last = async (): Promise<string> => {
      const { code, lines } = await verdicts(flow);
      return `${code} ${lines.at(-1)}`;
    };
    expect(await last()).toBe("1 ! Not compiled yet: 'flow.flow.ts'. Run the build, and ask again.");
    await flow.run(TSPC);
    expect(await last()).toBe("0 + The manifest of 1 module is fresh.");
    flow.write({ "flow.flow.ts": GOOD.replace("=> 1", "=> 2") });
    expect(await last()).toBe("1 ! The manifest of 'flow.flow.ts' is stale. Run the build again.");
    await flow.run(TSC);
    expect(await last()).toBe("1 ! Compiled again without the plugin, and so without the manifest as an export: 'out/flow.flow.js'. Run the build with it, such as 'npx icosian tsc'.");
    flow.write({ "out/flow.flow.manifest.json": undefined });
    expect(await last()).toBe("1 ! No manifest stands beside 'out/flow.flow.js': compiled without the plugin. Run the build with it, such as 'npx icosian tsc'.");
  });

  test.concurrent("a project without output, or without dataflows, has none to look at", async () => {
    const flow = commandProject({ ...BUILT, "tsconfig.json": tsconfig({ noEmit: true }) });
    expect(await verdicts(flow)).toMatchObject({ code: 0, lines: expect.arrayContaining(["- 'tsconfig.json' emits no JavaScript: there are no manifests to look at."]) as string[] });
    flow.write({ "flow.flow.ts": undefined, "other.ts": "export const other = 1;\n" });
    expect((await verdicts(flow)).lines.at(-1)).toBe("- 'tsconfig.json' has no dataflow module: none matches the option 'modules', and none is given to a 'withModules'.");
  });

  test.concurrent("each referenced project has its own", async () => {
    const flow = commandProject({
      "package.json": scripts("tspc -b"),
      "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "one" }, { path: "two" }] }),
      "one/tsconfig.json": tsconfig({ composite: true }),
      "one/one.flow.ts": GOOD,
      "two/tsconfig.json": tsconfig({ composite: true, plugins: [] }),
      "two/two.flow.ts": GOOD,
    });
    await flow.run(TSPC, "-b");
    const { code, lines } = await verdicts(flow);
    expect(code).toBe(1);
    expect(lines).toEqual(expect.arrayContaining(["+ 'one/tsconfig.json' names the plugin.", "+ The manifest of 1 module is fresh."]));
    expect(lines.filter((each) => each.startsWith("!"))).toEqual([
      expect.stringContaining("'two/tsconfig.json' does not name the plugin. Add {"),
      expect.stringContaining("No manifest stands beside 'two/out/two.flow.js'"),
    ]);
  });
});

describe("the entry in 'plugins'", () => {
  test.concurrent.each([
    [[], "! 'tsconfig.json' does not name the plugin. Add { \"name\": \"icosian\", \"transform\": \"icosian/transformer\", \"transformProgram\": true } to 'plugins' in its 'compilerOptions'."],
    [[{ ...PLUGINS[0], transformProgram: false }], "! The plugin's entry in 'tsconfig.json' is not complete. Let it be { \"name\": \"icosian\", \"transform\": \"icosian/transformer\", \"transformProgram\": true }."],
    [[{ name: "icosian" }], "! The plugin's entry in 'tsconfig.json' is not complete. Let it be { \"name\": \"icosian\", \"transform\": \"icosian/transformer\", \"transformProgram\": true }."],
    [[{ ...PLUGINS[0], transform: "icosian/transform" }], "! 'icosian/transform', which 'tsconfig.json' names as a plugin, is not found. Run 'npm install icosian'."],
  ])("%j", async (plugins, line) => {
    const { code, lines } = await verdicts(commandProject({ ...BUILT, "tsconfig.json": tsconfig({ plugins }) }));
    expect([code, lines.filter((each) => each.includes("tsconfig"))]).toEqual([1, [line]]);
  });

  test.concurrent("that is not complete is told of where no script says what compiles, and is enough for 'icosian tsc'", async () => {
    const flow = commandProject({ ...BUILT, "package.json": scripts("vite build"), "tsconfig.json": tsconfig({ plugins: [{ name: "icosian" }] }) });
    expect((await verdicts(flow)).lines).toContain(
      "- The plugin's entry in 'tsconfig.json' is not complete. Let it be { \"name\": \"icosian\", \"transform\": \"icosian/transformer\", \"transformProgram\": true }. 'icosian tsc' does without.",
    );
    flow.write({ "package.json": scripts("icosian tsc") });
    expect((await verdicts(flow)).lines).toContain("+ 'tsconfig.json' names the plugin.");
  });

  test.concurrent("of a tsconfig that this one extends counts", async () => {
    const flow = commandProject({ ...BUILT, "base.json": tsconfig(), "tsconfig.json": JSON.stringify({ extends: "./base.json", exclude: ["out", "node_modules"] }) });
    expect((await verdicts(flow)).lines).toContain("+ 'tsconfig.json' names the plugin.");
  });
});

describe("what package.json runs", () => {
  test.concurrent.each([
    ["tsc", "! The script 'build' runs 'tsc', which is not patched and ignores plugins in silence. Let it run 'icosian tsc', or 'tspc' of ts-patch."],
    ["rm -rf out && npx tsc -p tsconfig.json", "! The script 'build' runs 'tsc', which is not patched and ignores plugins in silence. Let it run 'icosian tsc', or 'tspc' of ts-patch."],
    ["node ./node_modules/typescript/lib/tsc.js", "! The script 'build' runs 'tsc', which is not patched and ignores plugins in silence. Let it run 'icosian tsc', or 'tspc' of ts-patch."],
    ["ttsc", "! The script 'build' runs 'ttsc', which is not for TypeScript 6.0.3. Let it run 'tspc' of ts-patch: 'npm install -D ts-patch@4.0.1'."],
    ["cross-env A=b ./node_modules/.bin/tspc --watch", "+ The script 'build' runs 'tspc'."],
    ["tsc -p elsewhere && tsc --init && echo tsc", "- No script of package.json runs a compiler on 'tsconfig.json'. 'npx icosian tsc' does so with the plugin."],
    ["tspc -b --verbose .", "+ The script 'build' runs 'tspc'."],
    ["tspc --build --force elsewhere", "- No script of package.json runs a compiler on 'tsconfig.json'. 'npx icosian tsc' does so with the plugin."],
    ["tspc -b -v", "+ The script 'build' runs 'tspc'."],
    ["tspc -b -d && tspc -v && tspc -b --clean", "- No script of package.json runs a compiler on 'tsconfig.json'. 'npx icosian tsc' does so with the plugin."],
    ["tspc -d", "+ The script 'build' runs 'tspc'."],
    ["npm exec -- tspc", "+ The script 'build' runs 'tspc'."],
    ["node --enable-source-maps node_modules/ts-patch/bin/tspc.js", "+ The script 'build' runs 'tspc'."],
    ["(cd . && npx --no-install tspc)", "+ The script 'build' runs 'tspc'."],
    ["npx rimraf dist/tsc && vite build", "- No script of package.json runs a compiler on 'tsconfig.json'. 'npx icosian tsc' does so with the plugin."],
    ["vite build", "- No script of package.json runs a compiler on 'tsconfig.json'. 'npx icosian tsc' does so with the plugin."],
  ])("%s", async (build, line) => {
    const { lines } = await verdicts(commandProject({ ...BUILT, "package.json": scripts(build) }));
    expect(lines[0]).toBe(line);
  });

  test.concurrent("a mere check through plain tsc, beside a build through the plugin, is not wrong", async () => {
    const { lines } = await verdicts(commandProject({ ...BUILT, "package.json": scripts("tspc", { types: "tsc --noEmit" }) }));
    expect(lines).toContain("- The script 'types' runs 'tsc' without output and without plugins: it does not check dataflows. 'icosian tsc' does.");
  });

  test.concurrent.each(["npm run tsc", "yarn tsc", "run-s clean tsc"])("'%s' is a script of its own, not a compiler", async (build) => {
    const { lines } = await verdicts(commandProject({ ...BUILT, "package.json": scripts(build, { tsc: "icosian tsc" }) }));
    expect(lines.filter((each) => each.includes("script"))).toEqual(["+ The script 'tsc' runs 'icosian tsc'."]);
  });

  test.concurrent("ts-patch is missing, or of another version", async () => {
    const flow = commandProject(BUILT, ["typescript", "icosian", "picomatch"]);
    expect((await verdicts(flow)).lines[0]).toBe("! The script 'build' runs 'tspc', and ts-patch is not installed. Run 'npm install -D ts-patch@4.0.1'.");
    flow.write({ "node_modules/ts-patch/package.json": JSON.stringify({ name: "ts-patch", version: "2.1.0" }) });
    expect((await verdicts(flow)).lines).toContain("! ts-patch 2.1.0 is not for TypeScript 6.0.3. Run 'npm install -D ts-patch@4.0.1'.");
  });
});

test.concurrent("errors are told of, and left to 'check'", async () => {
  const flow = commandProject({ ...BUILT, "flow.flow.ts": BAD });
  await flow.run(TSPC);
  expect(await verdicts(flow)).toMatchObject({ code: 0, lines: expect.arrayContaining(["- The project has an error: run 'npx icosian check' to see."]) as string[] });
});
