import { Builder, type LifecycleAdapter, ValidationError } from "icosian";
import { failure, flow, type NodeSketch } from "./module";

const throwing = () => { throw new Error("boom"); };
const sketches: Record<string, NodeSketch> = { a: { run: () => 1 }, b: { needs: ["a", "x?"], run: (a) => a + 1 }, c: { needs: ["b", "y"], named: true, run: ({ b, y }) => b + y } };
const builder = () => new Builder().withModules(flow(sketches));

describe("build", () => {
  test("is told before and after; what is found wrong with nodes and graph comes together", () => {
    const log: unknown[] = [];
    const watching: LifecycleAdapter = { beforeBuild: (event) => void log.push(event), afterBuild: ({ variables }) => void log.push(variables.map(({ name }) => name)) };
    builder().withConfig({ x: 5 }).withAdapters(watching).build();
    expect(log).toEqual([{ modules: ["flow"], config: { x: 5 } }, ["a", "b", "c", "x", "y"]]);

    class Documented implements LifecycleAdapter {
      validateNode({ name, doc }: { name: string; doc?: string }) {
        return doc === undefined && name !== "b" ? ["It has no doc.", `Write one for ${name}.`] : undefined;
      }
    }
    const small: LifecycleAdapter = { name: "small", validateGraph: (variables) => (variables.length > 4 ? "It is too large." : undefined) };
    let error: any;
    try {
      builder().withAdapters(new Documented(), small, watching).build();
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ code: "ICOSIAN_VALIDATION" });
    expect(error.findings).toEqual([
      { adapter: "Documented", node: "a", message: "It has no doc." },
      { adapter: "Documented", node: "a", message: "Write one for a." },
      { adapter: "Documented", node: "c", message: "It has no doc." },
      { adapter: "Documented", node: "c", message: "Write one for c." },
      { adapter: "small", message: "It is too large." },
    ]);
    expect(error.message).toContain("The dataflow has 5 problems:\n  - Node 'a': It has no doc.");
    expect(log).toHaveLength(3);
  });

  test.each<[string, object, string]>([
    ["throws", { validateNode: throwing }, "Adapter 'adapter 1' fails in 'validateNode' of node 'a': boom."],
    ["throws before", { name: "x", beforeBuild: throwing }, "Adapter 'x' fails in 'beforeBuild': boom."],
    ["is async", { afterBuild: async () => {} }, "returns a promise from 'afterBuild', which 'build' cannot wait for"],
    ["gives no sentence", { validateGraph: () => false }, "returns a boolean from 'validateGraph', which returns what is wrong as a string or several, or nothing"],
  ])("an adapter that %s", async (_, adapter, message) => {
    expect(await failure(() => builder().withAdapters(adapter).build())).toMatchObject({ code: "ICOSIAN_ADAPTER_FAILED", message: expect.stringContaining(message) });
  });

  test.each<[string, unknown[], string]>([
    ["a function", [() => {}], "argument 1 is a function. Call it first, or make an instance of it."],
    ["a list", [[]], "argument 1 is an array. Spread it: withAdapters(...adapters)."],
    ["nothing", [{ afterBuild() {} }, undefined], "argument 2 is undefined."],
    ["an odd member", [{ beforeBuild: 5 }], "argument 1 has a number as 'beforeBuild', which is a method."],
    ["a misspelt method", [{ beforeNodeExecutoin: () => {} }], "has no method of an adapter, but 'beforeNodeExecutoin'. Did you mean 'beforeNodeExecution'?"],
    ["no method", [{ name: "x" }], "has no method of an adapter: 'beforeBuild', "],
    ["two that make the result", [{ name: "x", buildResult() {} }, { buildResult() {} }], "Only one adapter can make the result, and 'x', 'adapter 2' have 'buildResult'."],
  ])("withAdapters refuses %s", async (_, adapters, message) => {
    expect(await failure(() => builder().withAdapters(...(adapters as LifecycleAdapter[])))).toMatchObject({ code: "ICOSIAN_ARGUMENT", method: "withAdapters", message: expect.stringContaining(message) });
  });
});
