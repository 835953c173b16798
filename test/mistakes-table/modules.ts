/** The tables' modules: two of each mistake, as it is and as it is mended, and those that are right though they look odd. */
import { COMPUTED_TYPES } from "./computed-types";
import { LEGAL_MODULES } from "./legal-modules";
import { mended, mistaken } from "./rows";
import { WRITTEN_TYPES } from "./written-types";

export interface TableModule {
  readonly row: string;
  readonly kind: "mistaken" | "mended" | "legal";
  /** Its file's name, less `.ts`. */
  readonly module: string;
  readonly text: string;
}

export const MISTAKES = Object.entries({ ...COMPUTED_TYPES, ...WRITTEN_TYPES }).flatMap(([subject, list]) => list.map(([name, text]) => ({ row: `${subject}: ${name}`, text })));

export const MODULES: readonly TableModule[] = [
  ...MISTAKES.map(({ row, text }, index): TableModule => ({ row, kind: "mistaken", module: `mistaken${index}.flow`, text: mistaken(text) })),
  ...MISTAKES.map(({ row, text }, index): TableModule => ({ row, kind: "mended", module: `mended${index}.flow`, text: mended(text) })),
  ...LEGAL_MODULES.map(([row, text], index): TableModule => ({ row, kind: "legal", module: `legal${index}.flow`, text })),
];
