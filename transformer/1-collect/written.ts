/** Transform an expression Into what its text tells: objects, lists and literals, and calls of `source`, `group` and `step`. */
import type { Node, Project } from "../compilers/port.js";
import type { Written, WrittenCall, WrittenEntry, WrittenObject } from "../model.js";
import { bare } from "./bare.js";
import { kindOfCall } from "./kind-of-call.js";
import { placeOf } from "./place.js";

const CALLS: Readonly<Record<string, WrittenCall["kind"]>> = { "icosian.source": "source", "icosian.group": "group", "icosian.step": "step" };

export function writtenIn(project: Project, expression: Node): Written {
  const { syntax } = project;
  return read(expression);

  function read(outer: Node): Written {
    const node = bare(syntax, outer);
    if (syntax.isObjectLiteralExpression(node)) return object(node);
    if (syntax.isArrayLiteralExpression(node)) {
      const spread = node.elements.find(syntax.isSpreadElement);
      return { kind: "list", node: outer, items: node.elements.map(read), ...(spread && { spread }) };
    }
    const value = literalOf(node);
    if (value !== undefined) return { kind: "literal", node: outer, value };
    const kind = syntax.isCallExpression(node) ? CALLS[kindOfCall(project, node) ?? ""] : undefined;
    if (kind && syntax.isCallExpression(node)) return { kind, node: outer, arguments: node.arguments.map(read) };
    return { kind: "other", node: outer };
  }

  function object(node: Node & { readonly properties: readonly Node[] }): WrittenObject {
    const entries: WrittenEntry[] = [];
    let unnamed: Node | undefined;
    for (const property of node.properties) {
      const { name } = property as { name?: Node };
      const key = name && keyOf(name);
      if (key === undefined) unnamed ??= name ?? property;
      else entries.push({ name: key, place: placeOf(name!), value: valueOf(property, node) });
    }
    return { kind: "object", node, entries, ...(unnamed && { unnamed }) };
  }

  function valueOf(property: Node, within: Node): Written {
    if (syntax.isPropertyAssignment(property)) return read(property.initializer);
    return { kind: "other", node: property, shorthandIn: within };
  }

  function keyOf(name: Node): string | undefined {
    return syntax.isIdentifier(name) || syntax.isStringLiteralLike(name) || syntax.isNumericLiteral(name) ? name.text : undefined;
  }

  function literalOf(node: Node): string | number | boolean | null | undefined {
    const { TrueKeyword, FalseKeyword, NullKeyword, MinusToken } = syntax.SyntaxKind;
    if (syntax.isStringLiteralLike(node)) return node.text;
    if (syntax.isNumericLiteral(node)) return Number(node.text);
    if (syntax.isPrefixUnaryExpression(node) && node.operator === MinusToken && syntax.isNumericLiteral(node.operand)) return -Number(node.operand.text);
    if (node.kind === NullKeyword) return null;
    return node.kind === TrueKeyword ? true : node.kind === FalseKeyword ? false : undefined;
  }
}
