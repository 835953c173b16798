import Ajv2020 from "ajv/dist/2020";
import { Builder, type JsonSchema } from "icosian";
import fc from "fast-check";
import { failure, flow } from "./module";

/** What our interpreter says of a value, by the public door. */
async function problems(schema: JsonSchema, value: unknown): Promise<any[]> {
  const dr = new Builder().withModules(flow({ N: { needs: ["v"], run: () => 1 } }, { v: schema })).build();
  const error = await dr.execute(["N"], { inputs: { v: value } }).then(
    () => undefined,
    (reason) => reason,
  );
  if (error !== undefined && error.code !== "ICOSIAN_REQUEST") throw error;
  return error?.problems ?? [];
}

const told = async (schema: JsonSchema, value: unknown) => (await problems(schema, value)).map(({ path, expected, got }) => `${path}: ${expected}, not ${got}`);

describe("agrees with ajv", () => {
  const names = fc.constantFrom("a", "b", "kind", "constructor", "toString", "hasOwnProperty");
  const scalar = fc.constantFrom<any>("", "x", "y", 0, 1, -1.5, NaN, true, false, null);
  const literal = fc.constantFrom<any>("x", "y", 0, 1, true, null);
  const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.record({ type: fc.constantFrom<any>("string", "number", "boolean", "null", "array", "object") }),
      fc.record({ enum: fc.uniqueArray(literal, { minLength: 1 }) }),
      fc.constant({}),
      fc.record({ $ref: fc.constantFrom("#/$defs/One", "#/$defs/Two") }),
      fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant("array" as const), items: tie("schema") }),
      fc
        .tuple(fc.array(tie("schema"), { minLength: 1, maxLength: 3 }), fc.option(tie("schema")), fc.nat(3))
        .map(([prefixItems, items, minItems]): JsonSchema => ({ type: "array", prefixItems, items: items ?? false, minItems: Math.min(minItems, prefixItems.length) })),
      fc
        .record({ properties: fc.dictionary(names, tie("schema"), { maxKeys: 3, noNullPrototype: true }), more: fc.option(tie("schema")), take: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) })
        .map(({ properties, more, take }): JsonSchema => ({
          type: "object",
          properties,
          required: Object.keys(properties).filter((_, index) => take[index]),
          ...(more && { additionalProperties: more }),
        })),
    ),
  }));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: "medium" },
      scalar,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(names, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  /** A value that fits the schema unless a definition leads too deep: half of the draws should be accepted. */
  const fitting = (root: JsonSchema, schema: JsonSchema, fuel: number): fc.Arbitrary<unknown> => {
    if (fuel === 0) return scalar;
    if (schema.$ref) return fitting(root, root.$defs![schema.$ref.slice(8)]!, fuel - 1);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((branch) => fitting(root, branch, fuel - 1)));
    if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => fitting(root, item, fuel - 1)));
    if (schema.items) return fc.array(fitting(root, schema.items, fuel - 1), { maxLength: 3 });
    if (schema.properties) {
      return fc.record(Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, fitting(root, inner, fuel - 1)])), {
        requiredKeys: schema.required as never[],
        noNullPrototype: true,
      });
    }
    const byType: Record<string, fc.Arbitrary<unknown>> = { string: fc.constant("x"), number: fc.constant(1), boolean: fc.boolean(), null: fc.constant(null), array: fc.constant([]), object: fc.constant({}) };
    return byType[schema.type!] ?? value;
  };
  const cases = fc
    .tuple(schema, schema, schema)
    // A definition that is nothing but a reference or a choice could go round in circles: ajv never ends there.
    .map(([root, one, two]): JsonSchema => ({ ...root, $defs: { One: { type: "object", properties: { a: one, b: two } }, Two: { type: "array", items: one } } }))
    .chain((root) => fc.tuple(fc.constant(root), fc.oneof(value, fitting(root, root, 6))));

  test("on drawn schemas and values", async () => {
    const answers = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ([schema, value]) => {
        const ajv = new Ajv2020({ strict: false, strictNumbers: false, ownProperties: true, validateSchema: false, logger: false });
        const accepted = ajv.validate(schema, value);
        answers[`${accepted}`]++;
        expect((await problems(schema, value)).length === 0).toBe(accepted);
      }),
      { numRuns: 800 },
    );
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(100);
  });
});

