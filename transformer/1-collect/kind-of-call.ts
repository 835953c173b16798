/** Which of the runtime's own declaring functions a call calls: what it returns says so in its type. */
import type { CallExpression, Node, Project } from "../compilers/port.js";

interface Kinds {
  readonly calls: Map<Node, string | undefined>;
  /** By file and callee: once one has been seen to declare something, its other calls need not be asked. */
  readonly callees: Map<string, string>;
}

const known = new WeakMap<Project, Kinds>();

/** Such as `"icosian.node"`; undefined for all other calls. */
export function kindOfCall(project: Project, call: CallExpression): string | undefined {
  let kinds = known.get(project);
  if (!kinds) known.set(project, (kinds = { calls: new Map(), callees: new Map() }));
  const { calls, callees } = kinds;
  if (calls.has(call)) return calls.get(call);
  const callee = `${call.getSourceFile().fileName} ${call.expression.getText()}`;
  const kind = callees.get(callee) ?? kindAt(project, call);
  calls.set(call, kind);
  if (kind !== undefined) callees.set(callee, kind);
  return kind;
}

/** What an expression's type says that it declares. */
export function kindAt({ types }: Project, expression: Node): string | undefined {
  const property = types.propertyOf(types.typeAt(expression), "kind");
  const shape = property && types.shapeOf(property.type);
  return shape?.kind === "literal" && typeof shape.value === "string" && shape.value.startsWith("icosian.") ? shape.value : undefined;
}
