import { generatedModule } from "./generated-module.mjs";

/** The files of a project of which a few are dataflows, each run by a file of its own; the rest is what projects are otherwise full of. */
export function generatedProject({ files, dataflows, nodes }) {
  const flows = Array.from({ length: dataflows }, (_, k) => [
    [`flow${k}.flow.ts`, generatedModule(nodes)],
    [`run${k}.ts`, programText(k, nodes)],
  ]);
  const others = Array.from({ length: files - 2 * dataflows }, (_, k) => [`store${k}.ts`, storeText(k)]);
  return Object.fromEntries([...flows.flat(), ...others]);
}

function programText(k, nodes) {
  return `import { Builder } from "icosian";
import * as flow from "./flow${k}.flow.js";

const driver = new Builder().withModules(flow).build();
export const { n${nodes - 1} } = driver.executeSync(["n${nodes - 1}"], { inputs: { in0: 1, in10: 2 } });
`;
}

/** A class over some interfaces, which uses the file before it. */
function storeText(k) {
  const before = k === 0 ? "" : `import { Store${k - 1}, type Item${k - 1} } from "./store${k - 1}.js";\n\n`;
  const methods = Array.from(
    { length: 12 },
    (_, m) => `  /** The items whose weight is over a limit, method ${m}. */
  heavy${m}(limit: number): Item${k}[] {
    return this.items.filter((item) => item.weight * ${m + 1} > limit).sort((a, b) => a.weight - b.weight);
  }
`,
  );
  return `${before}export interface Item${k} {
  id: string;
  weight: number;
  tags: readonly string[];
  parent?: Item${k};
}

export class Store${k} {
  private readonly items: Item${k}[] = [];

  add(item: Item${k}): this {
    this.items.push({ ...item, tags: item.tags.map((tag) => tag.toLowerCase()) });
    return this;
  }

${methods.join("\n")}}
${k === 0 ? "" : `\nexport function fill${k}(store: Store${k - 1}, items: readonly Item${k}[]): Item${k - 1}[] {\n  for (const item of items) store.add({ id: item.id, weight: item.weight, tags: item.tags });\n  return store.heavy1(3);\n}\n`}`;
}
