import { definitionName, describeSchema, describeValue, joinPath } from "./describe.js";
import type { JsonSchema } from "../manifest.js";
import { readProperty } from "../own-property.js";
import { Assumptions } from "./schema-assumptions.js";
import { closestBranch, type Mismatch, type Path, pathKeys } from "./schema-mismatch.js";

/** Where a value does not fit its schema. */
export interface SchemaMismatch {
  readonly path: string;
  /** The same from the outside in, less the name. */
  readonly keys: readonly (string | number)[];
  readonly expected: string;
  readonly got: string;
}

/** An object or array some of whose members are still to be looked at. */
interface Frame {
  readonly value: object;
  readonly schema: JsonSchema;
  readonly path: Path | undefined;
  /** The properties to look at; absent for an array. */
  readonly names: readonly string[] | undefined;
  position: number;
}

/** An `anyOf` and the value that must fit one of its branches. */
interface Choice {
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly path: Path | undefined;
}

/** An attempt to fit a value: the whole, or one branch of a choice. */
interface Attempt {
  readonly choice: Choice | undefined;
  branch: number;
  frames: Frame[];
  /** Looked at last: what is cheap to refute goes first. */
  choices: Choice[];
  mismatches: Mismatch[];
  /** The mismatches of the branches before this one. */
  readonly refuted: Mismatch[][];
}

const MOST_MISMATCHES = 5;

/** Holds a value against a schema of the subset in `manifest.ts`. */
export function checkSchema(root: JsonSchema, value: unknown, name: string): SchemaMismatch[] {
  return isFlat(root) && fitsFlat(value, root) ? [] : compare(root, value, name);
}

/**
 * Keeps its own stack, so that neither deep nor cyclic data overflow; a cycle fits if nothing on it
 * refutes it. Ends at five mismatches.
 */
