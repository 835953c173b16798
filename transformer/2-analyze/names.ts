import type { Dataflow, FlowInput } from "../model.js";
import { isAlways } from "./variants.js";

/** What a dataflow has, by name. */
export interface Names {
  readonly nodes: ReadonlySet<string>;
  /** The nodes that are there whatever the config. */
  readonly computed: ReadonlySet<string>;
  readonly inputs: ReadonlyMap<string, FlowInput>;
}

/** Each request to a driver asks of the same dataflow. */
const known = new WeakMap<Dataflow, Names>();

export function namesIn(dataflow: Dataflow): Names {
  let names = known.get(dataflow);
  if (!names) known.set(dataflow, (names = readNames(dataflow)));
  return names;
}

function readNames({ nodes, inputs }: Dataflow): Names {
  return {
    nodes: new Set(nodes.map(({ name }) => name)),
    computed: new Set(nodes.filter(isAlways).map(({ name }) => name)),
    inputs: new Map(inputs.map((input) => [input.name, input])),
  };
}
