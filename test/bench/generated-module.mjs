/** The text of a dataflow module: functions over interfaces, up to three dependencies each, with doc comments. */
export function generatedModule(count) {
  const interfaces = Array.from({ length: 20 }, (_, k) => `export interface R${k} {\n  id: number;\n  name: string;\n  f${k}: number;\n  tags: string[];\n}\n`);
  const nodes = Array.from({ length: count }, (_, i) => nodeText(i));
  return [...interfaces, ...nodes].join("\n");
}

function nodeText(i) {
  const producers = [...new Set([i - 1, i >> 1, i - 3])].filter((each) => i >= 3 && each < i && each >= 0).slice(0, 1 + (i % 3));
  const parameters = producers.map((each) => `n${each}: R${each % 20}`);
  if (i % 10 === 0) parameters.push(`in${i % 50}: number`);
  const sum = producers.map((each) => `n${each}.id`).join(" + ") || "1";
  return `/**
 * Node number ${i}: what its producers have, and one more.
 * @tag owner team${i % 7}
 */
export function n${i}(${parameters.join(", ")}): R${i % 20} {
  const total = ${sum};
  return { id: total + 1, name: "node" + total, f${i % 20}: total * 2, tags: [String(total)] };
}
`;
}
