import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "icosian";
import { flow } from "../runtime/module";
import { readPicture } from "./picture";

const sum = (...values: number[]): number => values.reduce((a, b) => a + b, 0);
const driver = new Builder().withModules(flow({
  A: { needs: ["b", "c"], run: sum }, B: { needs: ["A"], run: sum }, C: { needs: ["A", "B", "k?"], run: sum }, D: { needs: ["C"], run: sum }, E: { needs: ["A"], run: sum, async: true },
})).build();
const namesIn = (svg: string): string[] => [...new Set(readPicture(svg).nodes.flatMap(({ texts }) => texts.filter(({ weight }) => weight === 600).map(({ text }) => text)))].sort();

test("each method of the Driver draws its part of the dataflow", async () => {
  expect(namesIn((await driver.displayAllFunctions()).svg)).toEqual(["A", "B", "C", "D", "E", "b", "c", "k?"]);
  expect(namesIn((await driver.displayUpstreamOf(["B"])).svg)).toEqual(["A", "B", "b", "c"]);
  expect(namesIn((await driver.displayDownstreamOf(["C"])).svg)).toEqual(expect.arrayContaining(["C", "D"]));
  expect(namesIn((await driver.visualizePathBetween("A", "D")).svg)).toEqual(expect.arrayContaining(["A", "B", "C", "D"]));
});

test("an execution shows what is requested, overridden and missing", async () => {
  const { nodes } = readPicture((await driver.visualizeExecution(["C"], undefined, { inputs: { b: 2 }, overrides: { B: 10 } })).svg);
  const classes = (name: string): readonly string[] => nodes.find(({ texts }) => texts.some(({ text }) => text === name))!.classes;
  expect(classes("C")).toContain("requested");
  expect(classes("B")).toContain("overridden");
  expect(classes("c")).toContain("missing");
  expect(classes("b")).not.toContain("missing");
});

test("a path given to the Driver is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "icosian-driver-"));
  try {
    await driver.displayAllFunctions(join(folder, "docs/dag.svg"), { orient: "TB", theme: "dark" });
    expect(existsSync(join(folder, "docs/dag.svg"))).toBe(true);
    await expect(driver.displayAllFunctions(join(folder, "dag.bmp"))).rejects.toMatchObject({ code: "ICOSIAN_DRAWING_FORMAT" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
