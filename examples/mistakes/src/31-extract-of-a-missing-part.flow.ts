// The function returns 'label', and 'labl' is extracted. What needs it gets no error beside.
import { node } from "icosian";
export const stats = node({ extract: ["mean", "labl"] }, (spend: number[]) => ({ mean: spend[0] ?? 0, label: "spend" }));
export function title(labl: string): string { return labl.toUpperCase(); }
