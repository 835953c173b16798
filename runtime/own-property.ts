/** Sets a property of the object itself, whatever its name: assigning to `__proto__` would not. */
export function setOwn(object: object, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    (object as Record<string, unknown>)[name] = value;
  }
}

/** The same names, as an object's keys have them: others, such as those of a JSON text, are looked up anew at each read. */
export function asKeys(names: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const object = Object.create(null) as Record<string, true>;
  for (const name of names) if (name !== undefined) object[name] = true;
  const keys = new Map<string | undefined, string>(Object.keys(object).map((key) => [key, key]));
  return names.map((name) => keys.get(name));
}

/** The value that an object has under a name, by itself or by its class; what every object inherits does not count. */
export function readProperty(object: object, name: string): unknown {
  if (name in Object.prototype && !Object.hasOwn(object, name)) {
    let holder = Object.getPrototypeOf(object) as object | null;
    while (holder !== null && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder) as object | null;
    // Told by its place at the root of the chain, not by identity: data may come from another realm.
    if (holder === null || Object.getPrototypeOf(holder) === null) return undefined;
  }
  return (object as Record<string, unknown>)[name];
}
