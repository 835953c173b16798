// TypeScript tells by itself that a node has no such option.
import { node } from "icosian";
export const price = node({ retries: 3 }, async (url: string): Promise<number> => Number(await (await fetch(url)).text()));
