/** Before tax, in euro */
export const net = (prices: number[]): number => prices.reduce((sum, price) => sum + price, 0);

/** Value-added tax, in euro */
export const tax = (net: number, rate = 0.2): number => net * rate;

/** What the customer pays, in euro */
export async function gross(net: number, tax: number): Promise<number> {
  return net + tax;
}
