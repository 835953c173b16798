import { build, declaredModule } from "./declared-module";
import { failure, namesOf } from "./module";

describe("tags", () => {
  const flow = declaredModule({ a: () => 1, b: () => 1, c: () => 1 }, [
    { name: "a", tags: { team: "growth", pii: true }, compute: { op: "call", export: "a" } },
    { name: "b", tags: { team: "core", owners: ["x", "y"] }, compute: { op: "call", export: "b" } },
    { name: "c", compute: { op: "call", export: "c" } },
  ]);
  test.each<[Record<string, any>, string[]]>([
    [{}, ["a", "b", "c"]],
    [{ team: "growth" }, ["a"]],
    [{ team: ["growth", "core"] }, ["a", "b"]],
    [{ team: null }, ["a", "b"]],
    [{ team: ["growth", "core"], pii: true }, ["a"]],
    [{ owners: "y" }, ["b"]],
    [{ owners: ["z", "x"] }, ["b"]],
    [{ team: "none" }, []],
    [{ toString: null }, []],
  ])("%p are those of %p", (tags, names) => {
    expect(namesOf(build(flow).listAvailableVariables({ tags }))).toEqual(names);
  });

  test("a filter that is none is an error", async () => {
    expect((await failure(() => build(flow).listAvailableVariables("team"))).code).toBe("ICOSIAN_ARGUMENT");
    expect((await failure(() => build(flow).listAvailableVariables({ tag: {} }))).message).toContain("no 'tag'");
    expect((await failure(() => build(flow).listAvailableVariables({ tags: { team: {} } }))).message).toContain("the tag 'team'");
  });
});
