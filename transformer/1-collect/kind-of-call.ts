/** Which of the runtime's own declaring functions a call calls: what it returns says so in its type. */
import type { CallExpression, Project } from "../compilers/port.js";

/** In one file, the same callee is the same function: its first call is asked, and no other. */
const known = new WeakMap<Project, Map<string, string | undefined>>();

/** Such as `"icosian.node"`; undefined for all other calls. */
export function kindOfCall(project: Project, call: CallExpression): string | undefined {
  let kinds = known.get(project);
  if (!kinds) known.set(project, (kinds = new Map()));
  const { syntax } = project;
  const { expression } = call;
  if (!syntax.isIdentifier(expression) && !syntax.isPropertyAccessExpression(expression)) return undefined;
  const key = `${call.getSourceFile().fileName} ${expression.getText()}`;
  if (!kinds.has(key)) kinds.set(key, kindAt(project, call));
  return kinds.get(key);
}

/** Where an expression's type says what it declares. */
export function kindAt({ types }: Project, expression: Parameters<Project["types"]["typeAt"]>[0]): string | undefined {
  const type = types.typeAt(expression);
  const property = types.propertyOf(type, "~kind") ?? types.propertyOf(type, "kind");
  const shape = property && types.shapeOf(property.type);
  const literals = shape?.kind === "union" ? shape.types.map(types.shapeOf) : shape ? [shape] : [];
  const kinds = literals.flatMap((each) => (each.kind === "literal" && typeof each.value === "string" ? each.value : []));
  return kinds.find((each) => each.startsWith("icosian."));
}
