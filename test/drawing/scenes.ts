import fc from "fast-check";
import type { DrawingOptions } from "icosian";
import type { Scene, SceneNode } from "../../dist/runtime/drawing/index.js";

export type Sketch = Partial<SceneNode> & { readonly needs?: readonly string[] };

/** A scene in short: nodes by name, each with the names that it needs; a need that ends in `?` is optional, in `*` an item of many, in `[]` all of them. */
export function sceneOf(sketches: Record<string, Sketch>): Scene {
  const names = Object.keys(sketches);
  const index = new Map(names.map((name, i) => [name, i]));
  const edges = names.flatMap((name, to) =>
    (sketches[name]!.needs ?? []).map((need) => ({
      from: index.get(need.replace(/(?:\?|\*|\[\])$/, ""))!,
      to,
      optional: need.endsWith("?"),
      ...(need.endsWith("*") && { passes: "each" as const }),
      ...(need.endsWith("[]") && { passes: "all" as const }),
    })));
  return {
    nodes: names.map((name) => {
      const { needs: _, ...rest } = sketches[name]!;
      return { name, type: "number", kind: "function", ...rest };
    }),
    edges,
  };
}

export const hello = sceneOf({ A: { doc: "Constant value 35" }, B: { needs: ["A"] }, C: { needs: ["A", "B"] } });

export const everyKind = sceneOf({
  path: { kind: "input", type: "string" },
  limit: { kind: "input", optional: true },
  since: { kind: "input", type: "Date", missing: true },
  region: { kind: "config", type: '"us" | "eu"' },
  rows: { needs: ["path"], async: true, type: "Row[]", doc: 'Reads <all> & "every" row' },
  recent: { needs: ["rows", "since", "limit?"], type: "Row[]" },
  holidays: { overridden: true, type: "Set<string>" },
  score: { needs: ["recent", "holidays", "region"], requested: true },
  old_score: { needs: ["recent"], deprecated: true },
});

export const blocks = sceneOf({
  airports: { type: "string[]" },
  airport: { needs: ["airports"], type: "string" },
  flights: { needs: ["airport*"], type: "Flight[]", async: true, blocks: ["airport"] },
  carrier: { needs: ["flights"], type: "string", blocks: ["airport"] },
  delay: { needs: ["carrier*", "flights"], blocks: ["airport", "carrier"] },
  worst: { needs: ["delay[]"], blocks: ["airport"] },
  report: { needs: ["worst[]", "airport[]"], requested: true },
});

/** A layered scene of `count` nodes, parents near, about 1.5 edges a node, the same at every call. */
export function localScene(count: number): Scene {
  let state = 7;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const breadth = Math.ceil(Math.sqrt(count));
  const edges = [];
  for (let to = breadth; to < count; to++) {
    const above = Math.floor(to / breadth) - 1;
    const parents = new Set(Array.from({ length: 1 + next(2) }, () => above * breadth + Math.min(breadth - 1, Math.max(0, (to % breadth) + next(5) - 2))));
    if (next(40) === 0) parents.add(next(to - breadth + 1));
    for (const from of parents) edges.push({ from, to, optional: next(10) === 0 });
  }
  const nodes = Array.from({ length: count }, (_, i): SceneNode => ({ name: `step_${i}_${"abcdefgh".slice(next(8))}`, type: "Map<string, number>", kind: "function" }));
  return { nodes, edges };
}

const hostileNames = [
  "__proto__", "constructor", "toString", "hasOwnProperty", "end", "n0", "", " ", "a b", "x".repeat(500), "W".repeat(500), "数据".repeat(200),
  "مجموع_المبيعات", "👩‍👩‍👧‍👦🏴‍☠️🇩🇪", "<script>alert(1)</script>", "&amp;\"'`", "]]>", "-->", "a\nb\r\nc\td", "\u0000\u0007\u001b[31m", "\ud800", "\udfff\ud800", "\ufffe\uffff",
  "\\N\\G\"", "e\u0301".repeat(80), "\u202eevil\u202c", "$&$1", "#quot;", "ＦＵＬＬ", "ﷺ".repeat(9),
];
const unitOfAnySort = fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), fc.integer({ min: 0x20, max: 0x7e }).map((unit) => String.fromCharCode(unit)));
const anyText = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: "grapheme", maxLength: 40 }), fc.string({ unit: unitOfAnySort, maxLength: 60 }));
const mostlyFalse = fc.integer({ min: 0, max: 4 }).map((number) => number === 0);

const anyNode = fc.record({
  name: anyText,
  type: anyText,
  kind: fc.constantFrom("function", "function", "function", "input", "config"),
  optional: mostlyFalse, async: mostlyFalse, deprecated: mostlyFalse, requested: mostlyFalse, overridden: mostlyFalse, missing: mostlyFalse,
  doc: anyText,
  blocks: fc.option(fc.array(anyText, { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 4 }),
}) as fc.Arbitrary<SceneNode>;

/** Acyclic scenes with names and types of any sort. */
export const anyScene: fc.Arbitrary<Scene> = fc.array(anyNode, { minLength: 1, maxLength: 60 }).chain((nodes) => {
  const last = nodes.length - 1;
  const edge = fc.tuple(fc.nat(last), fc.nat(last), fc.boolean(), fc.constantFrom(undefined, undefined, "each" as const, "all" as const)).map(([a, b, optional, passes]) => ({ from: Math.min(a, b), to: Math.max(a, b), optional, ...(passes && { passes }) }));
  return fc.array(edge, { maxLength: nodes.length * 2 }).map((edges) => ({ nodes, edges }));
});

export const anyOptions: fc.Arbitrary<DrawingOptions> = fc.record({
  orient: fc.constantFrom("LR", "TB"),
  hideInputs: fc.boolean(), deduplicateInputs: fc.boolean(), showLegend: fc.boolean(),
  theme: fc.constantFrom("light", "dark"),
});
