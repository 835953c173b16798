import { execFileSync } from "node:child_process";

/** The value of an expression over a compiled example's driver `dr`, through JSON; a Map becomes an object. */
export function inExample<T = Record<string, unknown>>(example: string, modules: readonly string[], expression: string, config = {}): T {
  const script = `
    import { Builder } from "icosian";
    ${modules.map((module, position) => `import * as flow${position} from "./dist/${module}";`).join("\n")}
    const dr = new Builder().withModules(${modules.map((_, position) => `flow${position}`).join(", ")}).withConfig(${JSON.stringify(config)}).build();
    console.log(JSON.stringify(${expression}, (key, value) => (value instanceof Map ? Object.fromEntries(value) : value)));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: example, encoding: "utf8", maxBuffer: 2 ** 26 }));
}
