// The inner node asks for 'rate', and the subdag is given 'rates'.
import { source, subdag } from "icosian";
const gross = (net: number, rate: number): number => net * (1 + rate);
export const eu = subdag([{ gross }], { inputs: { net: source("sales"), rates: 0.2 } }, (gross: number): string => `€${gross}`);
