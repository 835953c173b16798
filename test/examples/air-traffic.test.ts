/** The example of a run that is watched: its figures against SQL over the same files, its times and spans against the dataflow. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const EXAMPLE = path.join(__dirname, "../../examples/air-traffic");
const README = fs.readFileSync(path.join(EXAMPLE, "README.md"), "utf8");
const DATA = path.join(path.dirname(require.resolve("vega-datasets")), "../data");
const NODES = ["airportsCsv", "routesCsv", "airports", "routes", "legs", "departures", "busiest", "longestDailyLeg", "meanDistance", "changes"];

const start = (script: string) => spawnSync("npm", ["run", script, "--silent"], { cwd: EXAMPLE, encoding: "utf8", env: { ...process.env, CI: "true" } });
const [times, results] = [...README.matchAll(/^```text\n(.*?)^```/gms)].map(([, text]) => text!);

describe("npm start", () => {
  const { stdout, stderr, status } = start("start");
  const [table, figures] = stdout.split("\n\n");

  test("prints the results that the README shows", () => {
    expect(status).toBe(0);
    expect(figures).toBe(results);
  });

  test("prints the times in the form that the README shows", () => {
    for (const text of [table!, times!]) {
      const lines = text.trim().split("\n");
      expect(lines).toHaveLength(NODES.length + 2);
      expect(lines.slice(1, -1).map((line) => line.replace("*", " ").trim().split(" ")[0]).sort()).toEqual([...NODES].sort());
      expect(lines.at(-1)).toMatch(/^run: [\d.]+ ms; critical path: (?:airportsCsv -> airports|routesCsv -> routes) -> legs -> /);
    }
  });

  test("tells its progress in lines", () => {
    const lines = stderr.trim().split("\n");
    expect(lines.slice(0, -1)).toEqual(NODES.map((_, index) => expect.stringMatching(`^${index + 1} of 10 nodes: (?:${NODES.join("|")})$`)));
    expect(lines.at(-1)).toMatch(/^10 of 10 nodes in \d/);
  });
});

test("npm run trace prints a span for each node, below that of the run", () => {
  const { stdout } = start("trace");
  const spans = stdout.split(/^\{$/m).slice(1).map((text) => ({ name: /^ {2}name: '(.*)'/m.exec(text)![1]!, id: /^ {2}id: '(.*)'/m.exec(text)![1], parent: /^ {4}spanId: '(.*)'/m.exec(text)?.[1] }));
  const run = spans.find(({ name }) => name === "icosian.execute")!;
  expect(run.parent).toBeUndefined();
  expect(spans.filter(({ parent }) => parent === run.id).map(({ name }) => name).sort()).toEqual([...NODES].sort());
});

test("the figures are those of SQL over the same files", async () => {
  const sql = await (await DuckDBInstance.create()).connect();
  const rows = async (query: string): Promise<unknown[][]> => (await sql.runAndReadAll(query)).getRowsJS() as unknown[][];
  await sql.run(`
    CREATE TABLE airport AS SELECT * FROM read_csv('${DATA}/airports.csv', all_varchar = true);
    CREATE TABLE leg AS
    SELECT origin, destination, count::INT AS flights, a.city AS start, b.city AS finish,
           2 * 6371 * asin(sqrt(power(sin(radians(b.latitude::DOUBLE - a.latitude::DOUBLE) / 2), 2)
             + cos(radians(a.latitude::DOUBLE)) * cos(radians(b.latitude::DOUBLE)) * power(sin(radians(b.longitude::DOUBLE - a.longitude::DOUBLE) / 2), 2))) AS km
    FROM read_csv('${DATA}/flights-airport.csv', all_varchar = true) JOIN airport a ON origin = a.iata JOIN airport b ON destination = b.iata;`);
  const busiest = await rows("SELECT format('  {} {}: {} departures', origin, start, sum(flights)::BIGINT) FROM leg GROUP BY origin, start ORDER BY sum(flights) DESC LIMIT 5");
  const longest = await rows("SELECT format('longest daily leg: {} to {}, {:.0f} km', start, finish, km) FROM leg WHERE flights >= 365 ORDER BY km DESC LIMIT 1");
  const mean = await rows("SELECT format('mean distance: {:.0f} km', sum(flights * km) / sum(flights)) FROM leg");
  // Breadth first from everywhere at once: a pair that is reached by n flights and by no fewer.
  const changes = await rows(`
    WITH RECURSIVE reached(origin, place, flights) USING KEY (origin, place) AS (
      SELECT DISTINCT origin, origin, 0 FROM leg
      UNION
      SELECT reached.origin, destination, min(reached.flights) + 1 FROM reached JOIN leg ON place = leg.origin
      WHERE NOT EXISTS (FROM recurring.reached old WHERE old.origin = reached.origin AND old.place = destination)
      GROUP BY reached.origin, destination)
    SELECT flights - 1, count(*) FROM reached WHERE flights > 0 GROUP BY flights ORDER BY flights`);
  const told = [...busiest, ...longest, ...mean].map(([line]) => line as string);
  expect(["busiest", ...told, `pairs of airports by changes: ${changes.map(([times, pairs]) => `${times}: ${pairs}`).join(", ")}`, ""].join("\n")).toBe(results);
  sql.closeSync();
}, 120_000);
