/** The layout and the direction of imports are part of the design. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import { type Import, importsOf, linesOf, ROOT, sourceFiles } from "./imports";

const TRANSFORMER = sourceFiles("transformer");
const RUNTIME = sourceFiles("runtime");
const IMPORTS = [...TRANSFORMER, ...RUNTIME].flatMap(importsOf);

/** From below to above: a layer may import from itself and from those before it. */
const LAYERS = ["model", "diagnostics", "1-collect", "2-analyze", "3-emit", "index"] as const;

const show = ({ file, target }: Import): string => `${file} -> ${target}`;
const isIn = (folder: string) => (file: string): boolean => file.startsWith(`${folder}/`);

test("there is something to judge", () => {
  expect(TRANSFORMER.length).toBeGreaterThan(25);
  expect(RUNTIME.length).toBeGreaterThan(25);
  expect(IMPORTS.length).toBeGreaterThan(150);
  expect(importsOf("transformer/2-analyze/analyze.ts").map(({ target }) => target)).toContain("transformer/1-collect/modules.ts");
});

test("every relative import leads to a file", () => {
  const lost = IMPORTS.filter(({ target }) => target.startsWith("transformer/") || target.startsWith("runtime/") || target.startsWith(".."));
  expect(lost.filter(({ target }) => !fs.existsSync(path.join(ROOT, target))).map(show)).toEqual([]);
});

