export interface Order { readonly country: string; readonly amount: number }

/** The orders that count. */
export function orders(raw: readonly Order[], year = 2026): Order[] { return raw.filter(({ amount }) => amount > year / 1000); }
/** What they come to. */
export function revenue(orders: Order[]): number { return orders.reduce((sum, { amount }) => sum + amount, 0); }
/** The part that goes to the state. */
export function tax(revenue: number, rate: number): number { return revenue * rate; }
/** What is left of it, in words. */
export async function report(revenue: number, tax: number): Promise<string> { return `${revenue - tax} after tax`; }
