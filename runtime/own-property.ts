/** Sets a property of the object itself, whatever its name: assigning to `__proto__` would not. */
export function setOwn(object: object, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    (object as Record<string, unknown>)[name] = value;
  }
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
