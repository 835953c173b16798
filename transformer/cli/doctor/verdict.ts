/** One line of the doctor's: as it should be, wrong and then with what to do, or neither. */
export interface Verdict {
  readonly kind: "ok" | "wrong" | "note";
  readonly text: string;
}

export const ok = (text: string): Verdict => ({ kind: "ok", text });
export const wrong = (text: string): Verdict => ({ kind: "wrong", text });
export const note = (text: string): Verdict => ({ kind: "note", text });
