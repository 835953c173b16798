/** Transform real TypeScript Into odd TypeScript: tokens lost, doubled, exchanged and moved, files cut off and run together. */
import ts from "typescript";

/** From 0 to `below`, without it. */
export type Pick = (below: number) => number;

/** The same numbers for the same seed. */
export function seeded(seed: number): Pick {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What stands between other tokens, whether it belongs there or not. */
const STRANGERS = [
  "export", "async", "function", "const", "=>", "...", "?", ":", "|", "&", "{", "}", "(", ")", "[", "]", "<", ">", ",", ";", "=", "this", "never", "any", "unknown", "infer", "keyof", "typeof", "default", "declare", "abstract",
  "enum", "namespace", "class", "extends", "import", "type", "from", '"./m1.js"', "*", "as", "satisfies", "`${", "`", "'", "/*", "*/", "//", "/** @notNode */", "@", "#a", "\\u0061", "\u2028", "𝒜", "__proto__", "constructor", "$manifest", "0", "1n", "new",
  "Builder()", ".withModules(", ".build()", ".execute([", "input({", "node({", "Promise<", "await", "yield", "get", "set", "static", "x!", "@tag", "\0", "<T,>", "<const T extends T>", "asserts", "is", "unique symbol", "require('./m2')",
];

/** `pool` is what else there is to run together with. */
export function mutated(source: string, pool: readonly string[], pick: Pick): string {
  let tokens = tokensOf(source);
  const times = 1 + pick(6);
  for (let time = 0; time < times; time++) tokens = mutatedOnce(tokens, pool, pick);
  return tokens.join("");
}

function mutatedOnce(tokens: readonly string[], pool: readonly string[], pick: Pick): readonly string[] {
  const at = pick(tokens.length + 1);
  const end = Math.min(tokens.length, at + 1 + pick(8));
  const [before, part, after] = [tokens.slice(0, at), tokens.slice(at, end), tokens.slice(end)];
  switch (pick(9)) {
    case 0:
      return [...before, ...after];
    case 1:
      return [...before, ...part, ...part, ...after];
    case 2:
      return [...before, ...[...part].reverse(), ...after];
    case 3:
      return before;
    case 4:
      return [...before, ` ${STRANGERS[pick(STRANGERS.length)]!} `, ...after];
    case 5:
      return [...before, ` ${STRANGERS[pick(STRANGERS.length)]!} `, ...part, ...after];
    case 6: {
      const words = tokens.filter((each) => /^[\w$]+$/.test(each));
      const word = words[pick(words.length || 1)] ?? "a";
      return [...before, word, ...tokens.slice(at + 1)];
    }
    case 7: {
      const other = tokensOf(pool[pick(pool.length)]!);
      const from = pick(other.length + 1);
      return [...before, "\n", ...other.slice(from, from + 40), "\n", ...after];
    }
    default: {
      const to = pick(before.length + 1);
      return [...before.slice(0, to), ...part, ...before.slice(to), ...after];
    }
  }
}

/** The tokens of a text and what stands between them: together, the text. */
function tokensOf(text: string): readonly string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const tokens: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText());
  return tokens;
}
