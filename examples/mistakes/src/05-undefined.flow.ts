// There may be no latest price, and its consumer does not expect that.
export function latest(prices: number[]): number | undefined { return prices.at(-1); }
export function rounded(latest: number): number { return Math.round(latest); }
