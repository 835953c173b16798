/**
 * Transform a dataflow module Into the program that one would write without us: each function called once, with the
 * awaited results of the others. What TypeScript says of it is what the dataflow should get.
 */
import ts from "typescript";

interface Step {
  readonly name: string;
  readonly isNamed: boolean;
  readonly parameters: readonly string[];
  /** Those of the parameters that may be left out. */
  readonly optional: ReadonlySet<string>;
}

/** One step a line, after one line of imports. */
export interface StraightProgram {
  readonly text: string;
  readonly steps: readonly Step[];
}

/** What nobody provides may be anything. */
const ANYTHING = "anything";

export function straightProgram(module: string, source: string): StraightProgram {
  const steps = producersFirst(stepsOf(ts.createSourceFile(module, source, ts.ScriptTarget.Latest, true)));
  const names = new Set(steps.map(({ name }) => name));
  const valueOf = (name: string): string => (names.has(name) ? name : ANYTHING);
  const lines = steps.map(({ name, isNamed, parameters, optional }) => {
    // What nobody provides and may be left out is left out.
    const isNeeded = (each: string): boolean => !optional.has(each) || names.has(each);
    const needed = parameters.filter((_, index) => parameters.slice(index).some(isNeeded));
    const given = needed.map((each) => (isNamed ? `${JSON.stringify(each)}: ${valueOf(each)}` : valueOf(each))).join(", ");
    return `const ${name} = await flow.${name}(${isNamed ? `{ ${given} }` : given});`;
  });
  return { text: [`import * as flow from "./${module}"; declare const ${ANYTHING}: any;`, ...lines, ""].join("\n"), steps };
}

function stepsOf(file: ts.SourceFile): Step[] {
  return file.statements.flatMap((statement) => {
    const kinds = ts.canHaveModifiers(statement) ? (statement.modifiers ?? []).map(({ kind }) => kind) : [];
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.DefaultKeyword)) return [];
    if (ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === "notNode")) return [];
    if (ts.isFunctionDeclaration(statement)) return stepOf(statement.name!.text, statement);
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      let value = initializer;
      while (value && (ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
      return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? stepOf((name as ts.Identifier).text, value) : [];
    });
  });
}

function stepOf(name: string, { parameters }: ts.SignatureDeclaration): Step[] {
  if (name.startsWith("_")) return [];
  const [first] = parameters;
  if (!first || !ts.isObjectBindingPattern(first.name)) {
    const nameOf = (each: ts.ParameterDeclaration): string => (each.name as ts.Identifier).text;
    return [{ name, isNamed: false, parameters: parameters.map(nameOf), optional: new Set(parameters.filter(({ questionToken, initializer }) => questionToken ?? initializer).map(nameOf)) }];
  }
  const properties = first.name.elements.map((each) => ((each.propertyName ?? each.name) as ts.Identifier | ts.StringLiteral).text);
  return [{ name, isNamed: true, parameters: properties, optional: new Set() }];
}

function producersFirst(steps: readonly Step[]): Step[] {
  const ordered = new Set<Step>();
  const visit = (step: Step | undefined): void => {
    if (!step || ordered.has(step)) return;
    for (const name of step.parameters) visit(steps.find((each) => each.name === name));
    ordered.add(step);
  };
  steps.forEach(visit);
  return [...ordered];
}
