import { Builder } from "../../dist/runtime/index.js";
import type { SceneEdge, SceneNode } from "../../runtime/drawing/scene";
import { failure, flow } from "./module";

// What is drawn, not how: the scene that each method hands on.
const scenes: { nodes: SceneNode[]; edges: SceneEdge[] }[] = [];
const save = jest.fn();
const drawOptions: unknown[] = [];
jest.mock("../../dist/runtime/drawing/index.js", () => ({ draw: (scene: any, options: unknown) => (scenes.push(scene), drawOptions.push(options), { save }) }));
beforeEach(() => void ((scenes.length = 0), (drawOptions.length = 0), save.mockReset()));

const dr = new Builder()
  .withModules(
    flow({
      A: { needs: ["b", "c"], run: () => 1, more: { doc: "The sum.", deprecated: "" } },
      B: { needs: ["A", "signal!"], run: () => 1, async: true },
      C: { needs: ["A", "B", "k?"], run: () => 1 },
      D: { needs: ["label", "C"], run: () => 1, type: "string" },
      Z: { run: () => 1 },
    }),
  )
  .withConfig({ c: 5, region: "eu" })
  .build();

const shown = () => scenes[0]!.nodes.map(({ name }) => name).sort();
const edges = () => scenes[0]!.edges.map(({ from, to }) => `${scenes[0]!.nodes[from]!.name}${scenes[0]!.nodes[to]!.name}`).sort();
const marks = (mark: keyof SceneNode) => scenes[0]!.nodes.filter((node) => node[mark]).map(({ name }) => name).sort();

test("displayAllFunctions: all but config that nobody asks for", async () => {
  await dr.displayAllFunctions();
  expect(shown()).toEqual(["A", "B", "C", "D", "Z", "b", "c", "k", "label"]);
  expect(edges()).toEqual(["AB", "AC", "BC", "CD", "bA", "cA", "kC", "labelD"]);
  expect([marks("optional"), marks("async"), marks("deprecated"), marks("doc")]).toEqual([["k"], ["B"], ["A"], ["A"]]);
  expect(scenes[0]!.nodes.filter(({ kind }) => kind === "config").map(({ name }) => name)).toEqual(["c"]);
  expect(scenes[0]!.edges.filter(({ optional }) => optional)).toHaveLength(1);
  expect(save).not.toHaveBeenCalled();
});

test("blocks: what runs for whose items, and what passes one of them or all", async () => {
  const blocks = flow({ a: { parallel: true, run: () => [1] }, b: { needs: ["a"], parallel: true, run: () => [1] }, c: { needs: ["b", "a"], run: () => 1 }, d: { needs: ["c[]"], run: () => 1 }, e: { needs: ["d[]", "a[]"], run: () => 1 } });
  const cities = new Builder().withModules(blocks).build();
  await cities.displayAllFunctions();
  expect(scenes[0]!.nodes.map(({ name, blocks }) => [name, blocks])).toEqual([["a", undefined], ["b", ["a"]], ["c", ["a", "b"]], ["d", ["a"]], ["e", undefined]]);
  expect(scenes[0]!.edges.map(({ passes }) => passes)).toEqual(["each", "each", "each", "all", "all", "all"]);
  scenes.length = 0;
  await cities.visualizeExecution(["e"], undefined, { overrides: { d: 1 } });
  expect(scenes[0]!.nodes.map(({ name, blocks }) => [name, blocks])).toEqual([["d", undefined], ["a", undefined], ["e", undefined]]);
});

test("visualizeExecution: what runs, what is given, overridden, missing, requested", async () => {
  await dr.visualizeExecution(["C"], "dag.svg", { overrides: { B: 1 }, orient: "TB" });
  expect(shown()).toEqual(["A", "B", "C", "b", "c", "k"]);
  expect(edges()).toEqual(["AC", "BC", "bA", "cA", "kC"]);
  expect([marks("missing"), marks("overridden"), marks("requested")]).toEqual([["b"], ["B"], ["C"]]);
  expect(drawOptions).toEqual([{ orient: "TB" }]);
  expect(save).toHaveBeenCalledWith("dag.svg");
  scenes.length = 0;
  await dr.visualizeExecution(["A"], undefined, { inputs: { b: 1 } });
  expect([shown(), marks("missing")]).toEqual([["A", "b", "c"], []]);
  expect((await failure(() => dr.visualizeExecution(["Nope"]))).problems[0].code).toBe("unknown-final-var");
  expect((await failure(() => dr.visualizeExecution(["A"], undefined, { inputs: { nope: 1 } }))).problems[0].code).toBe("unknown-input");
});

test("upstream, downstream and paths", async () => {
  await dr.displayUpstreamOf(["B"]);
  expect(shown()).toEqual(["A", "B", "b", "c"]);
  scenes.length = 0;
  await dr.displayDownstreamOf(["B", "label"]);
  expect([shown(), edges()]).toEqual([["B", "C", "D", "label"], ["BC", "CD", "labelD"]]);
  scenes.length = 0;
  await dr.visualizePathBetween("A", "D");
  expect(shown()).toEqual(["A", "B", "C", "D"]);
  scenes.length = 0;
  await dr.visualizePathBetween("A", "Z");
  expect([shown(), edges()]).toEqual([["A", "Z"], []]);
  for (const act of [() => dr.displayUpstreamOf(["Nope"]), () => dr.displayDownstreamOf(["Nope"]), () => dr.visualizePathBetween("A", "Nope")]) {
    expect((await failure(act)).problems).toMatchObject([{ code: "unknown-variable", name: "Nope" }]);
  }
});