function compare(root: JsonSchema, value: unknown, name: string): SchemaMismatch[] {
  const assumptions = new Assumptions();
  const attempts: Attempt[] = [attempt(undefined)];
  let current = attempts[0]!;
  for (let begun = false, ended = false; !ended; begun = true) {
    try {
      if (begun) ended = advance();
      else visit(value, root, undefined);
    } catch {
      // A getter or a proxy threw.
      const frame = current.frames.pop();
      miss(frame === undefined ? current.choice?.path : memberPath(frame), "a readable value", "one that throws when it is read");
    }
  }
  return current.mismatches.map(({ path, expected, got }) => {
    const keys = pathKeys(path);
    return { path: joinPath(name, keys), keys, expected, got };
  });

  /** True at the end. */
  function advance(): boolean {
    const frame = current.frames.at(-1);
    const refuted = current.mismatches.length > 0;
    if (current.mismatches.length >= MOST_MISMATCHES) return close();
    if (frame !== undefined) step(frame);
    else if (current.choices.length > 0 && !(refuted && current.choice !== undefined)) open(current.choices.pop()!);
    else return close();
    return false;
  }

  /** Holds the value itself against the schema, and leaves its members for later. */
  function visit(value: unknown, schema: JsonSchema, path: Path | undefined): void {
    for (let hops = 0; hops < 1000; hops++) {
      if (!fitsFlat(value, schema)) return miss(path, describeSchema(schema), describeValue(value));
      if (schema.anyOf !== undefined && !schema.anyOf.some((branch) => isFlat(branch) && fitsFlat(value, branch))) {
        current.choices.push({ value, schema, path });
      }
      if (typeof value === "object" && value !== null) enter(value, schema, path);
      if (schema.$ref === undefined) return;
      const target = definition(schema.$ref);
      // An unknown definition refutes nothing. Only through a definition can a schema meet the same object again.
      if (target === undefined) return;
      if (typeof value === "object" && value !== null && !assumptions.assume(value, target)) return;
      schema = target;
    }
  }

  function enter(value: object, schema: JsonSchema, path: Path | undefined): void {
    if (Array.isArray(value)) {
      const { minItems = 0, prefixItems, items } = schema;
      const most = items === false ? (prefixItems?.length ?? 0) : Infinity;
      if (value.length < minItems) miss(path, `at least ${minItems} elements`, `${value.length}`);
      if (value.length > most) miss(path, `at most ${most} elements`, `${value.length}`);
      if (prefixItems !== undefined || items) current.frames.push({ value, schema, path, names: undefined, position: 0 });
      return;
    }
    const { properties, required, additionalProperties } = schema;
    for (const name of required ?? []) {
      if (readProperty(value, name) !== undefined) continue;
      const expected = properties !== undefined && Object.hasOwn(properties, name) ? describeSchema(properties[name]!) : "a value";
      miss({ parent: path, key: name }, expected, "nothing");
    }
    if (properties === undefined && additionalProperties === undefined) return;
    const names = properties === undefined ? [] : Object.keys(properties);
    if (additionalProperties !== undefined) {
      for (const name of Object.keys(value)) if (properties === undefined || !Object.hasOwn(properties, name)) names.push(name);
    }
    current.frames.push({ value, schema, path, names, position: 0 });
  }

  /** Looks at the next member of the topmost object or array. */
  function step(frame: Frame): void {
    const { value, schema, names } = frame;
    const index = frame.position++;
    if (names === undefined) {
      if (index >= (value as unknown[]).length) return void current.frames.pop();
      const element = (value as unknown[])[index];
      const prefix = schema.prefixItems?.[index];
      if (prefix !== undefined && element === undefined && index >= (schema.minItems ?? 0)) return;
      const elementSchema = prefix ?? schema.items;
      if (!elementSchema) return void current.frames.pop();
      visit(element, elementSchema, { parent: frame.path, key: index });
    } else {
      if (index >= names.length) return void current.frames.pop();
      const name = names[index]!;
      const { properties, additionalProperties } = schema;
      const property = readProperty(value, name);
      const known = properties !== undefined && Object.hasOwn(properties, name);
      if (property !== undefined) visit(property, known ? properties[name]! : additionalProperties!, { parent: frame.path, key: name });
    }
  }

  function open(choice: Choice): void {
    const settled = assumptions.settled(choice.value, choice.schema);
    if (settled === true) return;
    if (settled === false) return miss(choice.path, describeSchema(choice.schema), describeValue(choice.value));
    attempts.push((current = attempt(choice)));
    assumptions.begin();
    visit(choice.value, choice.schema.anyOf![0]!, choice.path);
  }

  /** Ends the topmost attempt; true if it was the whole. */
  function close(): boolean {
    const { choice, mismatches, refuted } = current;
    if (choice === undefined) return true;
    const branches = choice.schema.anyOf!;
    const fits = mismatches.length === 0;
    if (!fits) {
      refuted.push(mismatches);
      assumptions.drop();
      if (++current.branch < branches.length) {
        Object.assign(current, { frames: [], choices: [], mismatches: [] });
        visit(choice.value, branches[current.branch]!, choice.path);
        return false;
      }
    }
    assumptions.end(choice.value, choice.schema, fits);
    attempts.pop();
    current = attempts.at(-1)!;
    if (!fits) {
      current.mismatches.push(...(closestBranch(choice.path, refuted) ?? [mismatch(choice.path, describeSchema(choice.schema), describeValue(choice.value))]));
    }
    return false;
  }

  function miss(path: Path | undefined, expected: string, got: string): void {
    current.mismatches.push(mismatch(path, expected, got));
  }

  function definition(ref: string): JsonSchema | undefined {
    const name = definitionName(ref);
    if (root.$defs === undefined) return undefined;
    return Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
  }
}

function attempt(choice: Choice | undefined): Attempt {
  return { choice, branch: 0, frames: [], choices: [], mismatches: [], refuted: [] };
}

/** Where the member stands that was looked at last. */
function memberPath({ path, names, position }: Frame): Path | undefined {
  return position === 0 ? path : { parent: path, key: names?.[position - 1] ?? position - 1 };
}

function mismatch(path: Path | undefined, expected: string, got: string): Mismatch {
  return { path, expected, got };
}

/** Whether `fitsFlat` says all that the schema says. */
function isFlat(schema: JsonSchema): boolean {
  for (const keyword in schema) if (keyword !== "type" && keyword !== "enum") return false;
  return true;
}

function fitsFlat(value: unknown, schema: JsonSchema): boolean {
  return (schema.type === undefined || hasType(value, schema.type)) && (schema.enum === undefined || schema.enum.includes(value as never));
}

function hasType(value: unknown, type: NonNullable<JsonSchema["type"]>): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}
