// A pattern within the pattern: 'customer' is no variable of the function.
export function street({ customer: { address } }: { customer: { address: string } }): string { return address; }