test("names the place, what is expected and what is there", async () => {
  const row: JsonSchema = { type: "object", properties: { name: { type: "string" }, "odd key": { type: "number" }, size: { enum: ["S", "M"] } }, required: ["name"] };
  const rows: JsonSchema = { type: "array", items: row };
  expect(await told(rows, [{ name: "a" }, {}, { name: 1, "odd key": "x", size: "L" }, null])).toEqual([
    "v[1].name: string, not nothing",
    "v[2].name: string, not 1",
    'v[2]["odd key"]: number, not "x"',
    'v[2].size: "S" | "M", not "L"',
    "v[3]: object, not null",
  ]);
  expect(await told({ prefixItems: [{ type: "number" }, { type: "string" }], items: false, minItems: 1, type: "array" }, [1, "a", 2])).toEqual(["v: at most 2 elements, not 3"]);
  expect(await told({ type: "array", minItems: 2 }, [1])).toEqual(["v: at least 2 elements, not 1"]);
  expect(await told({ type: "array", items: { type: "number" } }, Array(1000).fill("x"))).toHaveLength(5);
  expect(await told({ type: "object", additionalProperties: { type: "number" } }, { a: 1, b: "x" })).toEqual(['v.b: number, not "x"']);
});

test("explains the branch of a union that is closest, or lists them", async () => {
  const shape: JsonSchema = {
    anyOf: [
      { type: "object", properties: { kind: { enum: ["circle"] }, radius: { type: "number" } }, required: ["kind", "radius"] },
      { type: "object", properties: { kind: { enum: ["box"] }, width: { type: "number" }, height: { type: "number" } }, required: ["kind", "width", "height"] },
      { type: "null" },
    ],
  };
  expect(await told(shape, { kind: "box", width: 1, height: "2" })).toEqual(['v.height: number, not "2"']);
  expect(await told(shape, { kind: "circle" })).toEqual(["v.radius: number, not nothing"]);
  expect(await told(shape, 5)).toEqual(["v: object or null, not 5"]);
  expect(await told({ anyOf: [{ type: "string" }, { enum: [1, 2] }] }, 3)).toEqual(["v: string or 1 | 2, not 3"]);
  expect(await told({ anyOf: [{ type: "number" }, { type: "array", items: { type: "number" } }] }, [1, "2"])).toEqual(['v[1]: number, not "2"']);
});

const list: JsonSchema = {
  $ref: "#/$defs/List",
  $defs: { List: { anyOf: [{ type: "null" }, { type: "object", properties: { value: { type: "number" }, next: { $ref: "#/$defs/List" } }, required: ["value", "next"] }] } },
};
const plainList: JsonSchema = { $ref: "#/$defs/List", $defs: { List: { type: "object", properties: { value: { type: "number" }, next: { $ref: "#/$defs/List" } }, required: ["value"] } } };

test.each([["with a union at each level", list], ["without", plainList]])("deep and cyclic data, %s", async (_, schema) => {
  const deep = (last: unknown, end: unknown = schema === list ? null : undefined) => {
    let node: any = { value: last, next: end };
    for (let depth = 0; depth < 10_000; depth++) node = { value: depth, next: node };
    return node;
  };
  expect(await problems(schema, deep(1))).toEqual([]);
  const [problem] = await problems(schema, deep("x"));
  expect(problem.path.length).toBeGreaterThan(schema === list ? 0 : 40_000);
  const cycle: any = { value: 1 };
  cycle.next = { value: 2, next: cycle };
  expect(await problems(schema, cycle)).toEqual([]);
  cycle.next.value = "2";
  expect((await problems(schema, cycle)).length).toBeGreaterThan(0);
});

test.each([[(next: object, own: object) => ({ ...next, ...own })], [(next: object, own: object) => ({ ...own, ...next })]])("nested unions are not tried over and over", async (join) => {
  const node = (own: string): JsonSchema => ({ type: "object", properties: join({ next: { $ref: "#/$defs/T" } }, { [own]: { $ref: "#/$defs/Last" } }) as any, required: ["next"] });
  const schema: JsonSchema = { $ref: "#/$defs/T", $defs: { T: { anyOf: [node("a"), node("b"), { type: "null" }] }, Last: { anyOf: [{ type: "object", properties: { z: { type: "string" } } }] } } };
  let value: any = null;
  for (let depth = 0; depth < 40; depth++) value = { next: value, a: { z: 5 }, b: { z: "fits" } };
  expect(await problems(schema, value)).toEqual([]);
  for (let depth = 0; depth < 40; depth++) value = { next: value, a: { z: 5 }, b: { z: depth === 20 ? 6 : "fits" } };
  expect(await problems(schema, value)).not.toEqual([]);
});

