// A string is passed where a number is needed.
export function price(): string { return "12.50"; }
export function total(price: number, quantity: number): number { return price * quantity; }
