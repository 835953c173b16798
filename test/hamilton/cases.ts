import { Builder } from "icosian";

/** What one of Hamilton's tests, or samples, has: the nodes, what each asks for, and what a run results in. */
export interface Case {
  readonly nodes: Readonly<Record<string, readonly string[]>>;
  readonly config?: object;
  readonly inputs?: object;
  readonly results?: object;
  readonly docs?: Readonly<Record<string, string>>;
}

/** Holds our dataflow against the cases. */
export function holdAgainst(flow: object, cases: Readonly<Record<string, Case>>): void {
  test.each(Object.entries(cases))("%s", async (_, { nodes, config = {}, inputs = {}, results = {}, docs = {} }) => {
    const driver = new Builder().withModules(flow as Record<string, any>).withConfig(config).build();
    const known = new Map(driver.listAvailableVariables().map((variable) => [variable.name, variable]));
    const asked = Object.keys(nodes).map((name) => {
      const { kind, requiredDependencies = [], optionalDependencies = [] } = known.get(name) ?? {};
      return [name, kind, [...requiredDependencies, ...optionalDependencies].sort()];
    });
    expect(asked).toEqual(Object.entries(nodes).map(([name, dependencies]) => [name, "function", [...dependencies].sort()]));
    expect(Object.fromEntries(Object.keys(docs).map((name) => [name, known.get(name)?.doc]))).toEqual(docs);
    expect(await driver.execute(Object.keys(results), { inputs: inputs as Record<string, unknown> })).toEqual(results);
  });
}
