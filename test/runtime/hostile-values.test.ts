import { Builder, IcosianError, input, type JsonSchema, type LifecycleAdapter } from "icosian";
import { z } from "zod";
import { failure, flow } from "./module";
import { refuseUnhandledRejections } from "./unhandled-rejections";

const boom = new Error("trap");
const trap = (): never => { throw boom; };
const trapping = () => new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap });
const revoked = (target: object = {}) => { const { proxy, revoke } = Proxy.revocable(target, {}); revoke(); return proxy; };
const deep = (leaf: object) => { let value = leaf; for (let depth = 0; depth < 10_000; depth++) value = { next: value }; return value; };
const cycle = (leaf: object) => Object.assign(leaf, { next: leaf });

const tree: JsonSchema = { $ref: "#/$defs/Tree", $defs: { Tree: { type: "object", properties: { next: { $ref: "#/$defs/Tree" }, name: { type: "string" } } } } };
const quiet = () => {};
const adapter: LifecycleAdapter = { beforeGraphExecution: quiet, beforeNodeExecution: quiet, aroundNodeExecution: (_, next) => next(), afterNodeExecution: quiet, afterGraphExecution: quiet };
const builder = (run: (x: unknown) => unknown = () => 1) => new Builder().withModules(flow({ n: { needs: ["x"], run } }, { x: tree }));
const METHODS = ["execute", "executeSync", "validateExecution"] as const;

refuseUnhandledRejections();

const fine: [string, unknown][] = [
  ["a cycle", cycle({ name: "x" })],
  ["depth 10,000", deep({ name: "x" })],
  ["10 MB", { name: "x".repeat(1e7) }],
  ["no prototype", Object.create(null)],
  ["a thenable that throws", { then: trap }],
  ["a then that cannot be read", { get then() { return trap(); } }],
];
const wrong: [string, unknown, string][] = [
  ["a cycle", cycle({ name: 5 }), "at 'x.name': expected string, got 5"],
  ["depth 10,000", deep({ name: 5 }), "expected string, got 5"],
  ["10 MB", "x".repeat(1e7), "expected object, got \"xxx"],
  ["a getter that throws", { get name() { return trap(); } }, "at 'x.name': expected a readable value"],
  ["a proxy that throws", trapping(), "expected a readable value"],
  ["a revoked proxy", revoked(), "expected a readable value"],
  ["a symbol", Symbol("x"), "expected object, got symbol"],
];

describe.each([["the loop", builder()], ["adapters", builder().withAdapters(adapter)]] as const)("with %s, an input", (_, made) => {
  const dr: Record<string, any> = made.build();
  test.each(fine)("that is fine: %s", async (_, x) => {
    for (const method of METHODS) expect(await dr[method]!(["n"], { inputs: { x } })).toEqual(method === "validateExecution" ? undefined : { n: 1 });
  });
  test.each(wrong)("that is wrong: %s", async (_, x, message) => {
    for (const method of METHODS) {
      const error = await failure(() => dr[method]!(["n"], { inputs: { x } }));
      expect(error.problems).toMatchObject([{ code: "wrong-type", name: "x", message: expect.stringContaining(message) }]);
    }
  });
});

test.each([...fine, ...wrong].map(([what, x]) => [what, x] as const))("a node that fails over %s is told so, and keeps it if asked to", async (_, x) => {
  for (const made of [builder(trap), builder(trap).withAdapters(adapter)]) {
    const error = await failure(() => made.build().execute(["n"], { inputs: { x }, captureInputs: true, validateInputs: false }));
    expect(error).toMatchObject({ code: "ICOSIAN_NODE_FAILED", cause: boom });
    expect(Object.is(error.inputs.x, x)).toBe(true);
  }
});

test.each<[string, object]>([["a proxy that throws", trapping()], ["a revoked proxy", revoked()], ["an object whose getter throws", { get x() { return trap(); }, get retry() { return trap(); } }]])("%s in place of arguments is told", async (_, odd) => {
  const dr: Record<string, any> = builder().build();
  for (const method of METHODS) {
    for (const [finals, options] of [[["n"], { inputs: odd }], [["n"], { overrides: odd }], [["n"], odd], [odd, {}], [[odd], {}]]) {
      const error = await failure(() => dr[method]!(finals, options));
      expect(error).toBeInstanceOf(IcosianError);
      expect(error.code).toBe("ICOSIAN_ARGUMENT");
    }
  }
});

test("inputs are taken as they are at the call, and read once", async () => {
  let reads = 0;
  const inputs = { get x() { return { name: `read ${++reads}` }; } };
  const given: Record<string, unknown> = { x: { name: "before" } };
  const dr = builder(async (x) => x).build();
  expect(await dr.execute(["n"], { inputs })).toEqual({ n: { name: "read 1" } });
  const running = dr.execute(["n"], { inputs: given, retry: 1 });
  given.x = "after";
  expect(await running).toEqual({ n: { name: "before" } });
});

test("a validator that throws over a value, or rejects, makes it a problem of the request", async () => {
  const validators = { throws: { "~standard": { version: 1, vendor: "own", validate: trap } }, rejects: { "~standard": { version: 1, vendor: "own", validate: () => Promise.reject(boom) } }, zod: z.object({ name: z.string() }) } as const;
  for (const [name, schema] of Object.entries(validators)) {
    const module = flow({ n: { needs: ["x"], run: () => 1 } });
    Object.assign(module, { x: input<any>({ schema: schema as never }) });
    Object.assign(module.$manifest().inputs[0]!, { export: "x" });
    const error = await failure(() => new Builder().withModules(module).build().execute(["n"], { inputs: { x: name === "zod" ? { get name() { return trap(); } } : 1 } }));
    expect(error.problems).toMatchObject([{ code: "invalid-input", name: "x", message: "Input 'x' cannot be validated: trap." }]);
  }
});
