/**
 * Puts the members of each union in a printed type in an order that no compiler decides: TypeScript up to
 * 6 prints those that are not primitive as it met them, 7 in an order of its own.
 */
export function sortedUnions(text: string): string {
  if (!text.includes(" | ")) return text;
  let at = 0;
  return sequence();

  /** Up to the bracket that closes it: one union after the other, and what stands between them. */
  function sequence(): string {
    let result = "";
    let members: string[] = [];
    let member = "";
    while (at < text.length && !isClosing()) {
      const between = BETWEEN.exec(text.slice(at, at + 9))?.[0];
      if (between === undefined) {
        member += piece();
        continue;
      }
      at += between.length;
      members.push(member);
      member = "";
      if (between === " | ") continue;
      result += union(members) + between;
      members = [];
    }
    return result + union([...members, member]);
  }

  /** Whether a closing bracket stands here; that of an arrow closes nothing. */
  function isClosing(): boolean {
    return ")]}>".includes(text[at]!) && !text.startsWith("=>", at - 1);
  }

  /** A letter, a literal, or all that stands within brackets. */
  function piece(): string {
    const char = text[at]!;
    if (char === '"' || char === "'" || char === "`") return literal(char);
    at++;
    if (!"([{<".includes(char)) return char;
    const inner = sequence();
    return char + inner + (text[at++] ?? "");
  }

  function literal(quote: string): string {
    const start = at++;
    while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
    return text.slice(start, ++at);
  }
}

/** What ends a member, and all but the first a union as well. */
const BETWEEN = /^(?: \| |, |; | => | : |: | \? | extends | is | in | as | = |\.\.\.)/;

function union(members: readonly string[]): string {
  return members.length < 2 ? members.join() : [...members].sort((a, b) => rank(a) - rank(b) || compare(a, b)).join(" | ");
}

/** As TypeScript itself has them: primitives first, nothing last. */
const FIRST = ["string", "number", "bigint", "boolean", "symbol", "void"];
const LAST = ["null", "undefined"];

function rank(member: string): number {
  if (FIRST.includes(member)) return FIRST.indexOf(member) - FIRST.length;
  return isNumber(member) ? 0 : 1 + LAST.indexOf(member) + 1;
}

function compare(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  return a < b ? -1 : 1;
}

function isNumber(member: string): boolean {
  return /^-?[\d.]/.test(member) && !member.endsWith("n");
}
