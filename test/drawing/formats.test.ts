import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { instance } from "@viz-js/viz";
import fc from "fast-check";
import { type Scene, draw } from "../../dist/runtime/drawing/index.js";
import { anyOptions, anyScene, blocks, everyKind, sceneOf } from "./scenes";

/** What Mermaid itself makes of each text. */
function parseMermaid(texts: readonly string[]): { diagramType?: string; error?: string; vertices: { id: string; label: string; classes: string[] }[]; edges: { start: string; end: string; stroke: string }[] }[] {
  return JSON.parse(execFileSync(process.execPath, [join(__dirname, "parse-mermaid.mjs")], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1e9 }));
}

const decoded = (label: string): string => label.replace(/<br\/>/g, "\n").replace(/<\/?b>/g, "").replace(/ﬂ°°?(\w+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

test("Mermaid reads every flowchart: same boxes, same links, same labels", () => {
  const scenes = [everyKind, blocks, ...fc.sample(anyScene, { numRuns: 40, seed: 1 })];
  const drawings = scenes.map((scene) => draw(scene, { deduplicateInputs: true }));
  parseMermaid(drawings.map(({ mermaid }) => mermaid)).forEach((answer, i) => {
    expect(answer.error).toBeUndefined();
    expect(answer.diagramType).toMatch(/^flowchart/);
    const scene = scenes[i]!;
    expect(answer.vertices.map(({ id }) => id).sort()).toEqual(scene.nodes.map((_, n) => `n${n}`).sort());
    expect(new Set(answer.edges.map(({ start, end }) => `${start} ${end}`))).toEqual(new Set(scene.edges.filter(({ from, to }) => from !== to).map(({ from, to }) => `n${from} n${to}`)));
  });
  const [answer] = parseMermaid([draw(sceneOf({ 'a"<b>#&`]': { type: "Map<string, number>" }, end: { needs: ['a"<b>#&`]?'] } })).mermaid]);
  expect(answer!.vertices.map(({ label }) => decoded(label))).toEqual(['a"<b>#&`]\nMap<string, number>', "end\nnumber"]);
  expect(answer!.edges).toEqual([{ start: "n0", end: "n1", stroke: "dotted" }]);
  const framed = draw(blocks).mermaid;
  expect(framed).toContain('  subgraph b0["for each airport"]\n    n2(');
  expect(framed).toContain('    subgraph b1["for each carrier"]\n      n4(');
  expect(framed).toContain("n1 ==>|each| n2\n");
  expect(framed).toContain("n4 ==>|all| n5\n");
  expect(parseMermaid(["flowchart LR\n n0[\"a --> ["])[0]!.error).toBeDefined();
});

test("Graphviz reads every digraph: same boxes, same links, same labels", async () => {
  const graphviz = await instance();
  const readDot = (dot: string): { name: string; label: string; peripheries?: string; style: string }[] => {
    const result = graphviz.render(dot, { format: "dot_json", engine: "dot" });
    expect(result.errors.filter(({ message }) => !/no hard-coded metrics|no value for width/.test(message))).toEqual([]);
    return (JSON.parse(result.output!).objects ?? []).filter(({ name }: { name: string }) => !name.startsWith("cluster"));
  };
  const check = (scene: Scene): void => {
    const objects = readDot(draw(scene, { deduplicateInputs: true }).dot);
    expect(objects.map(({ name }) => name).sort()).toEqual(scene.nodes.map((_, i) => `n${i}`).sort());
  };
  check(everyKind);
  const clusters = JSON.parse(graphviz.render(draw(blocks).dot, { format: "dot_json", engine: "dot" }).output!).objects.filter(({ name }: { name: string }) => name.startsWith("cluster"));
  expect(clusters.map(({ label, nodes }: { label: string; nodes: number[] }) => [label, nodes.length])).toEqual([["for each airport", 4], ["for each carrier", 1]]);
  fc.assert(fc.property(anyScene, check), { numRuns: 30 });
  fc.assert(fc.property(anyScene, anyOptions, (scene, options) => { readDot(draw(scene, options).dot); }), { numRuns: 20 });
  const [first, second] = readDot(draw(sceneOf({ 'a"\\N<b>&amp;\\': { type: "T" }, f: { needs: ['a"\\N<b>&amp;\\'], requested: true } })).dot);
  expect(first!.label).toBe('a\\"\\\\N<b>&amp;amp;\\\\\\nT'.replace(/\\"/, '"'));
  expect(second!.peripheries).toBe("2");
  expect(graphviz.render("digraph { a -> ").status).toBe("failure");
});
