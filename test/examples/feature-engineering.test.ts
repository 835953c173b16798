/** The example of `node({ … }, fn)`, run as a user runs it, and its figures against SQL over the same files. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { compileEdited } from "./compile-edited";
import { inExample } from "./in-example";
import { near } from "./near";
import { openSql, query } from "./sql";

const EXAMPLE = path.join(__dirname, "../../examples/feature-engineering");
const README = fs.readFileSync(path.join(EXAMPLE, "README.md"), "utf8");
const DATA = path.join(path.dirname(require.resolve("vega-datasets")), "../data");
const MODULES = ["movies.flow.js", "flights.flow.js"];
const DATAFLOW = ["movies.flow.ts", "flights.flow.ts", "spread.ts"];
const INPUTS = { moviesPath: path.join(DATA, "movies.json"), flightsPath: path.join(DATA, "flights-200k.json") };

let printed: string;
let sql: DuckDBConnection;

const ask = (names: readonly string[], config?: object): Record<string, any> =>
  inExample(EXAMPLE, MODULES, `await dr.execute(${JSON.stringify(names)}, { inputs: ${JSON.stringify(INPUTS)}, onCheck: () => {} })`, config);
const one = async (text: string): Promise<Record<string, unknown>> => (await query(sql, text))[0]!;

beforeAll(async () => {
  for (const picture of ["dag.png", "dag.svg"]) fs.rmSync(path.join(EXAMPLE, picture), { force: true });
  printed = execFileSync("npm", ["start", "--silent"], { cwd: EXAMPLE, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  sql = await openSql(`
    CREATE TABLE film AS
    SELECT row_number() OVER () AS row, "Title" AS title, "Production Budget" AS budget, "Worldwide Gross" AS gross,
           "Rotten Tomatoes Rating" AS critics, "IMDB Rating" AS audience
    FROM read_json('${INPUTS.moviesPath}', columns = { "Title": 'JSON', "Production Budget": 'DOUBLE', "Worldwide Gross": 'DOUBLE',
                                                       "Rotten Tomatoes Rating": 'DOUBLE', "IMDB Rating": 'DOUBLE' });
    CREATE TABLE flight AS SELECT * FROM read_json('${INPUTS.flightsPath}', columns = { delay: 'DOUBLE', distance: 'DOUBLE', time: 'DOUBLE' });`);
}, 180_000);

afterAll(() => sql?.closeSync());

test("prints what the README shows", () => {
  expect(/^```text\n(.*?)^```/ms.exec(README)![1]).toBe(printed);
});

test("the README's mistake gets the message that it shows", () => {
  const { stdout, status } = compileEdited(EXAMPLE, "src/flights.flow.ts", (text) => text.replace("hours: 1 }", 'hours: "1" }'));
  expect(stdout).toBe(/^```console\n(.*?)^```/ms.exec(README)![1]);
  expect(status).toBe(2);
});

test("has at least 40 nodes in less than 150 lines, and draws them", () => {
  const lines = DATAFLOW.flatMap((file) => fs.readFileSync(path.join(EXAMPLE, "src", file), "utf8").trimEnd().split("\n"));
  expect(lines.length).toBeLessThan(150);
  const nodes = inExample<string[]>(EXAMPLE, MODULES, 'dr.listAvailableVariables(({ kind }) => kind === "function").map(({ name }) => name)');
  expect(nodes.length).toBeGreaterThanOrEqual(40);
  const svg = fs.readFileSync(path.join(EXAMPLE, "dag.svg"), "utf8");
  for (const name of nodes) expect(svg).toContain(`>${name}<`);
  expect(fs.readFileSync(path.join(EXAMPLE, "dag.png")).subarray(1, 4).toString()).toBe("PNG");
});

test("the check of titles fails where SQL finds no text", async () => {
  const { films_titles: titles } = ask(["films_titles"]);
  const rows = await query(sql, "SELECT row - 1 AS row FROM film WHERE coalesce(json_type(title), 'NULL') <> 'VARCHAR' ORDER BY row");
  expect(rows).toHaveLength(10);
  expect(titles).toMatchObject({ passed: false, importance: "warn" });
  expect(titles.issues.map(({ path: [row] }: { path: number[] }) => ({ row }))).toEqual(rows);
});

test("moments and correlations", async () => {
  const columns = ["budget", "gross", "critics", "audience"];
  const results = ask(columns.flatMap((column) => ["mean", "deviation", "count"].map((each) => `${column}Moments_${each}`)));
  for (const column of columns) {
    const { [`${column}Moments_mean`]: mean, [`${column}Moments_deviation`]: deviation, [`${column}Moments_count`]: count } = results;
    near({ mean, deviation, count }, await one(`SELECT avg(${column}) AS mean, stddev_samp(${column}) AS deviation, count(${column}) AS count FROM film`));
  }
  near(ask(["moneyCorrelation", "juryCorrelation"]), await one('SELECT corr(budget, gross) AS "moneyCorrelation", corr(critics, audience) AS "juryCorrelation" FROM film'));
});

const Z = (column: string): string => `(${column} - avg(${column}) OVER ()) / stddev_samp(${column}) OVER ()`;

test.each([
  ["both", {}, `(${Z("critics")} + ${Z("audience")}) / 2`],
  ["critics", { jury: "critics" }, Z("critics")],
])("scores and best films, by the jury %s", async (_, config, acclaim) => {
  const results = ask(["score.raw", "score.rank", "score", "bestFilms"], config);
  const scores = `
    SELECT row, title, raw, CASE WHEN raw IS NOT NULL THEN percent_rank() OVER (PARTITION BY raw IS NULL ORDER BY raw) END AS rank, rank * 100 AS score
    FROM (SELECT row, title, ${acclaim} + ${Z("gross")} - ${Z("budget")} AS raw FROM film)`;
  const rows = await query(sql, `${scores} ORDER BY row`);
  near(results["score.raw"], rows.map(({ raw }) => raw));
  near(results["score.rank"], rows.map(({ rank }) => rank));
  near(results["score"], rows.map(({ score }) => score));
  near(results["bestFilms"], await query(sql, `SELECT title ->> '$' AS title, score FROM (${scores}) WHERE score IS NOT NULL ORDER BY score DESC, title LIMIT 5`));
});

test("delays and distances", async () => {
  const results = ask(["delayByHour", "lag1", "lag3", "delays", "distances", "delays.median", "distances.tail"]);
  const hours = await query(sql, "SELECT hour, avg(delay) AS delay FROM range(24) t(hour) LEFT JOIN flight ON floor(time) = hour GROUP BY hour ORDER BY hour");
  const delay = hours.map((row) => row["delay"]);
  near(results["delayByHour"], delay);
  near(results["lag1"], [...delay.slice(-1), ...delay.slice(0, -1)]);
  near(results["lag3"], [...delay.slice(-3), ...delay.slice(0, -3)]);
  const spread = (column: string, level: number): Promise<Record<string, unknown>> =>
    one(`SELECT quantile_cont(${column}, 0.5) AS median, quantile_cont(${column}, 0.75) - quantile_cont(${column}, 0.25) AS middle, quantile_cont(${column}, ${level}) AS tail FROM flight`);
  near(results["delays"], await spread("delay", 0.95));
  near(results["distances"], await spread("distance", 0.99));
  near(results["delays.median"], results["delays"].median);
  near(results["distances.tail"], results["distances"].tail);
});
