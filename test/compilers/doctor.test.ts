/** What the doctor says of patched compilers, and of patchers that are not for their compiler. */
import { ENTRIES, type Entry, projectFor, tsconfigFor } from "./entries";
import { NATIVE_ENTRIES } from "./native-entries";

const FLOW = "export const a = (): number => 1;\n";

function doctored(name: string, script: string, more: Readonly<Record<string, string>> = {}) {
  const entry: Entry = { ...[...ENTRIES, ...NATIVE_ENTRIES].find((each) => each.name === name)!, needsEntry: true };
  const project = projectFor(entry, { "flow.flow.ts": FLOW, "tsconfig.json": tsconfigFor(entry), "package.json": JSON.stringify({ scripts: { build: script } }), ...more });
  return { ...project, doctor: () => project.run(`${project.folder}/node_modules/icosian/dist/transformer/cli/main.js`, "doctor") };
}

test.concurrent.each([
  ["tsc patched by ts-patch 3.3.0, 5.9.3", "tsc", ["+ TypeScript 5.9.3.", "+ The script 'build' runs 'tsc', which ts-patch has patched.", "+ ts-patch 3.3.0 is for this TypeScript."]],
  ["tspc of ts-patch 3.3.0, 5.4.5", "tspc", ["+ TypeScript 5.4.5.", "+ The script 'build' runs 'tspc'.", "+ ts-patch 3.3.0 is for this TypeScript."]],
  [
    "ttsc of ttypescript 1.5.15 with our preload, 4.9.5",
    "node -r icosian/transformer/register node_modules/.bin/ttsc",
    ["+ TypeScript 4.9.5.", "+ The script 'build' runs 'ttsc'.", "+ ttypescript 1.5.15 is for this TypeScript."],
  ],
  [
    "ttsc of ttypescript 1.5.15, 4.9.5",
    "ttsc",
    [
      "+ TypeScript 4.9.5.",
      "- The script 'build' runs 'ttsc' without our preload: under '--incremental --noEmit' it would not load the plugin. 'node -r icosian/transformer/register node_modules/.bin/ttsc' always does.",
      "+ ttypescript 1.5.15 is for this TypeScript.",
    ],
  ],
])("%s: all is well after the build", async (name, script, lines) => {
  const project = doctored(name, script);
  expect(await project.compile()).toEqual({ code: 0, output: "" });
  const rest = ["+ 'tsconfig.json' names the plugin.", "+ The manifest of 1 module is fresh."];
  expect(await project.doctor()).toEqual({ code: 0, output: [...lines, ...rest].map((each) => `${each}\n`).join("") });
  project.remove();
});

test.concurrent.each([
  ["icosian tsc, 5.9.3", "tspc", "ts-patch", "4.0.1", "! ts-patch 4.0.1 is not for TypeScript 5.9.3. Run 'npm install -D ts-patch@3.3.0'."],
  ["icosian tsc, 4.9.5", "ttsc", "ttypescript", "2.5.2", "! ttypescript 2.5.2 is not for TypeScript 4.9.5. Run 'npm install -D ttypescript@1.5.15'."],
  ["icosian tsc, 4.9.5", "tspc", "ts-patch", "3.3.0", "! The script 'build' runs 'tspc', which is not for TypeScript 4.9.5. Let it run 'ttsc' of ttypescript: 'npm install -D ttypescript@1.5.15'."],
  ["icosian tsc, 6.0.3", "tspc", "ts-patch", "3.3.0", "+ ts-patch 3.3.0 is for this TypeScript."],
])("%s, '%s', %s %s: %s", async (name, script, patcher, version, line) => {
  const project = doctored(name, script);
  project.write({ [`node_modules/${patcher}`]: undefined });
  project.write({ [`node_modules/${patcher}/package.json`]: JSON.stringify({ name: patcher, version }) });
  const { output } = await project.doctor();
  expect(output.split("\n")).toContain(line);
  project.remove();
});

test.concurrent.each(["icosian tsc, 6.0.3", "icosian tsc, 7.0.2", "icosian tsc, 7.1.0-beta"])("%s: a reference to a project that is not there is named", async (name) => {
  const project = doctored(name, "icosian tsc -b");
  project.write({ "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./gone" }] }) });
  const { code, output } = await project.doctor();
  expect([code, output]).toEqual([2, expect.stringMatching(/^icosian: 'gone\/tsconfig\.json' cannot be read: .*gone\/tsconfig\.json'\. Run 'npx tsc --showConfig' to see what TypeScript makes of it\.\n$/)]);
  project.remove();
});
