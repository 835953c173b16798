// From two files, airports and the flights between them, to what the network looks like.
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { countChanges, type Changes } from "./changes.js";
import { kilometres } from "./kilometres.js";

export interface Airport {
  readonly iata: string;
  readonly city: string;
  readonly state: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Route {
  readonly from: string;
  readonly to: string;
  readonly flights: number;
}

export interface Leg {
  readonly from: Airport;
  readonly to: Airport;
  readonly flights: number;
  readonly kilometres: number;
}

export interface Traffic {
  readonly airport: Airport;
  readonly flights: number;
}

/** The airports' file */
export async function airportsCsv(airportsPath: string): Promise<string> {
  return readFile(airportsPath, "utf8");
}

/** The flights' file */
export async function routesCsv(routesPath: string): Promise<string> {
  return readFile(routesPath, "utf8");
}

/** Airports by their IATA code */
export function airports(airportsCsv: string): Map<string, Airport> {
  const rows = parse<Record<keyof Airport, string>>(airportsCsv, { columns: true });
  return new Map(rows.map((row) => [row.iata, { ...row, latitude: Number(row.latitude), longitude: Number(row.longitude) }]));
}

/** How many flights go from where to where in a year */
export function routes(routesCsv: string): Route[] {
  const rows = parse<{ origin: string; destination: string; count: string }>(routesCsv, { columns: true });
  return rows.map(({ origin, destination, count }) => ({ from: origin, to: destination, flights: Number(count) }));
}

/** Routes whose two ends are known, with their length along the great circle */
export function legs(routes: Route[], airports: Map<string, Airport>): Leg[] {
  return routes.flatMap(({ from, to, flights }) => {
    const [start, end] = [airports.get(from), airports.get(to)];
    return start && end ? [{ from: start, to: end, flights, kilometres: kilometres(start, end) }] : [];
  });
}

/** Flights that leave from each airport, the most first */
export function departures(legs: Leg[]): Traffic[] {
  const flights = new Map<Airport, number>();
  for (const leg of legs) flights.set(leg.from, (flights.get(leg.from) ?? 0) + leg.flights);
  return [...flights].map(([airport, flights]) => ({ airport, flights })).sort((one, other) => other.flights - one.flights);
}

/** The airports with the most departures */
export function busiest(departures: Traffic[], top = 5): Traffic[] {
  return departures.slice(0, top);
}

/** The longest leg that is flown every day */
export function longestDailyLeg(legs: Leg[]): Leg {
  return legs.filter(({ flights }) => flights >= 365).reduce((longest, leg) => (leg.kilometres > longest.kilometres ? leg : longest));
}

/** How far a flight goes on average, in kilometres */
export function meanDistance(legs: Leg[]): number {
  const flights = legs.reduce((sum, leg) => sum + leg.flights, 0);
  return legs.reduce((sum, leg) => sum + leg.flights * leg.kilometres, 0) / flights;
}

/** How often one has to change planes between any two airports */
export function changes(legs: Leg[]): Changes {
  return countChanges(legs.map(({ from, to }) => [from.iata, to.iata]));
}
