import { spawnSync } from "node:child_process";

/** Runs a script in a fresh process and reads the last line of JSON that it has printed when it ends or its time is up; `{ failed }` says what else came of it. */
export function inChild(script, args, { timeout = 20_000, execArgv = [], cwd } = {}) {
  const child = spawnSync(process.execPath, [...execArgv, script, ...args], { cwd, timeout, killSignal: "SIGKILL", encoding: "utf8", maxBuffer: 1 << 28 });
  const lastLine = child.stdout.slice(0, child.stdout.lastIndexOf("\n")).split("\n").at(-1);
  if (lastLine.startsWith("{")) return JSON.parse(lastLine);
  if (child.error?.code === "ETIMEDOUT") return { failed: `>${timeout / 1000} s` };
  return { failed: /call stack|stack overflow/i.test(child.stderr) || child.signal === "SIGSEGV" ? "SO" : (child.stderr.trim().split("\n").at(-1) ?? "no result") };
}
