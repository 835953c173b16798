// One input cannot be a number and a string.
export function nextYear(year: number): number { return year + 1; }
export function heading(year: string): string { return year.toUpperCase(); }