describe("transformer", () => {
  test("phases never look up", () => {
    const looksUp = ({ file, target }: Import): boolean => {
      const [from, to] = [layerOf(file), layerOf(target)];
      return from !== undefined && to !== undefined && to > from;
    };
    expect(IMPORTS.filter(looksUp).map(show)).toEqual([]);
  });

  test("the phases' own layers are all there", () => {
    expect([...new Set(TRANSFORMER.map(layerOf))].filter((each) => each !== undefined).sort()).toEqual(LAYERS.map((_, index) => index));
  });

  test("only compilers/ imports a compiler", () => {
    const compilers = IMPORTS.filter(({ target }) => /^(?:typescript|ts-patch|ttypescript|@typescript\/.*)(?:\/|$)/.test(target));
    expect(compilers.length).toBeGreaterThan(0);
    // The program hook's own signature is ts-patch's, in TypeScript's types.
    const allowed = ({ file, isTypeOnly }: Import): boolean => file.startsWith("transformer/compilers/") || (file === "transformer/index.ts" && isTypeOnly);
    expect(compilers.filter((each) => !allowed(each)).map(show)).toEqual([]);
    expect(compilers.filter(({ isTypeOnly, file }) => !isTypeOnly && !file.startsWith("transformer/cli/")).map(show)).toEqual([]);
  });

  test("3-emit asks no checker", () => {
    const asks = TRANSFORMER.filter(isIn("transformer/3-emit")).filter((file) => /\b(?:Types|Project|checker)\b/.test(fs.readFileSync(path.join(ROOT, file), "utf8")));
    expect(asks).toEqual([]);
  });

  test("takes from the runtime the manifest alone, and the cli its public index", () => {
    const taken = IMPORTS.filter(({ file, target }) => isIn("transformer")(file) && isIn("runtime")(target));
    expect(taken.length).toBeGreaterThan(0);
    const allowed = ({ file, target }: Import): boolean => target === "runtime/manifest.ts" || (isIn("transformer/cli")(file) && target === "runtime/index.ts");
    expect(taken.filter((each) => !allowed(each)).map(show)).toEqual([]);
  });

  test("needs no package but its declared ones", () => {
    const { dependencies, peerDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as Record<string, object>;
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    const foreign = IMPORTS.filter(({ file, target, isTypeOnly }) => isIn("transformer")(file) && isPackage(target) && !isTypeOnly && !target.startsWith("node:"));
    expect(foreign.map(({ target }) => target)).toContain("picomatch");
    expect(foreign.filter(({ target }) => !declared.some((name) => target === name || target.startsWith(`${name}/`))).map(show)).toEqual([]);
  });
});

describe("runtime", () => {
  test("takes nothing from the transformer", () => {
    expect(IMPORTS.filter(({ file, target }) => isIn("runtime")(file) && isIn("transformer")(target)).map(show)).toEqual([]);
  });

  test("operations and the options of node are named in declare/ alone, and in what reads manifests, tells plain calls from them, and refuses them", () => {
    const names = /"(?:field|alias|validate|gate|parameterize|extract|fillWith|pipe|when|whenNot|whenIn|whenNotIn|otherwise)"|\bcompute\.\w|\.(?:parameterize|extract|fillWith|pipe|whenNot|whenIn|whenNotIn|otherwise)\b/;
    const naming = RUNTIME.filter((file) => names.test(fs.readFileSync(path.join(ROOT, file), "utf8")));
    const allowed = (file: string): boolean => isIn("runtime/declare")(file) || ["runtime/beyond-core.ts", "runtime/explain/check-manifest.ts", "runtime/manifest.ts", "runtime/own-export.ts"].includes(file);
    expect(naming).toContain("runtime/declare/operation.ts");
    expect(naming.filter((file) => !allowed(file))).toEqual([]);
  });

  test("the core imports no package and no module of Node's", () => {
    const reached = reachedFrom("runtime/index.ts");
    expect(reached.length).toBeGreaterThan(100);
    expect(reached.filter(({ target }) => isPackage(target)).map(show)).toEqual([]);
  });

  test("what icosian/core loads imports no feature, but the registry that features fill", () => {
    const reached = reachedFrom("runtime/core.ts");
    const features = RUNTIME.filter((file) => file.endsWith("/feature.ts")).map((file) => path.dirname(file));
    expect(features.sort()).toEqual(["blocks", "declare", "explain", "govern", "large", "lifecycle", "questions", "schemas"].map((name) => `runtime/${name}`));
    expect(reached.length).toBeGreaterThan(50);
    expect(reached.map(({ target }) => target)).toContain("runtime/features.ts");
    expect(reached.filter(({ target }) => features.some((folder) => isIn(folder)(target))).map(show)).toEqual([]);
    expect(importsOf("runtime/every-feature.ts").map(({ target }) => path.dirname(target))).toEqual(features);
  });

  test("files are marked to have an effect if they fill a slot or load those which do, and no others", () => {
    const { sideEffects } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as { sideEffects: string[] };
    const filling = RUNTIME.filter((file) => /^features\.\w+ = /m.test(fs.readFileSync(path.join(ROOT, file), "utf8")));
    const loaded = [...filling, "runtime/every-feature.ts"];
    const loading = IMPORTS.filter(({ target, isTypeOnly }) => !isTypeOnly && loaded.includes(target)).map(({ file }) => file);
    const expected = [...new Set([...filling, ...loading])].map((file) => file.replace(/\.ts$/, ".js"));
    const marked = RUNTIME.map((file) => file.replace(/\.ts$/, ".js")).filter((file) => ["runtime", "esm"].every((build) => picomatch.isMatch(file.replace("runtime", `dist/${build}`), sideEffects)));
    expect(marked.sort()).toEqual(expected.sort());
  });
});

describe("files", () => {
  const files = [...TRANSFORMER, ...RUNTIME, ...sourceFiles("test").filter((file) => !/^test\/(?:fixtures|bench)\//.test(file))].filter((file) => !file.includes("node_modules"));
  const product = [...TRANSFORMER, ...RUNTIME];

  test("none is above 250 lines, but the catalogue", () => {
    expect(files.filter((file) => linesOf(file) > 250 && file !== "transformer/diagnostics/catalogue.ts").map((file) => `${file}: ${linesOf(file)}`)).toEqual([]);
  });

  test("half are below 90", () => {
    expect(product.filter((file) => linesOf(file) < 90).length).toBeGreaterThanOrEqual(product.length / 2);
  });

  test("names are in kebab-case, and say what is in them", () => {
    const names = [...new Set(files.flatMap((file) => file.split("/")))];
    expect(names.filter((name) => !/^(?:[1-3]-)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|flow|d))?(?:\.ts)?$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(?:utils?|helpers?|misc|common|shared)(?:\.ts)?$/.test(name))).toEqual([]);
  });

  test("nothing stands on the top level but what the design has there", () => {
    const allowed = ["package.json", "package-lock.json", "tsconfig.json", "transformer", "runtime", "test", "examples", "README.md", "CHANGELOG.md", "LICENSE"];
    const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
    const top = [...new Set(tracked.map((file) => file.split("/")[0]!))];
    expect(top.filter((name) => !name.startsWith(".") && !allowed.includes(name))).toEqual([]);
    expect(fs.readdirSync(path.join(ROOT, "transformer"), { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name)).toEqual([
      "1-collect",
      "2-analyze",
      "3-emit",
      "cli",
      "compilers",
      "diagnostics",
    ]);
  });
});

function layerOf(file: string): number | undefined {
  const [, first = ""] = file.split("/");
  const index = isIn("transformer")(file) ? LAYERS.indexOf(path.basename(first, ".ts") as (typeof LAYERS)[number]) : -1;
  return index === -1 ? undefined : index;
}

/** All that a file imports to run, and what that imports. */
function reachedFrom(start: string): Import[] {
  const files = new Set([start]);
  const reached: Import[] = [];
  for (const file of files) {
    for (const each of importsOf(file)) {
      if (!each.isStatic || each.isTypeOnly) continue;
      reached.push(each);
      if (!isPackage(each.target)) files.add(each.target);
    }
  }
  return reached;
}

function isPackage(target: string): boolean {
  return !/^(?:transformer|runtime|\.\.)\//.test(target);
}
