import fc from "fast-check";
import { draw } from "../../dist/runtime/drawing/index.js";
import { readPicture } from "./picture";
import { anyOptions, anyScene, blocks, everyKind, hello, localScene, sceneOf } from "./scenes";

const nameOf = (node: { texts: readonly { text: string }[] }): string => node.texts[0]!.text;

test("the same scene gives the same bytes", () => {
  fc.assert(fc.property(anyScene, anyOptions, (scene, options) => {
    const [one, two] = [draw(scene, options), draw(structuredClone(scene), options)];
    expect([two.svg, two.mermaid, two.dot]).toEqual([one.svg, one.mermaid, one.dot]);
  }), { numRuns: 25 });
  expect(draw(localScene(200)).svg).toBe(draw(localScene(200)).svg);
  expect(draw(hello, { theme: "dark" }).svg).not.toBe(draw(hello).svg);
});

test("names of Object's own members are names like any other", () => {
  draw(sceneOf({ ["__proto__"]: {}, constructor: { needs: ["__proto__"] }, toString: { needs: ["constructor"] }, valueOf: {} })).svg;
  draw({ nodes: [{ name: "__proto__", type: "T", kind: "function" }, { name: "hasOwnProperty", type: "T", kind: "function" }], edges: [{ from: 0, to: 1 }] }).svg;
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["points"]).toBeUndefined();
});

test("each kind and state looks different without its colour", () => {
  const svg = draw(everyKind, { deduplicateInputs: true }).svg;
  const { nodes, links } = readPicture(svg);
  const signatures = nodes.filter((node) => !["rows", "old_score"].includes(nameOf(node))).map(({ id, border, area }) => {
    const [, group] = new RegExp(`data-id="${id}">(.*?)</g>`, "s").exec(svg)!;
    const commands = [...group!.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!.replace(/[^A-Z]/g, ""));
    const round = border["d"]!.match(/A(\d+)/)?.[1];
    return JSON.stringify([commands, round, border["stroke-dasharray"], border["stroke-width"], area.bottom - area.top > 40]);
  });
  expect(new Set(signatures).size).toBe(signatures.length);
  expect(links.map((link) => link.dashed)).toEqual(everyKind.edges.map((edge) => edge.optional === true));
  expect(svg.match(/text-decoration="line-through"[^>]*>old_score/)).not.toBeNull();
});

test("the legend explains exactly what occurs", () => {
  expect(readPicture(draw(hello).svg).legend).toEqual(["function"]);
  expect(readPicture(draw(everyKind).svg).legend).toEqual(["function", "async", "input", "config", "optional", "requested", "overridden", "missing", "deprecated", "optional dependency"]);
  expect(readPicture(draw(everyKind, { hideInputs: true }).svg).legend).toEqual(["function", "async", "config", "requested", "overridden", "deprecated"]);
  expect(readPicture(draw(everyKind, { showLegend: false }).svg).legend).toEqual([]);
});

test("blocks: a stack for what runs for each item, other ends for the links that an item or all of them pass", () => {
  for (const orient of ["LR", "TB"] as const) {
    const svg = draw(blocks, { orient }).svg;
    const { nodes, links, legend, description } = readPicture(svg);
    expect(nodes.filter(({ classes }) => classes.includes("each")).map(nameOf)).toEqual(["flights", "carrier", "delay", "worst"]);
    const strokes = links.map(({ classes, from, to }) => [classes.slice(1).join(), new RegExp(`data-from="${from}" data-to="${to}">(.*?)</g>`).exec(svg)![1]!.match(/<path/g)!.length]);
    expect(strokes).toEqual([["", 2], ["each-item", 3], ["", 2], ["each-item", 3], ["", 2], ["all-items", 3], ["all-items", 3], ["all-items", 3]]);
    expect(legend).toEqual(["function", "async", "runs for each item", "requested", "each item", "all items, collected"]);
    expect(description).toContain("For each item: flights, carrier, delay and worst.");
  }
});

test("inputs stand beside each consumer, once each, or not at all", () => {
  const scene = sceneOf({ a: { kind: "input" }, b: { kind: "input", type: "string" }, f: { needs: ["a", "b"] }, g: { needs: ["a"] } });
  const shown = (options: object): string[][] => readPicture(draw(scene, options).svg).nodes.map((node) => node.texts.filter(({ weight }) => weight === 600).map(({ text }) => text)).sort();
  expect(shown({})).toEqual([["a"], ["a", "b"], ["f"], ["g"]]);
  expect(shown({ deduplicateInputs: true })).toEqual([["a"], ["b"], ["f"], ["g"]]);
  expect(shown({ hideInputs: true })).toEqual([["f"], ["g"]]);
  expect(readPicture(draw(scene).svg).links).toHaveLength(2);
  expect(readPicture(draw(scene, { deduplicateInputs: true }).svg).links).toHaveLength(3);
});

test("what is asked for, or needed by nothing, keeps a box of its own; what looks different does not share one", () => {
  const scene = sceneOf({ a: { kind: "input", requested: true }, b: { kind: "input" }, c: { kind: "input", missing: true }, d: { kind: "input" }, f: { needs: ["a", "b", "c"] } });
  expect(readPicture(draw(scene).svg).nodes.map(nameOf).sort()).toEqual(["a", "b", "c", "d", "f"]);
});

test("the whole name and the doc comment are in the tooltip, and the picture describes itself", () => {
  const name = "calculateTheExponentiallyWeightedMovingAverageOfDailySpendPerActiveUserInTheRegion";
  const { nodes } = readPicture(draw(sceneOf({ [name]: { doc: "Says <it> & \"more\"" } })).svg);
  expect(nodes[0]!.title).toBe(`${name}: number\nSays <it> & "more"`);
  expect(nodes[0]!.texts[1]!.text).toMatch(/…$/);
  const { title, description } = readPicture(draw(everyKind).svg);
  expect([title, description]).toEqual(["Dataflow", "A dataflow of 5 functions, 3 inputs and 1 config value. Requested: score. Overridden: holidays. Missing: since."]);
  expect(draw(hello).svg).toContain('role="img"');
});

test("notebooks show it", () => {
  const drawing = draw(hello) as unknown as Record<symbol, () => Record<string, string>>;
  const bundle = drawing[Symbol.for("Jupyter.display")]!();
  expect(bundle["image/svg+xml"]).toMatch(/^<svg /);
  expect(bundle["text/plain"]).toBe("A dataflow of 3 functions.");
});

test("an unknown option value is refused", () => {
  expect(() => draw(hello, { theme: "blue" as never })).toThrow("'theme' is one of \"light\", \"dark\"");
  expect(() => draw(hello, { orient: "RL" as never })).toThrow("'orient' is one of");
});
