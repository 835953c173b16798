/** A running compiler that opens projects, from the disk and from texts that are not on it. */
import type { NativeApi, NativeChecker, NativeProject, NativeSnapshot, SnapshotChanges } from "./api.js";
import type { LoadedApi } from "./load-api.js";

export interface Session extends LoadedApi {
  /** Files that are not on the disk. */
  readonly virtualFiles: Map<string, string>;
  /** Opens a project, as the disk and `virtualFiles` have it, but for the files whose text is given. */
  open(configFile: string, texts?: ReadonlyMap<string, string>): NativeProject;
  /** What is opened from now on is read from the disk again; what was open before is let go of then. */
  reset(): void;
  /** Asks the same of many: in one request, where the compiler takes several at once. */
  many<Name extends Request>(checker: NativeChecker, name: Name, lists: readonly Arguments<Name>[]): readonly Answer<Name>[];
  close(): void;
}

type Request = "getAliasedSymbol" | "getPropertyOfType" | "getSignaturesOfType" | "getReturnTypeOfSignature";
type Arguments<Name extends Request> = Readonly<Parameters<NativeChecker[Name]>>;
type Answer<Name extends Request> = ReturnType<NativeChecker[Name]>;

/** Answered by the compiler itself, where it has this operation. */
const LEFT_TO_THE_COMPILER = ["directoryExists", "getAccessibleEntries", "realpath", "stat", "writeFile", "removeFile"];

export function startSession(loaded: LoadedApi, cwd: string): Session {
  const { useOS } = loaded;
  const virtualFiles = new Map<string, string>();
  let texts: ReadonlyMap<string, string> = virtualFiles;
  const fs = {
    readFile: (file: string) => texts.get(file) ?? useOS,
    ...(useOS !== undefined && {
      ...Object.fromEntries(LEFT_TO_THE_COMPILER.map((name) => [name, useOS])),
      fileExists: (file: string) => (texts.has(file) ? true : useOS),
    }),
  };
  const connection = new (loaded.api as NativeApi).API({ cwd, fs });
  const projects = new Set<string>();
  let snapshots: readonly NativeSnapshot[] = [];
  /** The latest that has seen nothing but the disk and `virtualFiles`. */
  let plain: NativeSnapshot | undefined;
  let isStale = false;

  return { ...loaded, virtualFiles, open, many, reset, close };

  function open(configFile: string, given: ReadonlyMap<string, string> = new Map()): NativeProject {
    const changed = [...texts.keys(), ...given.keys()].filter((each) => !virtualFiles.has(each));
    texts = new Map([...virtualFiles, ...given]);
    const snapshot = connection.createSnapshot ? branch(connection.createSnapshot.bind(connection), configFile, [...given.keys()]) : next(configFile, changed);
    if (given.size === 0) plain = snapshot;
    if (isStale) for (const each of snapshots) each.dispose();
    snapshots = isStale ? [snapshot] : [...snapshots, snapshot];
    isStale = false;
    const project = snapshot.getProjects().find((each) => each.configFileName === configFile);
    if (!project) throw new Error(`TypeScript did not open ${configFile}.`);
    return project;
  }

  /** Since 7.1: what is only told goes into a snapshot beside, of which those that follow know nothing. */
  function branch(create: (changes: SnapshotChanges) => NativeSnapshot, configFile: string, given: readonly string[]): NativeSnapshot {
    if (!plain) return create({ openProjects: [configFile] });
    const fileNotifications = isStale ? ({ invalidateAll: true } as const) : { changed: given };
    return plain.update!({ openProjects: [configFile], fileNotifications, ensurePrograms: true });
  }

  /** Until 7.0: a project stays open from one snapshot to the next, and is told of changes; one that is not on the disk is closed. */
  function next(configFile: string, changed: readonly string[]): NativeSnapshot {
    const fileChanges = isStale ? ({ invalidateAll: true } as const) : { changed };
    const closeProjects = [...projects].filter((each) => each !== configFile && changed.includes(each));
    for (const each of closeProjects) projects.delete(each);
    const openProjects = projects.has(configFile) ? [] : [configFile];
    projects.add(configFile);
    return connection.updateSnapshot!({ openProjects, closeProjects, fileChanges });
  }

  /** Ended at once where it can be: one that loses its input first complains of it on the terminal. */
  function close(): void {
    const { child } = connection.client?.channel ?? {};
    if (child) child.kill("SIGKILL");
    else connection.close();
  }

  function reset(): void {
    isStale = true;
  }

  function many<Name extends Request>(checker: NativeChecker, name: Name, lists: readonly Arguments<Name>[]): readonly Answer<Name>[] {
    const request = checker[name] as unknown as Batchable<Answer<Name>>;
    if (!connection.batch || lists.length < 2) return lists.map((each) => request.apply(checker, [...each]));
    return connection.batch(...lists.map((each) => request.gen(...each))) as Answer<Name>[];
  }
}

/** `gen` makes what `batch` takes. */
interface Batchable<Result> {
  apply(checker: NativeChecker, args: readonly unknown[]): Result;
  gen(...args: readonly unknown[]): unknown;
}
