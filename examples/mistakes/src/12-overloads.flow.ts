// A node has one type; overloads give it several.
export function parsed(raw: string): number;
export function parsed(raw: number): string;
export function parsed(raw: string | number): string | number { return typeof raw === "string" ? Number(raw) : String(raw); }
