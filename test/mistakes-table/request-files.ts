/** The tables' requests, each as a file with what it may use. */
import { LEGAL_REQUESTS } from "./legal-requests";
import { GIVEN, OTHERS, REQUESTS, SHOP } from "./requests";

export const MISTAKES = Object.entries(REQUESTS).flatMap(([subject, list]) =>
  // What two modules do to each other stands in one of them.
  list.map(([name, text, codes, onlyTypes]) => ({ row: `${subject}: ${name}`, text, codes: [codes].flat(), onlyTypes, isAlone: subject === "compositions" })),
);
export const LEGAL = LEGAL_REQUESTS.map(([row, text]) => ({ row, text }));

/** The files that each request imports. */
export const SURROUNDINGS: Readonly<Record<string, string>> = {
  "shop.ts": SHOP,
  "given.ts": GIVEN,
  ...Object.fromEntries(Object.entries(OTHERS).map(([name, text]) => [`${name}.ts`, text])),
};

const NAMES = ["Builder", "shop", ...Object.keys(OTHERS), "driver", "text", "url", "flag", "maybe", "odd", "record", "anything", "open", "Settings"];
const FRAME = [
  'import { Builder, type Driver } from "icosian";',
  'import * as shop from "./shop.js";',
  ...Object.keys(OTHERS).map((name) => `import * as ${name} from "./${name}.js";`),
  `import { ${NAMES.slice(NAMES.indexOf("driver")).join(", ")} } from "./given.js";`,
  `export const used: unknown = [${NAMES.join(", ")}]; export type Used = Driver;`,
];

export function framed(text: string): string {
  return [...FRAME, `export async function run() { ${text} }`].join("\n");
}
