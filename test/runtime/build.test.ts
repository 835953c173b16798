import { Builder, CycleError, DuplicateNodeError, IncompatibleTypesError, ManifestError, ManifestMissingError } from "icosian";
import { failure, flow, moduleOf } from "./module";

const one = () => 1;
const build = (...modules: object[]) => new Builder().withModules(...modules).build();

test("a module without a manifest is named, with the line to add", async () => {
  const error = await failure(() => build(flow({ A: { run: one } }), { spend: one, signups: one, default: one }));
  expect(error).toBeInstanceOf(ManifestMissingError);
  expect(error.code).toBe("ICOSIAN_MANIFEST_MISSING");
  for (const part of ["Module 2", "'spend', 'signups'", `"transform": "icosian/transformer"`, `"modules"`, "isolatedModules"]) expect(error.message).toContain(part);
  expect((await failure(() => build({}))).message).toContain("with no exports");
  const dead = { get $manifest() { throw new ReferenceError("Cannot access '$manifest' before initialization"); } };
  expect((await failure(() => build(dead))).cause).toBeInstanceOf(ReferenceError);
});

test("a module that is mocked as a whole is told from one without a manifest", async () => {
  const error = await failure(() => build({ A: jest.fn(), $manifest: jest.fn() }));
  expect(error.code).toBe("ICOSIAN_MANIFEST_MOCKED");
  expect(error.message).toContain("'A'");
});

test.each<[string, unknown, string, string]>([
  ["a later version", { manifestVersion: 2, surprise: true }, "ICOSIAN_MANIFEST_VERSION", "version 2"],
  ["no version", { nodes: [] }, "ICOSIAN_MANIFEST_MALFORMED", "no 'manifestVersion'"],
  ["null", () => null, "ICOSIAN_MANIFEST_MALFORMED", "no 'manifestVersion'"],
  ["a function that throws", () => { throw new Error("no export"); }, "ICOSIAN_MANIFEST_MALFORMED", "a '$manifest' that throws"],
  ["a string", "x", "ICOSIAN_MANIFEST_MALFORMED", "no 'manifestVersion'"],
  ["no nodes", { manifestVersion: 1, module: "m", inputs: [] }, "ICOSIAN_MANIFEST_MALFORMED", "'nodes' is not an array"],
  ["a node that is none", { manifestVersion: 1, module: "m", nodes: [null], inputs: [] }, "ICOSIAN_MANIFEST_MALFORMED", "'nodes[0]' is not an object"],
  ["a dependency without a type", { manifestVersion: 1, module: "m", nodes: [{ name: "A", type: "x", dependencies: [{ name: "b" }] }], inputs: [] }, "ICOSIAN_MANIFEST_MALFORMED", "'nodes[0].dependencies[0].type'"],
  ["an unknown operation", { manifestVersion: 1, module: "m", nodes: [{ name: "A", type: "x", dependencies: [], compute: { op: "later" } }], inputs: [] }, "ICOSIAN_MANIFEST_MALFORMED", "'nodes[0].compute.op'"],
  ["an input without a name", { manifestVersion: 1, module: "m", nodes: [], inputs: [{}] }, "ICOSIAN_MANIFEST_MALFORMED", "'inputs[0].name'"],
])("a manifest with %s", async (_, $manifest, code, part) => {
  const error = await failure(() => build({ $manifest }));
  expect(error).toBeInstanceOf(ManifestError);
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(part)]);
});

test.each<[string, unknown, string]>([
  ["nothing", undefined, "argument 1 as a module, not undefined"],
  ["a promise", Promise.resolve({}), "Await it first."],
  ["a list", [], "Spread it"],
  ["a path", "./flow.js", "a string"],
  ["a function", one, "a function"],
])("withModules takes no %s", async (_, argument, part) => {
  const error = await failure(() => (new Builder() as any).withModules(argument));
  expect([error.code, error.message]).toEqual(["ICOSIAN_ARGUMENT", expect.stringContaining(part)]);
});

