/** Tools that drop types file by file run no plugin: the runtime names the case, before anything is run. */
import path from "node:path";
import { type CompilerProject, projectFor } from "./entries";

const FLOW = "export const a = (): number => 1;\nexport const b = (a: number): number => a;\n";
const RUN = `import { Builder } from "icosian";
import * as flow from "./flow.flow";
export const run = () => new Builder().withModules(flow).build();
run();
`;

const TOOLS: Readonly<Record<string, (project: CompilerProject) => ReturnType<CompilerProject["run"]>>> = {
  tsx: ({ folder, run }) => run(path.join(folder, "node_modules/tsx/dist/cli.mjs"), "run.ts"),
  esbuild: async ({ folder, run, write }) => {
    write({ "build.cjs": 'require("esbuild").buildSync({ entryPoints: ["run.ts"], outfile: "out.cjs", bundle: true, platform: "node", external: ["icosian"] });' });
    expect(await run(path.join(folder, "build.cjs"))).toEqual({ code: 0, output: "" });
    return run(path.join(folder, "out.cjs"));
  },
  swc: async ({ folder, run, write }) => {
    const options = '{ jsc: { parser: { syntax: "typescript" } }, module: { type: "commonjs" } }';
    write({ "build.cjs": `for (const name of ["run", "flow.flow"]) require("fs").writeFileSync(name + ".js", require("@swc/core").transformFileSync(name + ".ts", ${options}).code);` });
    expect(await run(path.join(folder, "build.cjs"))).toEqual({ code: 0, output: "" });
    return run(path.join(folder, "run.js"));
  },
};

test.each(Object.entries(TOOLS))("%s", async (name, run) => {
  const project = projectFor({ name, toolchain: "transpilers", command: ["tsx/dist/cli.mjs"], needsEntry: false }, { "flow.flow.ts": FLOW, "run.ts": RUN });
  try {
    const { code, output } = await run(project);
    expect(code).toBe(1);
    expect(output).toContain("ManifestMissingError: Module 1 of 'withModules' (with the exports 'a', 'b') has no manifest: the compiler plugin has not run over it.");
    expect(output).toMatch(/Tools that drop types file by file \(.*swc, esbuild, tsx\) do not run the plugin: give them what it has compiled\./);
  } finally {
    project.remove();
  }
});
