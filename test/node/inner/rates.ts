export const converted = ({ day, currency, base = 1 }: { day: string; currency: "EUR" | "USD"; base?: number }): number => day.length + currency.length + base;
