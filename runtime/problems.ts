/** One thing that is wrong with a request, as data; `message` says the same in a sentence. */
export type Problem =
  | UnknownNameProblem
  | { readonly code: "input-is-computed" | "input-in-config" | "rival-variants"; readonly name: string; readonly message: string }
  | MissingInputProblem
  | WrongTypeProblem
  | InvalidInputProblem
  | { readonly code: "delayed-retry"; readonly name: string; readonly message: string }
  | InnerNodeProblem
  | { readonly code: "async-node"; readonly name: string; readonly route: readonly string[]; readonly message: string };

/** A name that the dataflow does not have. */
export interface UnknownNameProblem {
  readonly code: "unknown-final-var" | "unknown-input" | "unknown-override" | "unknown-variable" | "unknown-node" | "unknown-tag" | "unknown-pool";
  readonly name: string;
  readonly suggestion?: string;
  readonly message: string;
}

/** A final var that has a value for each item of a block; `route` goes from it down to `block`, the node that opens that. */
export interface InnerNodeProblem {
  readonly code: "inner-node";
  readonly name: string;
  readonly block: string;
  readonly route: readonly string[];
  readonly message: string;
}

/** A required input that has no value; `route` goes from a final var down to it. */
export interface MissingInputProblem {
  readonly code: "missing-input";
  readonly name: string;
  readonly route: readonly string[];
  readonly message: string;
}

/** A value that does not have the type of its input. */
export interface WrongTypeProblem {
  readonly code: "wrong-type";
  readonly name: string;
  /** Where the value stands, such as `rows[3].name`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

/** What the validator of a declared input says of a value, or why it could not be asked. */
export interface InvalidInputProblem {
  readonly code: "invalid-input" | "async-validator" | "unread-input";
  readonly name: string;
  /** Where the value stands, such as `rows[3].name`. */
  readonly path: string;
  readonly message: string;
}

const SHOWN = 20;

/** One message for all of them: a single one as it is, several as a list. */
export function listProblems(subject: string, problems: readonly { readonly message: string }[]): string {
  if (problems.length === 1) return problems[0]!.message;
  const lines = problems.slice(0, SHOWN).map(({ message }) => `\n  - ${message}`);
  if (problems.length > SHOWN) lines.push(`\n  - … and ${problems.length - SHOWN} more.`);
  return `${subject} has ${problems.length} problems:${lines.join("")}`;
}

/** `'C' needs 'B', which needs 'A'`. */
export function tellRoute(route: readonly string[], last = `'${route.at(-1)!}'`): string {
  const told = route.map((name, index) => (index === route.length - 1 ? last : `'${name}'`));
  const [first, second, ...rest] = told.length > 8 ? [...told.slice(0, 3), "…", ...told.slice(-3)] : told;
  return [`${first} needs ${second}`, ...rest.map((name) => `which needs ${name}`)].join(", ");
}

/** `'a', 'b', 'c' and 4 more`. */
export function listNames(names: readonly string[], most = 8): string {
  const told = names.slice(0, most).map((name) => `'${name}'`);
  return told.join(", ") + (names.length > most ? ` and ${names.length - most} more` : "");
}
