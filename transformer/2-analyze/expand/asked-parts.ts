/** Transform `["mean", "label"]` and `{ beak: "Beak Length (mm)", first: 0 }` Into the parts that are asked for. */
import { placeOf } from "../../1-collect/place.js";
import type { Place, WrittenEntry } from "../../model.js";
import type { Expanding } from "./expanding.js";
import { entriesIn, itemsIn, literalOf } from "./static-values.js";

export interface AskedPart {
  /** The node's name, or the end of it. */
  readonly name: string;
  readonly place: Place;
  readonly key: string | number;
  readonly keyPlace: Place;
  /** Where the word `extract` stands. */
  readonly optionPlace: Place;
  /** Its position in the list, where that names parts: a tuple's elements go by it. */
  readonly index?: number;
}

export function askedParts(expanding: Expanding, option: WrittenEntry): readonly AskedPart[] {
  if (option.value.kind === "object") {
    return entriesIn(expanding, option).flatMap(({ name, place, value }) => {
      const key = literalOf(expanding, name, value, ["string", "number"]);
      return typeof key === "string" || typeof key === "number" ? { name, place, key, keyPlace: placeOf(value.node), optionPlace: option.place } : [];
    });
  }
  return itemsIn(expanding, option).flatMap((value, index) => {
    const name = literalOf(expanding, option.name, value, ["string"]);
    const place = placeOf(value.node);
    return typeof name === "string" ? { name, place, key: name, keyPlace: place, optionPlace: option.place, index } : [];
  });
}
