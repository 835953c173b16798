// For which of the two would it run?
import type { Parallelizable } from "icosian";
export function country(): Parallelizable<string> { return ["fr", "de"]; }
export function year(): Parallelizable<number> { return [2025, 2026]; }
export function sales(country: string, year: number): string { return `${country} ${year}`; }