test("withConfig takes objects only", async () => {
  for (const argument of [undefined, null, 1, [], new Map()]) expect((await failure(() => (new Builder() as any).withConfig(argument))).code).toBe("ICOSIAN_ARGUMENT");
});

test("a manifest given as an object, an empty module, a dataflow of one node, and no modules at all", () => {
  const { $manifest, A } = flow({ A: { run: one } });
  expect(build({ $manifest: $manifest(), A }).executeSync(["A"])).toEqual({ A: 1 });
  expect(build(flow({})).listAvailableVariables()).toEqual([]);
  expect(new Builder().build().executeSync([])).toEqual({});
});

test("a manifest is read once from each $manifest function", () => {
  const module = flow({ A: { run: one } });
  const $manifest = jest.fn(module.$manifest);
  build({ ...module, $manifest });
  build({ ...module, $manifest });
  expect($manifest).toHaveBeenCalledTimes(1);
});

describe("one name in two modules", () => {
  const first = flow({ A: { run: one }, B: { needs: ["A"], run: (A) => A } }, {}, "first");
  const second = flow({ A: { run: () => 2 }, B: { run: () => 3 } }, {}, "second");

  test("is an error that tells all of them", async () => {
    const error = await failure(() => build(first, second));
    expect(error).toBeInstanceOf(DuplicateNodeError);
    expect(error.duplicates).toEqual([{ name: "A", modules: ["first", "second"] }, { name: "B", modules: ["first", "second"] }]);
    for (const part of ["'A'", "'B'", "'first'", "'second'", "allowModuleOverrides()"]) expect(error.message).toContain(part);
  });

  test("unless the later one may win", () => {
    const dr = (...modules: object[]) => new Builder().allowModuleOverrides().withModules(...modules).build();
    expect(dr(first, second).executeSync(["A", "B"])).toEqual({ A: 2, B: 3 });
    expect(dr(second, first).executeSync(["A", "B"])).toEqual({ A: 1, B: 1 });
    expect(dr(first, { ...first, A: () => 5 }).executeSync(["B"])).toEqual({ B: 5 });
  });

  test("is one node if it is one function: the module given twice, a copy of it, a barrel", async () => {
    const barrel = flow({ A: { run: first.A as () => number }, Z: { run: one } }, {}, "barrel");
    expect(build(first, first, { ...first }, barrel).executeSync(["B", "Z"])).toEqual({ B: 1, Z: 1 });
    expect((await failure(() => build(first, { ...first, A: one.bind(0) }))).code).toBe("ICOSIAN_DUPLICATE_NODE");
  });

  test("where the functions cannot be read yet, the hash of their source decides", async () => {
    const late = (name: string, version?: string) => {
      const module = flow({ A: { run: one, more: { ...(version && { version }) } } }, {}, name);
      return Object.defineProperty(module, "A", { get: () => { throw new ReferenceError("not yet"); } });
    };
    expect(() => build(late("a", "v1"), late("b", "v1"))).not.toThrow();
    expect((await failure(() => build(late("a", "v1"), late("b", "v2")))).code).toBe("ICOSIAN_DUPLICATE_NODE");
    expect((await failure(() => build(late("a"), late("b")))).code).toBe("ICOSIAN_DUPLICATE_NODE");
  });
});

test("build touches nothing of a module but $manifest", () => {
  const module = flow({ A: { run: one } });
  const watched = new Proxy(module, {
    get(target, key) {
      if (key !== "$manifest") throw new Error(`touched ${String(key)}`);
      return target.$manifest;
    },
  });
  expect(build(watched).listAvailableVariables()).toHaveLength(1);
});

