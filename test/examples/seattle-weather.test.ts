/** The main example, run as a user runs it, and its figures against SQL over the same file. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { compileEdited } from "./compile-edited";
import { inExample as inExampleOf } from "./in-example";
import { near } from "./near";
import { openSql, query as queryOf } from "./sql";

const EXAMPLE = path.join(__dirname, "../../examples/seattle-weather");
const README = fs.readFileSync(path.join(EXAMPLE, "README.md"), "utf8");
const MODULES = ["cleaning.flow.js", "climate.flow.js"];
const CSV = path.join(path.dirname(require.resolve("vega-datasets")), "../data/seattle-weather.csv");

let printed: string;
let sql: DuckDBConnection;

const query = (text: string): Promise<Record<string, unknown>[]> => queryOf(sql, text);
const inExample = <T = Record<string, unknown>>(expression: string): T => inExampleOf<T>(EXAMPLE, MODULES, expression);

beforeAll(async () => {
  for (const picture of ["dag.png", "dag.svg"]) fs.rmSync(path.join(EXAMPLE, picture), { force: true });
  printed = execFileSync("npm", ["start", "--silent"], { cwd: EXAMPLE, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  sql = await openSql(`
    CREATE TABLE day AS
    SELECT date, year(date) AS year, strftime(date, '%b') AS month, month(date) AS number, precipitation AS rain,
           temp_max AS high, temp_min AS low, (temp_max + temp_min) / 2 AS mean, wind, weather AS sky
    FROM read_csv('${CSV}', header = true, columns = {
      date: 'DATE', precipitation: 'DOUBLE', temp_max: 'DOUBLE', temp_min: 'DOUBLE', wind: 'DOUBLE', weather: 'VARCHAR' })
    ORDER BY date`);
}, 180_000);

afterAll(() => sql?.closeSync());

describe("npm start", () => {
  test("prints what the README shows", () => {
    expect(fenceOf("text")).toBe(printed);
  });

  test("draws the dataflow", () => {
    const png = fs.readFileSync(path.join(EXAMPLE, "dag.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const svg = fs.readFileSync(path.join(EXAMPLE, "dag.svg"), "utf8");
    for (const name of [...NODES, ...INPUTS]) expect(svg).toContain(name);
  });
});

test("the README's mistake gets the message that it shows", () => {
  const { stdout, status } = compileEdited(EXAMPLE, "src/cleaning.flow.ts", (text) => text.replace("Promise<string>", "Promise<Buffer>").replace('(csvPath, "utf8")', "(csvPath)"));
  expect(stdout).toBe(fenceOf("console"));
  expect(status).toBe(2);
});

const NODES = [
  ...["csv", "rows", "readings", "days", "rejected", "period", "missingDates"],
  ...["isWet", "isHot", "daysByMonth", "daysByYear", "normals", "rainProbability", "sunProbability", "monthlyRain", "averageRain"],
  ...["wettestMonth", "driestMonth", "heatingDegreeDays", "longestHotSpell", "longestDrySpell", "windiestDay", "anomalies", "strangestDays"],
  ...["climateByMonth", "climateByYear"],
];
const INPUTS = ["csvPath", "wetThreshold", "hotThreshold", "heatingBase", "strangestCount"];

test("the dataflow has these nodes and inputs", () => {
  expect(inExample("dr.listAvailableVariables().map(({ name }) => name)")).toEqual([...NODES, ...INPUTS]);
});

describe.each([
  ["with the defaults", {}],
  ["with other thresholds", { wetThreshold: 0.3, hotThreshold: 25, heatingBase: 15.5, strangestCount: 12 }],
])("%s", (_, given) => {
  const { wetThreshold, hotThreshold, heatingBase, strangestCount } = { wetThreshold: 1, hotThreshold: 30, heatingBase: 18, strangestCount: 5, ...given };
  let results: Record<string, unknown>;

  beforeAll(() => {
    const inputs = { csvPath: CSV, ...given };
    results = inExample(`await dr.execute(${JSON.stringify(NODES)}, ${JSON.stringify({ inputs })})`);
  });

  const DAY = `${iso("date")} AS date, year, month, rain, high, low, mean, wind, sky`;
  const BY_YEAR_AND_MONTH = "(SELECT year, month, number, sum(rain) AS rain FROM day GROUP BY ALL)";

  test("days", async () => {
    const days = await query(`SELECT ${DAY} FROM day ORDER BY day.date`);
    expect(days).toHaveLength(1461);
    near(results["days"], days);
    near(results["readings"], days);
    expect(results["rejected"]).toEqual([]);
  });

  test("period and missingDates", async () => {
    expect([results["period"]]).toEqual(await query(`SELECT ${iso("min(date)")} AS "from", ${iso("max(date)")} AS "to" FROM day`));
    const missing = `
      SELECT ${iso("calendar.date")} AS date FROM (SELECT unnest(generate_series(min(date), max(date), INTERVAL 1 DAY))::DATE AS date FROM day) calendar
      ANTI JOIN day USING (date)`;
    expect(results["missingDates"]).toEqual((await query(missing)).map(({ date }) => date));
  });

  test("daysByMonth and daysByYear", async () => {
    const sizes = (groups: unknown) => Object.entries(groups as Record<string, unknown[]>).map(([key, { length }]) => ({ key, length }));
    expect(sizes(results["daysByMonth"])).toEqual(await query("SELECT month AS key, count(*) AS length FROM day GROUP BY ALL ORDER BY min(number)"));
    expect(sizes(results["daysByYear"])).toEqual(await query("SELECT year::VARCHAR AS key, count(*) AS length FROM day GROUP BY ALL ORDER BY key"));
  });

  test("normals", async () => {
    near(results["normals"], await keyed("SELECT month AS key, {mean: avg(mean), deviation: stddev_samp(mean)} AS value FROM day GROUP BY ALL"));
  });

  test("rainProbability and sunProbability", async () => {
    near(results["rainProbability"], await keyed(`SELECT month AS key, avg((rain >= ${wetThreshold})::INT) AS value FROM day GROUP BY ALL`));
    near(results["sunProbability"], await keyed("SELECT month AS key, avg((sky = 'sun')::INT) AS value FROM day GROUP BY ALL"));
  });

  test("monthlyRain and averageRain", async () => {
    near(results["monthlyRain"], await query(`SELECT year, month, rain FROM ${BY_YEAR_AND_MONTH} ORDER BY year, number`));
    near(results["averageRain"], await keyed(`SELECT month AS key, avg(rain) AS value FROM ${BY_YEAR_AND_MONTH} GROUP BY ALL`));
  });

  test("wettestMonth and driestMonth", async () => {
    const first = (order: string) => query(`SELECT year, month, rain FROM ${BY_YEAR_AND_MONTH} ORDER BY rain ${order}, year, number LIMIT 1`);
    near([results["wettestMonth"]], await first("DESC"));
    near([results["driestMonth"]], await first("ASC"));
  });

  test("heatingDegreeDays", async () => {
    near(results["heatingDegreeDays"], await keyed(`SELECT year AS key, sum(greatest(0, ${heatingBase} - mean)) AS value FROM day GROUP BY ALL`));
  });

  test.each([
    ["longestHotSpell", `high >= ${hotThreshold}`],
    ["longestDrySpell", `rain < ${wetThreshold}`],
  ])("%s", async (name, condition) => {
    // Gaps and islands: days in a row have the same difference between their date and their rank.
    const islands = `
      SELECT ${iso("min(date)")} AS "from", ${iso("max(date)")} AS "to", count(*) AS days
      FROM (SELECT date, date - row_number() OVER (ORDER BY date)::INT AS island FROM day WHERE ${condition})
      GROUP BY island ORDER BY days DESC, "from" LIMIT 1`;
    expect([results[name]]).toEqual(await query(islands));
  });

  test("windiestDay", async () => {
    near([results["windiestDay"]], await query(`SELECT ${DAY} FROM day ORDER BY wind DESC, day.date LIMIT 1`));
  });

  test("anomalies and strangestDays", async () => {
    const scores = `
      SELECT ${DAY}, (mean - avg(mean) OVER calendar) / stddev_samp(mean) OVER calendar AS score
      FROM day WINDOW calendar AS (PARTITION BY month)`;
    const flat = (name: string) => (results[name] as { day: object; score: number }[]).map(({ day, score }) => ({ ...day, score }));
    near(flat("anomalies"), await query(`${scores} ORDER BY day.date`));
    near(flat("strangestDays"), await query(`${scores} ORDER BY abs(score) DESC, day.date LIMIT ${strangestCount}`));
  });

  test("climateByMonth", async () => {
    const months = `
      SELECT month, avg(mean) AS mean, sum(rain) / count(DISTINCT year) AS rain,
             count(*) FILTER (rain >= ${wetThreshold}) / count(*) AS rainProbability, count(*) FILTER (sky = 'sun') / count(*) AS sunProbability
      FROM day GROUP BY month ORDER BY min(number)`;
    near(results["climateByMonth"], await query(months));
  });

  test("climateByYear", async () => {
    const years = `
      SELECT year, avg(mean) AS mean, max(high) AS highest, min(low) AS lowest, sum(rain) AS rain, count(*) FILTER (rain >= ${wetThreshold}) AS wetDays,
             count(*) FILTER (high >= ${hotThreshold}) AS hotDays, sum(greatest(0, ${heatingBase} - mean)) AS heatingDegreeDays
      FROM day GROUP BY year ORDER BY year`;
    near(results["climateByYear"], await query(years));
  });
});

test("cleaning leaves out what makes no sense, and tells what is missing", () => {
  const csv = [
    "date,precipitation,temp_max,temp_min,wind,weather",
    "2020-02-29,1.0,8.0,2.0,3.0,rain",
    "2020-02-28,0.0,7.0,1.0,3.0,sun",
    "2020-03-01,,7.0,1.0,3.0,sun", // no rain told
    "2020-03-02,0.0,1.0,7.0,3.0,sun", // lowest above highest
    "2020-02-30x,0.0,7.0,1.0,3.0,sun", // no date
    "2020-03-03,-1.0,7.0,1.0,3.0,sun", // negative
    "2020-03-04,0.0,7.0,1.0,3.0,sun",
    '2020-03-04,0.5,7.0,1.0,3.0,"sun, later"', // the same date again
  ].join("\r\n");
  const { days, rejected, missingDates } = inExample<Record<"days" | "rejected" | "missingDates", { date: string; sky: string }[]>>(
    `dr.executeSync(["days", "rejected", "missingDates"], ${JSON.stringify({ overrides: { csv } })})`,
  );
  expect(days.map(({ date, sky }) => `${date.slice(0, 10)} ${sky}`)).toEqual(["2020-02-28 sun", "2020-02-29 rain", "2020-03-04 sun, later"]);
  expect(rejected).toHaveLength(5);
  expect(missingDates).toEqual(["2020-03-01", "2020-03-02", "2020-03-03"].map((date) => `${date}T00:00:00.000Z`));
});

/** What stands in the README's first fence of a language. */
function fenceOf(language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(README)?.[1];
}

/** Of rows with a key and a value. */
async function keyed(text: string): Promise<Record<string, unknown>> {
  return Object.fromEntries((await query(text)).map(({ key, value }) => [key, value]));
}

/** A date as JSON has it. */
function iso(date: string): string {
  return `strftime(${date}, '%Y-%m-%dT00:00:00.000Z')`;
}
