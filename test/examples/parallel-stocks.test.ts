/** The example of blocks, run as a user runs it, and its figures against SQL over the same file. */
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const EXAMPLE = path.join(__dirname, "../../examples/parallel-stocks");
const README = fs.readFileSync(path.join(EXAMPLE, "README.md"), "utf8");
const CSV = path.join(path.dirname(require.resolve("vega-datasets")), "../data/stocks.csv");
const fenceOf = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(README)![1]!;

let printed: string;
beforeAll(() => {
  for (const picture of ["dag.png", "dag.svg"]) fs.rmSync(path.join(EXAMPLE, picture), { force: true });
  printed = execFileSync("npm", ["start", "--silent"], { cwd: EXAMPLE, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}, 180_000);

test("prints what the README shows, and draws the dataflow", () => {
  expect(printed).toBe(fenceOf("text"));
  expect(fs.readFileSync(path.join(EXAMPLE, "dag.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(fs.readFileSync(path.join(EXAMPLE, "dag.svg"), "utf8")).toContain("all items, collected");
});

test("its figures are those of SQL", async () => {
  const sql = await (await DuckDBInstance.create()).connect();
  await sql.run(`
    CREATE TABLE price AS SELECT symbol, strptime(date, '%b %-d %Y') AS date, price FROM read_csv('${CSV}', header = true);
    CREATE TABLE change AS
      SELECT symbol, date, year(date) AS year, price / lag(price) OVER (PARTITION BY symbol ORDER BY date) - 1 AS change FROM price QUALIFY change IS NOT NULL;
    CREATE TABLE market AS SELECT date, avg(change) AS market FROM change GROUP BY date;
    CREATE TABLE drawdown AS
      SELECT symbol, min(fall) AS drawdown FROM (SELECT symbol, price / max(price) OVER (PARTITION BY symbol ORDER BY date) - 1 AS fall FROM price) GROUP BY symbol;
    CREATE TABLE best AS
      SELECT symbol, year, product(1 + change) - 1 AS best FROM change GROUP BY symbol, year
      QUALIFY row_number() OVER (PARTITION BY symbol ORDER BY best DESC) = 1;
  `);
  const percent = (value: string): string => `printf('%.1f %%', 100 * ${value})`;
  const rows = async (query: string): Promise<string[]> => (await sql.runAndReadAll(query)).getRows().map((row) => row.join("  "));
  const profiles = await rows(`
    SELECT symbol, count(*) + 1 AS months, ${percent("stddev_samp(change) * sqrt(12)")}, ${percent("any_value(drawdown)")},
           printf('%.2f', regr_slope(change, market)), printf('%d (%s)', any_value(best.year), ${percent("any_value(best)")})
    FROM change JOIN market USING (date) JOIN drawdown USING (symbol) JOIN best USING (symbol)
    GROUP BY symbol ORDER BY regr_slope(change, market)`);
  expect(printed.split("\n").slice(1, 6).map((line) => line.split(/ {2,}/).join("  "))).toEqual(profiles);
  expect(printed).toContain(`worst month: ${(await rows(`SELECT strftime(date, '%b %-d %Y') || ', ' || ${percent("market")} FROM market ORDER BY market LIMIT 1`))[0]}\n`);
  const betas = await rows(`
    SELECT change.symbol || ' ' || printf('%.2f', regr_slope(change.change, ibm.change)) FROM change JOIN change ibm ON ibm.symbol = 'IBM' AND ibm.date = change.date
    GROUP BY change.symbol ORDER BY regr_slope(change.change, ibm.change)`);
  expect(printed).toContain(`against IBM alone: ${betas.join(", ")}\n`);
  sql.closeSync();
});

test("the README's mistake gets the message that it shows", () => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "icosian-stocks-"));
  try {
    for (const name of ["src", "package.json", "tsconfig.json"]) fs.cpSync(path.join(EXAMPLE, name), path.join(copy, name), { recursive: true });
    fs.symlinkSync(path.join(__dirname, "../../node_modules"), path.join(copy, "node_modules"));
    fs.appendFileSync(path.join(copy, "src/run.ts"), '\nvoid (await dr.execute(["beta"], { inputs: { csvPath } }));\n');
    const tspc = spawnSync("node_modules/.bin/tspc", ["--noEmit", "--pretty", "false"], { cwd: copy, encoding: "utf8" });
    const place = /\(\d+,\d+\)/;
    expect(tspc.stdout.replace(place, "")).toBe(fenceOf("console").replace(place, ""));
    expect(tspc.status).toBe(2);
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
});