test("a cycle through modules, once, with its path; long ones do not overflow", async () => {
  const error = await failure(() => build(flow({ X: { needs: ["a"], run: one }, a: { needs: ["b"], run: one } }), flow({ b: { needs: ["c"], run: one }, c: { needs: ["a"], run: one } })));
  expect(error).toBeInstanceOf(CycleError);
  expect(error.cycle).toEqual(["a", "b", "c", "a"]);
  expect(error.message).toContain("a -> b -> c -> a.");
  expect((await failure(() => build(flow({ a: { needs: ["a"], run: one } })))).cycle).toEqual(["a", "a"]);
  const ring = moduleOf(Array.from({ length: 100_000 }, (_, i) => [`n${i}`, { needs: [`n${(i + 1) % 100_000}`], run: one }]));
  expect((await failure(() => build(ring))).cycle).toHaveLength(100_001);
  // A config value in its place breaks a cycle.
  expect(new Builder().withModules(flow({ a: { needs: ["b"], run: (b) => b }, b: { needs: ["a"], run: one } })).withConfig({ b: 2 }).build().executeSync(["a"])).toEqual({ a: 2 });
});

describe("edges between modules", () => {
  const consumer = (schema: object) => flow({ C: { needs: ["P"], run: one } }, { P: schema }, "consumer");
  const producer = (schema?: object) => flow({ P: { run: one, type: "string", ...(schema && { schema }) } }, {}, "producer");

  test.each([
    [{ type: "string" }, { type: "number" }],
    [{ enum: ["a", 1] }, { anyOf: [{ type: "boolean" }, { type: "null" }] }],
    [{ $ref: "#/$defs/X", $defs: { X: { type: "object" } } }, { type: "array" }],
  ])("%j is apart from %j", async (given, asked) => {
    const error = await failure(() => build(producer(given), consumer(asked)));
    expect(error).toBeInstanceOf(IncompatibleTypesError);
    expect(error.edges).toEqual([{ name: "P", type: "string", consumer: "C", asked: "number" }]);
  });

  test.each([
    [{ type: "string" }, { anyOf: [{ type: "number" }, { type: "string" }] }],
    [{ type: "string" }, {}],
    [{ enum: ["a"] }, { enum: ["b", "a"] }],
    [{ $ref: "#/$defs/constructor", $defs: {} }, { type: "array" }],
    [{ $ref: "#/$defs/X", $defs: { X: { $ref: "#/$defs/X" } } }, { $ref: "#/$defs/Y" }],
    [undefined, { type: "array" }],
  ])("%j may be %j", (given, asked) => {
    expect(() => build(producer(given), consumer(asked))).not.toThrow();
  });

  test("that a later module or the config has cut are not judged", () => {
    const modules = [producer({ type: "string" }), consumer({ type: "number" })];
    expect(() => new Builder().allowModuleOverrides().withModules(...modules, flow({ C: { run: one } })).build()).not.toThrow();
    expect(() => new Builder().withModules(...modules).withConfig({ C: 1 }).build()).not.toThrow();
    expect(() => new Builder().withModules(...modules).withConfig({ P: 1 }).build()).not.toThrow();
  });

  test("an input that two modules ask for as different things", async () => {
    const other = flow({ D: { needs: ["P"], run: one } }, { P: { type: "string" } });
    expect((await failure(() => build(consumer({ type: "number" }), other))).code).toBe("ICOSIAN_INCOMPATIBLE_TYPES");
    expect(() => build(consumer({ type: "string" }), other)).not.toThrow();
  });
});

test("functions are read when they run: spies, and members that came late", () => {
  const module = flow({ A: { run: one }, B: { needs: ["A"], run: (A) => A + 1 } });
  const dr = build(module);
  expect(dr.executeSync(["B"])).toEqual({ B: 2 });
  const spy = jest.spyOn(module as any, "A").mockReturnValue(10);
  expect(dr.executeSync(["B"])).toEqual({ B: 11 });
  expect(spy).toHaveBeenCalledTimes(1);
  spy.mockRestore();
  expect(dr.executeSync(["B"])).toEqual({ B: 2 });
});
