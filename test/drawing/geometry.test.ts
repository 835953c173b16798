import fc from "fast-check";
import type { DrawingOptions } from "icosian";
import { type Scene, draw } from "../../dist/runtime/drawing/index.js";
import { trueWidth } from "./inter";
import { type Area, type Point, readPicture } from "./picture";
import { anyOptions, anyScene, blocks, everyKind, hello, localScene } from "./scenes";

/** Everything that must hold for the places of a picture, read from the SVG. */
function checkGeometry(scene: Scene, options: DrawingOptions): void {
  const picture = readPicture(draw(scene, options).svg);
  const areas = new Map(picture.nodes.map(({ id, area }) => [id, area]));
  picture.nodes.forEach(({ area, id }, i) => {
    for (const other of picture.nodes.slice(i + 1)) {
      if (overlap(area, other.area, 8)) throw new Error(`boxes ${id} and ${other.id} touch`);
    }
  });
  for (const { id, area, texts } of picture.nodes) {
    for (const { text, x, y, size, weight, length } of texts) {
      const width = trueWidth(text, size, weight) ?? length ?? 0;
      if (x < area.left + 4 || x + width > area.right - 4 || y - size < area.top || y + size * 0.25 > area.bottom) throw new Error(`'${text}' leaves box ${id}`);
      if (length !== undefined && x + length > area.right - 4) throw new Error(`the place of '${text}' leaves box ${id}`);
    }
  }
  for (const link of picture.links) {
    const [from, to] = [areas.get(link.from)!, areas.get(link.to)!];
    const name = `${link.from} -> ${link.to}`;
    if (distanceToBorder(link.line[0]!, from) > 1) throw new Error(`${name} does not start at its box`);
    if (distanceToBorder(link.tip, to) > 1) throw new Error(`${name} does not end at its box`);
    if (Math.hypot(link.line.at(-1)!.x - link.tip.x, link.line.at(-1)!.y - link.tip.y) > 8) throw new Error(`the head of ${name} is away from its line`);
    for (const { id, area } of picture.nodes) {
      if (id !== link.from && id !== link.to && link.line.some((point) => inside(point, area))) throw new Error(`${name} crosses box ${id}`);
    }
  }
  for (const { x, y } of picture.everyPoint) {
    if (!(x >= 0 && y >= 0 && x <= picture.width && y <= picture.height)) throw new Error(`(${x}, ${y}) is outside the picture`);
  }
}

const overlap = (a: Area, b: Area, gap: number): boolean => a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
const inside = ({ x, y }: Point, { left, top, right, bottom }: Area): boolean => x > left + 0.5 && x < right - 0.5 && y > top + 0.5 && y < bottom - 0.5;
function distanceToBorder(point: Point, { left, top, right, bottom }: Area): number {
  const [dx, dy] = [Math.max(left - point.x, 0, point.x - right), Math.max(top - point.y, 0, point.y - bottom)];
  return Math.hypot(dx, dy) || Math.min(point.x - left, right - point.x, point.y - top, bottom - point.y);
}

test("boxes stand apart, texts stay in them, links end at them and pass between them, for any graph with any names", () => {
  fc.assert(fc.property(anyScene, anyOptions, checkGeometry), { numRuns: 120 });
});

test.each<[string, Scene]>([["three nodes", hello], ["every kind", everyKind], ["blocks", blocks], ["200 nodes", localScene(200)], ["1,000 nodes", localScene(1_000)]])("so it is for %s", (_, scene) => {
  checkGeometry(scene, {});
  checkGeometry(scene, { orient: "TB", deduplicateInputs: true });
});

test("values flow in the direction asked for", () => {
  for (const [orient, axis] of [["LR", "left"], ["TB", "top"]] as const) {
    const picture = readPicture(draw(localScene(60), { orient }).svg);
    const area = new Map(picture.nodes.map((node) => [node.id, node.area]));
    for (const { from, to } of picture.links) expect(area.get(from)![axis]).toBeLessThan(area.get(to)![axis]);
  }
});

test("nothing and one node are pictures too", () => {
  expect(readPicture(draw({ nodes: [], edges: [] }).svg)).toMatchObject({ nodes: [], links: [], legend: [], description: "An empty dataflow." });
  expect(readPicture(draw({ nodes: [{ name: "A", type: "number", kind: "function" }], edges: [] }).svg).nodes).toHaveLength(1);
});

test("an input stands right before its one consumer, not at the far end", () => {
  const scene = localScene(0);
  const chain = Array.from({ length: 6 }, (_, i) => ({ name: `f${i}`, type: "T", kind: "function" as const }));
  const nodes = [...scene.nodes, ...chain, { name: "x", type: "T", kind: "input" as const }];
  const edges = [...chain.slice(1).map((_, i) => ({ from: i, to: i + 1 })), { from: 6, to: 5 }];
  const { nodes: drawn } = readPicture(draw({ nodes, edges }, { deduplicateInputs: true }).svg);
  const place = (name: string): Area => drawn.find((node) => node.texts[0]!.text === name)!.area;
  expect(place("x").left).toBeGreaterThan(place("f3").right);
  expect(place("x").right).toBeLessThan(place("f5").left);
});

test("10,000 nodes are drawn, whatever their shape", () => {
  const nodes = Array.from({ length: 10_000 }, (_, i) => ({ name: `f${i}`, type: "number", kind: "function" as const }));
  const shapes = { chain: nodes.slice(1).map((_, i) => ({ from: i, to: i + 1 })), wide: nodes.slice(1).map((_, i) => ({ from: i, to: 9_999 })).filter(({ from }) => from !== 9_999), apart: [] };
  for (const edges of Object.values(shapes)) expect(draw({ nodes, edges }).svg.match(/class="node function"/g)).toHaveLength(10_000);
}, 120_000);

test("every node needing every earlier one is drawn, without its bends", () => {
  const nodes = Array.from({ length: 150 }, (_, i) => ({ name: `f${i}`, type: "number", kind: "function" as const }));
  const edges = nodes.flatMap((_, to) => Array.from({ length: to }, (_, from) => ({ from, to })));
  expect(readPicture(draw({ nodes, edges }).svg).links).toHaveLength(edges.length);
});

test("1,000 nodes take less than two seconds of a processor", () => {
  const scene = localScene(1_000);
  const times = [1, 2, 3, 4].map(() => {
    const start = process.cpuUsage();
    expect(draw(scene).svg.length).toBeGreaterThan(100_000);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  expect(Math.min(...times)).toBeLessThan(2_000);
});
