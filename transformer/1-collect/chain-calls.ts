/** The calls of a file that may speak to a Builder or a Driver, found by their methods' names. */
import type { Node, Project, SourceFile, Syntax } from "../compilers/port.js";
import { QUESTIONS } from "./questions.js";

/** One `receiver.method(…)`. */
export interface ChainCall {
  readonly call: Node;
  readonly method: string;
  /** The method's name, as it stands. */
  readonly name: Node;
  readonly arguments: readonly Node[];
  readonly receiver: Node;
}

/** Those that return another Builder. */
export const BUILDER_METHODS: ReadonlySet<string> = new Set(["withModules", "withConfig", "withAdapters", "allowModuleOverrides"]);
/** Those whose final vars and options the compiler judges as those of a run. */
export const RUN_METHODS: ReadonlySet<string> = new Set(["execute", "executeSync", "validateExecution"]);
/** Those whose names the compiler judges: these, and what asks or draws and runs nothing. */
export const REQUEST_METHODS: ReadonlySet<string> = new Set([...RUN_METHODS, ...Object.keys(QUESTIONS)]);

const METHODS: ReadonlySet<string> = new Set([...BUILDER_METHODS, "build", ...REQUEST_METHODS]);
const MENTION = new RegExp(`\\b(?:${[...METHODS].join("|")})\\b`);

/** Whether a file's text has any of the methods' names. */
export function mentionsDrivers({ text }: SourceFile): boolean {
  return MENTION.test(text);
}

const known = new WeakMap<SourceFile, readonly ChainCall[]>();

/** By text first: a file that mentions none is not walked, and one that does is walked once. */
export function chainCallsIn({ syntax }: Project, file: SourceFile): readonly ChainCall[] {
  if (!mentionsDrivers(file)) return [];
  let calls = known.get(file);
  if (calls === undefined) known.set(file, (calls = findCalls(syntax, file)));
  return calls;
}

function findCalls(syntax: Syntax, file: SourceFile): ChainCall[] {
  const found: ChainCall[] = [];
  const open: Node[] = [file];
  for (let node = open.pop(); node; node = open.pop()) {
    syntax.forEachChild(node, (child) => void open.push(child));
    const call = chainCall(syntax, node);
    if (call && METHODS.has(call.method)) found.push(call);
  }
  return found.sort((a, b) => a.name.pos - b.name.pos);
}

/** The `receiver.method(…)` that an expression is. */
export function chainCall(syntax: Syntax, node: Node): ChainCall | undefined {
  if (!syntax.isCallExpression(node) || !syntax.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  return { call: node, method: name.text, name, arguments: node.arguments, receiver: expression };
}
