/** A name or type on one line: no control characters, no half surrogates, nothing that changes the direction of what follows. */
export function plainText(text: string): string {
  if (/^[\x21-\x7e]*$/.test(text)) return text;
  return wellFormed(text)
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/\ufffd/g, "\u00b7") // Inter has no U+FFFD
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}

/** What XML 1.0 and every other format of ours can hold; the rest becomes U+FFFD, so that one sees that something was there. */
export function wellFormed(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text;
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd");
}

/** At most `length` UTF-16 units, cut between characters. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${wellFormed(text.slice(0, length - 1)).replace(/\ufffd$/, "")}…`;
}
