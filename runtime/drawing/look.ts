import type { SceneNode } from "./scene.js";
import type { Paint, Theme } from "./theme.js";

/** What the legend explains: the kinds of boxes and marks, in its order. */
export type Trait = "function" | "async" | "each" | "input" | "config" | "optional" | "requested" | "overridden" | "missing" | "deprecated";

/** How a node looks, by trait; a box has exactly one of function, input and config. */
export type Look = ReadonlySet<Trait>;

export function lookOf(node: SceneNode): Look {
  const look = new Set<Trait>([node.kind]);
  for (const trait of ["async", "optional", "requested", "overridden", "missing", "deprecated"] as const) {
    if (node[trait] === true) look.add(trait);
  }
  if (node.blocks !== undefined) look.add("each");
  return look;
}

/** The colours of a look: what is wrong or replaced outdoes what is asked for, and that outdoes the kind. */
export function paintOf(look: Look, theme: Theme): Paint {
  for (const trait of ["missing", "overridden", "requested", "config", "input"] as const) {
    if (look.has(trait)) return theme[trait];
  }
  return theme.function;
}
