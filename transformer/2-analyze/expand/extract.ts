/**
 * Transform
 *
 *     export const stats = node({ extract: ["mean", "label"] }, fn)
 *
 * Into the nodes `mean` and `label` beside `stats`: each takes a part of its value. Of what is parameterized,
 * the names are joined: `lag1_mean`.
 */
import { finding } from "../../diagnostics/finding.js";
import type { FlowNode } from "../../model.js";
import { entriesOf } from "../entries.js";
import { declaredValue, partPath } from "../type-path.js";
import { plainText } from "../type-text.js";
import { type Expanded, type Expanding, type Expansion, final, optionOf } from "./expanding.js";
import { askedParts, type AskedPart } from "./asked-parts.js";
import { dependencyOn } from "./dependency-on.js";
import { lost } from "./lost.js";
import { type FoundPart, partIn } from "./parts.js";

export const extract: Expansion = {
  options: ["extract", "fillWith"],
  expand(node, expanding) {
    const { declared, report } = expanding;
    const fill = optionOf(expanding, "fillWith");
    const option = optionOf(expanding, "extract");
    if (!option) {
      report(finding("nothingToFill", { node: declared.name }, fill!.place));
      return [final(node)];
    }
    const isParameterized = optionOf(expanding, "parameterize") !== undefined;
    const parts = askedParts(expanding, option).map((part) => partNode(node, part, isParameterized, fill !== undefined, expanding));
    return [{ node, isFinal: false }, ...parts];
  },
};

function partNode(whole: FlowNode, asked: AskedPart, isParameterized: boolean, isFilled: boolean, expanding: Expanding): Expanded {
  const { schemas, declared } = expanding;
  const { schema: _, parallel: __, ...rest } = whole;
  const own: FlowNode = {
    ...rest,
    name: isParameterized ? `${whole.name}_${asked.name}` : asked.name,
    place: asked.place,
    policies: [],
    async: false,
    dependencies: [dependencyOn(whole, asked.place)],
  };
  const found = partIn(expanding, whole, asked);
  if (!found) return final(lost({ ...own, compute: { op: "field", of: "object", key: asked.key } }));
  const part = typedPart(whole, own.name, found, isFilled, expanding);
  const schema = part.isGeneric ? undefined : schemas.schemaOf(part.type);
  const fill = { export: declared.name, path: ["fillWith"] };
  return final({ ...own, compute: { op: "field", of: found.of, key: found.key, ...(isFilled && { fill }) }, ...part, ...(schema && { schema }) });
}

/** Of what may be missing, or is a column, no type of the project's is: the declaration's own type has it. */
function typedPart(whole: FlowNode, name: string, found: FoundPart, isFilled: boolean, { project: { types }, declared }: Expanding): Pick<FlowNode, "type" | "typeText" | "path" | "isGeneric"> {
  const isExact = found.isCertain && found.of !== "rows" && !isFilled;
  const entry = isExact || whole.isGeneric ? undefined : entriesOf(types, declared.declaration, declaredValue(whole.module, declared), declared.name).entryOf(name);
  const operation = { op: "field", of: found.of, key: found.key } as const;
  const path = found.isPlain && !isFilled ? partPath(operation, whole.path, found.isCertain) : entry?.path;
  const type = entry?.type ?? found.type;
  return { type, typeText: plainText(types, type), path: path ?? { of: "any" }, isGeneric: whole.isGeneric || (!isExact && !entry) };
}
