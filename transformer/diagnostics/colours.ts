/** The colours of tsc's pretty output, and of ours. */
export const RED = "\u001b[91m";
export const YELLOW = "\u001b[93m";
export const BLUE = "\u001b[96m";
export const GREY = "\u001b[90m";
export const INVERSE = "\u001b[7m";

export function painted(text: string, colour: string): string {
  return `${colour}${text}\u001b[0m`;
}