test("what a refuted branch assumed is forgotten", async () => {
  // The first branch looks at the cycle, assumes it fits, and is then refuted by `tag`.
  const schema: JsonSchema = {
    anyOf: [
      { type: "object", properties: { self: { $ref: "#/$defs/N" }, tag: { type: "number" } }, required: ["self", "tag"] },
      { type: "object", properties: { self: { $ref: "#/$defs/N" } }, required: ["self"] },
    ],
    $defs: { N: { type: "object", properties: { n: { anyOf: [{ type: "object", properties: { ok: { type: "number" } }, required: ["ok"] }] } }, required: ["n"] } },
  };
  expect(await problems(schema, { self: { n: { ok: "no" } }, tag: "x" })).not.toEqual([]);
  expect(await problems(schema, { self: { n: { ok: 1 } }, tag: "x" })).toEqual([]);
});

test("values that resist", async () => {
  const object: JsonSchema = { type: "object", properties: { a: { type: "number" }, b: { type: "number" } }, required: ["a"] };
  const bad = { get a(): number { throw new Error("no"); }, b: "x" };
  expect((await told(object, bad))[0]).toContain("a readable value");
  const proxy = new Proxy({}, { get: () => { throw new Error("no"); }, ownKeys: () => { throw new Error("no"); }, getOwnPropertyDescriptor: () => { throw new Error("no"); } });
  expect((await told(object, proxy)).length).toBeGreaterThan(0);
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  expect((await told(object, revoked)).length).toBeGreaterThan(0);
  expect((await told({ anyOf: [{ type: "number" }, object] }, revoked)).length).toBeGreaterThan(0);
});

test("presence: by value, inherited from a class, never from Object.prototype", async () => {
  class Row {
    get name() {
      return "x";
    }
  }
  const has = (name: string): JsonSchema => ({ type: "object", properties: JSON.parse(`{"${name}":{}}`), required: [name] });
  expect(await problems(has("name"), new Row())).toEqual([]);
  expect(await problems(has("name"), { name: undefined })).toHaveLength(1);
  for (const name of ["constructor", "toString", "hasOwnProperty", "__proto__"]) {
    expect([name, await told(has(name), {})]).toEqual([name, [`v.${name}: another value, not nothing`]]);
    expect(await problems(has(name), JSON.parse(`{"${name}":1}`))).toEqual([]);
    expect(await problems({ type: "object", properties: JSON.parse(`{"${name}":{"type":"string"}}`) }, {})).toEqual([]);
    expect(await problems({ type: "object", properties: JSON.parse(`{"${name}":{"type":"string"}}`) }, JSON.parse(`{"${name}":1}`))).toHaveLength(1);
  }
  expect(await problems({ type: "object", additionalProperties: { type: "number" } }, { a: undefined, b: 1 })).toEqual([]);
  expect(await problems({ type: "object" }, new Map())).toEqual([]);
  expect(await problems({ type: "object" }, [])).toHaveLength(1);
  expect(await problems({ type: "object" }, () => 1)).toHaveLength(1);
  expect(await problems({ type: "number" }, Infinity)).toEqual([]);
  expect(await problems({ type: "number" }, 1n)).toHaveLength(1);
  expect(await problems({ type: "array", prefixItems: [{ type: "number" }, { type: "string" }], minItems: 1 }, [1, undefined])).toEqual([]);
  expect(await problems({ type: "array", prefixItems: [{ type: "number" }], minItems: 1 }, [undefined])).toHaveLength(1);
});

test("what several modules ask alike is told once", async () => {
  const asks = (node: string, v: JsonSchema) => flow({ [node]: { needs: ["v"], run: () => 1 } }, { v }, node);
  const told = async (...modules: object[]) => (await failure(() => new Builder<any>().withModules(...modules).build().execute(["a", "b"], { inputs: { v: true } }))).problems.map(({ expected }: { expected: string }) => expected);
  expect(await told(asks("a", { type: "number" }), asks("b", { type: "number" }))).toEqual(["number"]);
  expect(await told(asks("a", { type: "number" }), asks("b", { enum: [1, 2] }))).toEqual(["number", "1 | 2"]);
});

test("config is held against the schema of its input when it is built", async () => {
  const builder = new Builder().withModules(flow({ N: { needs: ["v"], run: (v) => v } }, { v: { type: "number" } }));
  expect((await failure(() => builder.withConfig({ v: "1" }).build())).code).toBe("ICOSIAN_CONFIG");
  expect(builder.withConfig({ v: 1, N: "anything" }).build().executeSync(["N"])).toEqual({ N: "anything" });
  expect(builder.withConfig({ v: undefined }).build().executeSync(["N"], { inputs: { v: 2 as never } })).toEqual({ N: 2 });
});
