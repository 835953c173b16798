// Three nodes need each other.
export function income(growth: number): number { return 100 * growth; }
export function spend(income: number): number { return income / 2; }
export function growth(spend: number): number { return 1 + spend / 1000; }
