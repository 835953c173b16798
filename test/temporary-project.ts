/** A project on the disk, below the system's folder for temporary files, and real processes in it. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const MODULES = path.join(__dirname, "../node_modules");
export const TSPC = path.join(MODULES, "ts-patch/bin/tspc.js");
export const TSC = path.join(MODULES, "typescript/bin/tsc");

export interface Run {
  readonly code: number;
  readonly output: string;
}

export interface TemporaryProject {
  readonly folder: string;
  /** Writes files by their path; `undefined` deletes. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  read(file: string): string;
  /** All files but those of node_modules, by path, in order. */
  files(): string[];
  /** Runs a script of Node to its end. */
  run(script: string, ...args: string[]): Promise<Run>;
  /** Starts one, to be stopped by `remove` at the latest. */
  start(script: string, ...args: string[]): ChildProcess;
  remove(): void;
}

/** `packages` are those that its own node_modules has; without them it shares the repository's. */
export function temporaryProject(files: Readonly<Record<string, string>>, packages?: readonly string[]): TemporaryProject {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "icosian-")));
  const modules = path.join(folder, "node_modules");
  const children: ChildProcess[] = [];
  if (packages) for (const name of packages) link(path.join(MODULES, name), path.join(modules, name));
  else link(MODULES, modules);
  write(files);
  return { folder, write, read, files: list, run, start, remove };

  function write(changes: Readonly<Record<string, string | undefined>>): void {
    for (const [name, text] of Object.entries(changes)) {
      const file = path.join(folder, name);
      if (text === undefined) fs.rmSync(file, { force: true });
      else {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
      }
    }
  }

  function read(file: string): string {
    return fs.readFileSync(path.join(folder, file), "utf8");
  }

  function list(): string[] {
    const found: string[] = [];
    const open = [folder];
    // Not by `recursive`: it may follow links, and node_modules has one to what holds it.
    for (let parent = open.pop(); parent; parent = open.pop()) {
      for (const entry of fs.readdirSync(parent, { withFileTypes: true })) {
        const file = path.join(parent, entry.name);
        if (entry.isDirectory() && entry.name !== "node_modules") open.push(file);
        else if (entry.isFile()) found.push(path.relative(folder, file));
      }
    }
    return found.sort();
  }

  function run(script: string, ...args: string[]): Promise<Run> {
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...args], { cwd: folder, encoding: "utf8" }, (_, stdout, stderr) => {
        // Where many start at once on a busy machine, ts-patch does not wait long for its own lock.
        if (stderr.includes("Could not acquire lock to write file")) resolve(run(script, ...args));
        else resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
      });
    });
  }

  function start(script: string, ...args: string[]): ChildProcess {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder });
    children.push(child);
    return child;
  }

  function remove(): void {
    for (const child of children) child.kill("SIGKILL");
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function link(target: string, at: string): void {
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.symlinkSync(fs.realpathSync(target), at);
}
