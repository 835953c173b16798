import { node } from "icosian";
import { z } from "zod";

export const total = node(
  {
    check: {
      positive: (x: number) => x > 0,
      small: { schema: z.number().max(100), importance: "fail" },
      whole: { test: async (x: number) => Number.isInteger(x) },
    },
  },
  (spend: number[]): number => spend.reduce((sum, x) => sum + x, 0),
);

export const half = (total: number): number => total / 2;

export const rows = node(
  {
    check: { shaped: { schema: z.array(z.object({ id: z.enum(["a", "b"]), n: z.number() })), importance: "fail" }, some: (list) => list.length > 0 },
    extract: ["id"],
  },
  (ids: string[]): { id: string; n: number }[] => ids.map((id, n) => ({ id, n })),
);

export const piped = node({ pipe: { text: String }, check: { long: (x: string) => x.length > 2 } }, (x: number): number => x);
