// Dependencies are named by parameters or by one object's properties, not by both.
export function net(gross: number, { rate }: { rate: number }): number { return gross * (1 - rate); }
