/** Nodes that are declared by `node(…)`, in blocks. */
import { Builder } from "icosian";
import * as blocks from "./blocks.flow";

const dr = new Builder().withModules(blocks).build();

test("open, fill and end blocks as functions do", async () => {
  const inputs = { text: "to be otherwise", pages: 3, of: 1 };
  expect(await dr.execute(["totals", "labels", "pages_seen"], { inputs })).toEqual({ totals: [2, 2, 9, 3, 3, 12], labels: "TO2,BE2,OTHERWISE9", pages_seen: 3 });
});

test("gather under another name", () => {
  expect(dr.executeSync(["sizes", "halves"], { inputs: { text: "to be otherwise", of: 1 } })).toEqual({ sizes: 13, halves: 6.5 });
});

test("a check of a node that opens a block is one of each item", () => {
  const seen: unknown[] = [];
  const onCheck = ({ node, name, passed }: { node: string; name: string; passed: boolean }) => void seen.push([node, name, passed]);
  dr.executeSync(["labels"], { inputs: { text: "to otherwise", of: 1 }, onCheck });
  expect(seen).toEqual([["word", "short", true], ["word", "short", false]]);
});
