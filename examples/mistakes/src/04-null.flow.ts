// There may be no match, and its consumer does not expect that.
export function match(text: string): RegExpMatchArray | null { return text.match(/\d+/); }
export function digits(match: RegExpMatchArray): string { return match[0]; }
