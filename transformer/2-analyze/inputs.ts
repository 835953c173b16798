/**
 * Transform what the nodes ask for and nobody provides Into inputs: for each name, the type that
 * satisfies all of its consumers.
 */
import type { Project, Type, Types } from "../compilers/port.js";
import type { ProbeAnswers } from "../compilers/questions.js";
import type { Consumer, DeclaredInput, FlowInput, FlowNode } from "../model.js";
import { asked, type Asking } from "./asking.js";
import { cohortsOf, eitherOf } from "./cohorts.js";
import { consumersOf } from "./consumers.js";
import { narrowest } from "./narrowest.js";
import { hasBrand, isImpossible } from "./possible.js";
import { createSchemas, type Schemas } from "./schema.js";
import { withoutUndefined } from "./type-text.js";
import { type Variants, variantsIn } from "./variants.js";

export function* inputsOf(project: Project, schemas: Schemas, nodes: readonly FlowNode[], declaredInputs: readonly DeclaredInput[]): Asking<FlowInput[]> {
  const variants = variantsIn(nodes);
  const consumers = usesOf(variants, nodes, declaredInputs);
  const declared = declaredInputs.filter(({ name }) => consumers.has(name)).map((each) => declaredInput(project.types, schemas, each, consumers.get(each.name)!));
  const known = new Map(declared.map((each) => [each.name, each]));
  const demanded = yield* demandedInputs(project, schemas, variants, new Map([...consumers].filter(([name]) => !known.has(name))));
  const found = new Map([...demanded, ...declared].map((each) => [each.name, each]));
  return [...consumers.keys()].map((name) => found.get(name)!);
}

/** Its declaration says what it is; that each consumer can take that, a rule sees to. */
function declaredInput(types: Types, schemas: Schemas, declared: DeclaredInput, consumers: readonly Consumer[]): FlowInput {
  const { name, type, hasDefault } = declared;
  const isLeftOut = consumers.length > 0 && consumers.every(({ dependency }) => dependency.optional);
  const optional = hasDefault || isLeftOut || types.includesUndefined(type);
  return { name, consumers, optional, demands: [], declared, ...described(types, schemas, type, optional, true) };
}

/** Nobody declares them: their types are what satisfies all of their consumers, or those of them that a config leaves. */
function* demandedInputs({ types }: Project, schemas: Schemas, variants: Variants, consumers: ReadonlyMap<string, Consumer[]>): Asking<FlowInput[]> {
  const drafts = [...consumers].map(([name, consumers]) => ({
    name,
    consumers,
    optional: consumers.every(({ dependency }) => dependency.optional),
    cohorts: cohortsOf(variants, consumers).map((cohort) => narrowest(types, schemas, cohort)),
  }));
  const joins = yield* joinsOf(drafts.flatMap(({ cohorts }) => cohorts).filter((demands) => demands.length > 1));
  const inputs: FlowInput[] = [];
  for (const { cohorts, ...draft } of drafts) {
    const under: FlowInput[] = [];
    for (const demands of cohorts) under.push(yield* inputOf(draft, demands));
    inputs.push(eitherOf(under));
  }
  return inputs;

  function* inputOf(draft: Pick<FlowInput, "name" | "consumers" | "optional">, demands: Consumer[]): Asking<FlowInput> {
    const [demand] = demands;
    const join = joins.get(demands);
    if (join) {
      const input = { ...draft, demands, ...describedJoin(types, demands, join, draft.optional) };
      return input.impossible ? { ...input, demands: yield* conflict(types, demands) } : input;
    }
    if (demand) return { ...draft, demands, ...described(types, schemas, demand.dependency.type, draft.optional, true) };
    return { ...draft, demands, typeText: draft.consumers[0]!.dependency.typeText };
  }
}

type Demands = readonly Consumer[];
type Join = ProbeAnswers["intersections"][number];

/** For each list of demands, the type that satisfies all of them. */
function* joinsOf(lists: readonly Demands[]): Asking<ReadonlyMap<Demands, Join>> {
  const { intersections } = yield* asked({ intersections: lists.map((list) => list.map(({ dependency }) => dependency.path)) });
  return new Map(lists.map((list, index) => [list, intersections[index]!]));
}

/** The first two that no value satisfies together; all of them where it takes more than two. */
function* conflict(types: Types, demands: Demands): Asking<Demands> {
  if (demands.length < 3) return demands;
  const pairs = demands.flatMap((later, index) => demands.slice(0, index).map((earlier) => [earlier, later]));
  const joins = yield* joinsOf(pairs);
  return pairs.find((pair) => describedJoin(types, pair, joins.get(pair)!, false).impossible) ?? demands;
}

/** Every use of a name that no node provides, or none under some config; then what is declared and not used. */
function usesOf(variants: Variants, nodes: readonly FlowNode[], declaredInputs: readonly DeclaredInput[]): ReadonlyMap<string, Consumer[]> {
  const uses = consumersOf(nodes, ({ node, dependency }) => variants.canLack(node, dependency.name));
  for (const { name } of declaredInputs) if (variants.of(name).length === 0 && !uses.has(name)) uses.set(name, []);
  return uses;
}

type Description = Pick<FlowInput, "typeText" | "schema" | "impossible">;

function describedJoin(types: Types, demands: Demands, join: Join, optional: boolean): Description {
  const brandsArePossible = demands.some(({ dependency }) => hasBrand(types, dependency.type));
  return described(join.types, createSchemas(join.types), join.type, optional, brandsArePossible);
}

function described(types: Types, schemas: Schemas, type: Type, optional: boolean, brandsArePossible: boolean): Description {
  const text = types.textOf(type);
  const schema = schemas.schemaOf(type, optional);
  return {
    typeText: optional ? withoutUndefined(text) : text,
    ...(schema && { schema }),
    // What may be left out needs no value.
    ...(!optional && isImpossible(types, type, brandsArePossible) && { impossible: true as const }),
  };
}
