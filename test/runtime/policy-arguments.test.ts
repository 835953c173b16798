import { Builder } from "icosian";
import { failure, flow, type NodeSketch } from "./module";

const build = (sketches: Record<string, NodeSketch>) => new Builder().withModules(flow(sketches)).build();
const tagged = (tags: Record<string, string>) => ({ more: { tags } });

test("names in policies that the dataflow does not have are problems of the request", async () => {
  const dr = build({ fetch_users: { run: () => 1, ...tagged({ pool: "db" }) }, x: { needs: ["y"], run: () => 1 } });
  const options = { retry: { nodes: { fetch_user: 1, y: 1 } }, timeout: { tags: { bd: 5 } }, concurrency: { dbs: 1 } };
  const error = await failure(() => dr.execute(["fetch_users", "nope"], options));
  expect(error.problems).toMatchObject([
    { code: "unknown-final-var", name: "nope" },
    { code: "unknown-node", name: "fetch_user", suggestion: "fetch_users", message: "'retry.nodes' speaks of the node 'fetch_user', which the dataflow does not have. Did you mean 'fetch_users'?" },
    { code: "unknown-node", name: "y" },
    { code: "unknown-tag", name: "bd" },
    { code: "unknown-pool", name: "dbs", suggestion: "db" },
  ]);
  expect(() => dr.validateExecution(["fetch_users", "nope"], options)).toThrow(error.message);
});

test.each<[object, string]>([
  [{ retry: -1 }, " takes 'retry' as an integer from 0, not -1."],
  [{ retry: Infinity }, "an integer from 0, not Infinity"],
  [{ retry: "3" }, "takes 'retry' as a number of retries, or an object with 'times', not a string"],
  [{ retry: null }, "not null"],
  [{ retry: {} }, "'retry.times' as an integer from 0, not undefined"],
  [{ retry: { times: 1, delay: -1 } }, "'retry.delay' as a number from 0 to 2147483647, not -1"],
  [{ retry: { times: 1, backoff: 0.5 } }, "'retry.backoff' as a number from 1, not 0.5"],
  [{ retry: { times: 1, jitter: 2 } }, "'retry.jitter' as a number from 0 to 1, not 2"],
  [{ retry: { times: 1, on: 5 } }, "'retry.on' as a function, not 5"],
  [{ retry: { times: 1, delai: 5 } }, "no option 'retry.delai'. Did you mean 'delay'?"],
  [{ retry: { default: 1, node: {} } }, "no option 'retry.node'. Did you mean 'nodes'?"],
  [{ retry: { nodes: { a: "x" } } }, "'retry.nodes.a' as"],
  [{ retry: { nodes: [] } }, "'retry.nodes' as an object with a value for each name, not an array"],
  [{ timeout: 0 }, "'timeout' as a number from 1 to 2147483647, not 0"],
  [{ timeout: 3e9 }, "not 3000000000"],
  [{ timeout: NaN }, "not NaN"],
  [{ timeout: { default: "1s" } }, "'timeout.default' as a number from 1 to 2147483647, not a string"],
  [{ runTimeout: -5 }, "'runTimeout'"],
  [{ concurrency: { db: 0 } }, "'concurrency.db' as an integer from 1, not 0"],
  [{ concurrency: [1] }, "not an array"],
  [{ onError: "ignore" }, "'onError' as 'stop' or 'continue', not 'ignore'"],
  [{ inFlight: true }, "'inFlight' as 'abandon' or 'await', not a boolean"],
  [{ captureInputs: 1 }, "'captureInputs' as a boolean, not 1"],
  [{ retrie: 1 }, "no option 'retrie'. Did you mean 'retry'?"],
])("%j is refused", async (options, message) => {
  const dr = build({ a: { run: () => 1 } });
  const error = await failure(() => dr.execute(["a"], options));
  expect([error.code, error.message]).toEqual(["ICOSIAN_ARGUMENT", expect.stringContaining(message)]);
  expect(() => dr.validateExecution(["a"], options)).toThrow(message);
  expect(() => dr.executeSync(["a"], options)).toThrow(message);
});
