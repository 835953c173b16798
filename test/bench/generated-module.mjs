/** The text of a dataflow module: functions over interfaces, up to three dependencies each, with doc comments. */
export function generatedModule(count, toText = functionText) {
  const interfaces = Array.from({ length: 20 }, (_, k) => `export interface R${k} {\n  id: number;\n  name: string;\n  f${k}: number;\n  tags: string[];\n}\n`);
  const nodes = Array.from({ length: count }, (_, i) => toText(sketch(i)));
  return [...interfaces, ...nodes].join("\n");
}

/** Such a module with as many nodes, whose functions are given to `node`: each results in two and a half nodes on average. */
export function generatedDeclarations(count) {
  return `import { node } from "icosian";\n\n${generatedModule(count / 2.5, declarationText)}`;
}

function sketch(i) {
  const producers = [...new Set([i - 1, i >> 1, i - 3])].filter((each) => i >= 3 && each < i && each >= 0).slice(0, 1 + (i % 3));
  const parameters = producers.map((each) => `n${each}: R${each % 20}`);
  if (i % 10 === 0) parameters.push(`in${i % 50}: number`);
  const sum = producers.map((each) => `n${each}.id`).join(" + ") || "1";
  const doc = `/**
 * Node number ${i}: what its producers have, and one more.
 * @tag owner team${i % 7}
 */`;
  const body = `{
  const total = ${sum};
  return { id: total + 1, name: "node" + total, f${i % 20}: total * 2, tags: [String(total)] };
}`;
  return { i, doc, signature: `(${parameters.join(", ")}): R${i % 20}`, body };
}

function functionText({ i, doc, signature, body }) {
  return `${doc}\nexport function n${i}${signature} ${body}\n`;
}

const OPTIONS = [
  (i) => `{ tag: { number: ${i} } }`,
  (i) => `{ extract: { id${i}: "id", name${i}: "name" } }`,
  (i) => `{ check: { positive: (row: R${i % 20}) => row.id > 0 } }`,
  (i) => `{ pipe: { same: (row: R${i % 20}): R${i % 20} => row } }`,
];

function declarationText({ i, doc, signature, body }) {
  return `${doc}\nexport const n${i} = node(${OPTIONS[i % OPTIONS.length](i)}, ${signature} => ${body});\n`;
}
