/** Asks DuckDB: rows as plain objects, whole numbers as `number`. */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export async function openSql(setup: string): Promise<DuckDBConnection> {
  const sql = await (await DuckDBInstance.create()).connect();
  await sql.run(setup);
  return sql;
}

export async function query(sql: DuckDBConnection, text: string): Promise<Record<string, unknown>[]> {
  const rows = (await sql.runAndReadAll(text)).getRowObjectsJS();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === "bigint" ? Number(value) : value])));
}
