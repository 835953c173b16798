/** Which of the runtime's own declaring functions a call calls: what it returns says so in its type. */
import type { CallExpression, Node, Project } from "../compilers/port.js";

/** By file and callee. Once one has been seen to declare something, its other calls need not be asked. */
const known = new WeakMap<Project, Map<string, string>>();

/** Such as `"icosian.node"`; undefined for all other calls. */
export function kindOfCall(project: Project, call: CallExpression): string | undefined {
  let kinds = known.get(project);
  if (!kinds) known.set(project, (kinds = new Map()));
  const key = `${call.getSourceFile().fileName} ${call.expression.getText()}`;
  const kind = kinds.get(key) ?? kindAt(project, call);
  if (kind !== undefined) kinds.set(key, kind);
  return kind;
}

/** What an expression's type says that it declares. */
export function kindAt({ types }: Project, expression: Node): string | undefined {
  const property = types.propertyOf(types.typeAt(expression), "kind");
  const shape = property && types.shapeOf(property.type);
  return shape?.kind === "literal" && typeof shape.value === "string" && shape.value.startsWith("icosian.") ? shape.value : undefined;
}
