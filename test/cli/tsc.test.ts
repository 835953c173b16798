/** `icosian tsc` beside plain tsc; its modes, on every compiler, are in `test/compilers`. */
import { TSC } from "../temporary-project";
import { BAD, commandProject, GOOD, PLUGINS, tsconfig } from "./command";

const bare = tsconfig({ plugins: [] });

test.concurrent.each(["--version", "--help", "--all", "--showConfig", "--init -p x", "--nonsense", "-p nowhere", "--listFilesOnly"])("what is not ours is tsc's own: %s", async (line) => {
  const args = line.split(" ");
  const flow = commandProject({ "tsconfig.json": bare, "flow.flow.ts": GOOD });
  expect(await flow.icosian("tsc", ...args)).toEqual(await flow.run(TSC, ...args));
});

test.concurrent("without an entry in the tsconfig the defaults hold, and with one its options", async () => {
  const flow = commandProject({ "tsconfig.json": bare, "flow.flow.ts": BAD, "other.ts": BAD });
  expect((await flow.icosian("tsc", "--noEmit", "--pretty", "false")).output).toMatch(/^flow\.flow\.ts\(2,19\): error TS72201: /);
  flow.write({ "base.json": tsconfig({ plugins: [{ ...PLUGINS[0], modules: ["other.ts"] }] }), "tsconfig.json": JSON.stringify({ extends: "./base.json", exclude: ["out", "node_modules"] }) });
  expect((await flow.icosian("tsc", "--noEmit", "--pretty", "false")).output).toMatch(/^other\.ts\(2,19\): error TS72201: /);
  expect((await flow.icosian("tsc", "flow.flow.ts", "--ignoreConfig", "--noEmit", "--pretty", "false")).output).toMatch(/^flow\.flow\.ts\(2,19\): error TS72201: /);
});

test.concurrent("in colour, with frames and a summary, as tsc's own errors are", async () => {
  const flow = commandProject({ "flow.flow.ts": BAD, "other.ts": "export const other: string = 1;\n" });
  const { code, output } = await flow.icosian("tsc", "--noEmit", "--pretty");
  expect(code).toBe(2);
  expect(output).toMatch(/\u001b\[96mflow\.flow\.ts\u001b\[0m:\u001b\[93m2\u001b\[0m:\u001b\[93m19\u001b\[0m - \u001b\[91merror\u001b\[0m\u001b\[90m TS72201: /);
  expect(output).toContain("Found 2 errors in 2 files.");
});

test.concurrent("what a plain 'tsc -b' has left is not taken for checked, nor the other way round", async () => {
  const flow = commandProject({ "tsconfig.json": tsconfig({ plugins: [], composite: true }), "flow.flow.ts": BAD });
  const steps = [await flow.run(TSC, "-b"), await flow.icosian("tsc", "-b"), await flow.icosian("tsc", "-b")];
  flow.write({ "flow.flow.ts": GOOD });
  steps.push(await flow.icosian("tsc", "-b"));
  expect(steps.map(({ code }) => code)).toEqual([0, 1, 1, 0]);
  expect(flow.read("out/flow.flow.js")).toContain("$manifest");
  await flow.run(TSC, "-b");
  expect(flow.read("out/flow.flow.js")).not.toContain("$manifest");
  await flow.icosian("tsc", "-b");
  expect(flow.read("out/flow.flow.js")).toContain("$manifest");
});

test.concurrent("what '--incremental' has found wrong, '-b' does not pass over", async () => {
  const flow = commandProject({ "tsconfig.json": tsconfig({ plugins: [], composite: true }), "flow.flow.ts": BAD });
  const steps = [await flow.icosian("tsc"), await flow.icosian("tsc"), await flow.icosian("tsc", "-b"), await flow.icosian("tsc", "-b")];
  flow.write({ "flow.flow.ts": GOOD });
  steps.push(await flow.icosian("tsc"), await flow.icosian("tsc", "-b"));
  expect(steps.map(({ code }) => code)).toEqual([2, 2, 1, 1, 0, 0]);
});

test.concurrent("a wrong option is told in every mode", async () => {
  const flow = commandProject({ "tsconfig.json": tsconfig({ plugins: [{ ...PLUGINS[0], modul: [] }] }), "flow.flow.ts": GOOD });
  const message = "error TS72003: The plugin 'icosian' has no option 'modul'. Its only option is 'modules'.\n";
  expect(await flow.icosian("tsc", "--pretty", "false")).toEqual({ code: 2, output: message });
  expect((await flow.icosian("tsc", "--incremental", "--pretty", "false")).output).toBe(message);
  expect(await flow.icosian("tsc", "-b", "--pretty", "false")).toEqual({ code: 1, output: message });
});
