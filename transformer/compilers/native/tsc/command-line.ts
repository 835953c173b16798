/** Transform the arguments of tsc Into what of them concerns the analysis. */
export interface CommandLine {
  readonly mode: "compile" | "build" | "neither";
  readonly watch: boolean;
  /** What `-p` or `-b` name. */
  readonly projects: readonly string[];
  readonly files: readonly string[];
  /** As a tsconfig spells them. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Those that take a value; all others are switches. */
const LISTS = ["lib", "types", "typeRoots", "rootDirs", "customConditions", "moduleSuffixes", "excludeDirectories", "excludeFiles"];
const NUMBERS = ["maxNodeModuleJsDepth", "checkers", "builders"];
const TEXTS = [
  "project", "target", "module", "jsx", "moduleResolution", "moduleDetection", "outDir", "outFile", "rootDir", "baseUrl", "declarationDir", "sourceRoot",
  "mapRoot", "tsBuildInfoFile", "jsxFactory", "jsxFragmentFactory", "jsxImportSource", "reactNamespace", "newLine", "ignoreDeprecations", "charset",
  "locale", "generateCpuProfile", "generateTrace", "watchFile", "watchDirectory", "fallbackPolling", "pprofDir",
];
const VALUED = new Map([...LISTS, ...NUMBERS, ...TEXTS].map((name) => [name.toLowerCase(), name]));
const SHORT: Readonly<Record<string, string>> = { p: "project", b: "build", w: "watch", h: "help", "?": "help", v: "version", d: "declaration", t: "target", m: "module", i: "incremental" };

/** Those that make tsc do something else than compile. */
const OTHERS = ["help", "all", "version", "init", "showConfig", "listFilesOnly", "clean", "dry", "lsp", "api"];
/** Those that are no compiler options. */
const OWN = new Set([...OTHERS, "project", "build", "watch", "locale", "force", "verbose", "stopBuildOnErrors", "builders", "checkers", "singleThreaded", "quiet", "pprofDir", "generateCpuProfile", "generateTrace", "watchFile", "watchDirectory", "fallbackPolling", "excludeDirectories", "excludeFiles", "preserveWatchOutput", "synchronousWatchDirectory"]);

export function parseCommandLine(args: readonly string[]): CommandLine {
  const given: Record<string, unknown> = {};
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const name = nameOf(args[at]!);
    if (name === undefined) rest.push(args[at]!);
    else if (VALUED.has(name.toLowerCase())) {
      const canonical = VALUED.get(name.toLowerCase())!;
      given[canonical] = valueOf(canonical, args[++at] ?? "");
    } else if (/^(?:true|false|null)$/.test(args[at + 1] ?? "")) given[name] = JSON.parse(args[++at]!);
    else given[name] = true;
  }
  const mode = OTHERS.some((name) => given[name]) || args.some((each) => each.startsWith("@")) ? "neither" : given["build"] ? "build" : "compile";
  const project = given["project"] as string | undefined;
  return {
    mode,
    watch: given["watch"] === true,
    projects: mode === "build" ? rest : project === undefined ? [] : [project],
    files: mode === "build" ? [] : rest,
    options: Object.fromEntries(Object.entries(given).filter(([name]) => !OWN.has(name))),
  };
}

function nameOf(argument: string): string | undefined {
  const name = /^--?(.+)$/.exec(argument)?.[1];
  return name === undefined ? undefined : (SHORT[name.toLowerCase()] ?? name);
}

function valueOf(name: string, text: string): unknown {
  if (text === "null") return null;
  if (LISTS.includes(name)) return text === "" ? [] : text.split(",").map((each) => each.trim());
  return NUMBERS.includes(name) ? Number(text) : text;
}
