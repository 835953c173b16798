/** What is wrong with a node's operation, and on what it stands, told as what goes on after the node's own place; nothing if all is well. */
export function declarationFault(when: unknown, compute: Record<string, unknown>, dependencies: number): string | undefined {
  return conditionFault(when) ?? operationFault(compute, dependencies);
}

function conditionFault(when: unknown): string | undefined {
  if (when === undefined) return undefined;
  if (!Array.isArray(when)) return ".when' is not an array";
  const odd = when.findIndex((each: unknown) => !isRecord(each) || typeof each.key !== "string" || Array.isArray(each.in) === Array.isArray(each.notIn));
  return odd === -1 ? undefined : `.when[${odd}]' is not a key with a list of values, 'in' or 'notIn'`;
}

function operationFault(compute: Record<string, unknown>, dependencies: number): string | undefined {
  switch (compute.op) {
    case "call":
      return callFault(compute, dependencies);
    case "field":
      if (!["object", "tuple", "rows"].includes(compute.of as string)) return ".compute.of' is not 'object', 'tuple' or 'rows'";
      if (typeof compute.key !== "string" && typeof compute.key !== "number") return ".compute.key' is neither a string nor a number";
      return dependencyFault(dependencies) ?? (compute.fill === undefined ? undefined : placeFault(compute.fill, ".compute.fill"));
    case "alias":
      return dependencyFault(dependencies);
    case "validate":
      if (compute.importance !== "warn" && compute.importance !== "fail") return ".compute.importance' is not 'warn' or 'fail'";
      return dependencyFault(dependencies) ?? placeFault(compute, ".compute");
    case "gate":
      return dependencies > 0 ? undefined : ".dependencies' has nothing for the operation to let through";
    default:
      return ".compute.op' is not an operation that this version of icosian knows";
  }
}

function callFault({ path, style, keys, arguments: list }: Record<string, unknown>, dependencies: number): string | undefined {
  if (path !== undefined && !isPath(path)) return ".compute.path' is not a list of strings and numbers";
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) return ".compute.arguments' is not an array";
  for (let index = 0; index < list.length; index++) {
    const fault = argumentFault(list[index], dependencies, `.compute.arguments[${index}]`);
    if (fault !== undefined) return fault;
  }
  if (style === undefined) return keys === undefined ? undefined : ".compute.keys' is there, and 'style' is not 'named'";
  const fits = Array.isArray(keys) && keys.length === list.length && keys.every((key) => typeof key === "string");
  return fits ? undefined : ".compute.keys' is not a list of strings, one for each of 'arguments'";
}

function argumentFault(argument: unknown, dependencies: number, place: string): string | undefined {
  const { dependency, value, list, record } = isRecord(argument) ? argument : {};
  if (dependency !== undefined) {
    const isPosition = Number.isInteger(dependency) && (dependency as number) >= 0 && (dependency as number) < dependencies;
    return isPosition ? undefined : `${place}.dependency' is not the position of a dependency`;
  }
  if (value !== undefined) return isPath(value) ? undefined : `${place}.value' is not a list of strings and numbers`;
  const members = Array.isArray(list) ? list.entries() : isRecord(record) ? Object.entries(record) : undefined;
  if (members === undefined) return `${place}' is not an argument that this version of icosian knows`;
  for (const [key, member] of members) {
    const fault = argumentFault(member, dependencies, `${place}.${list === undefined ? "record" : "list"}.${key}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function placeFault(place: unknown, at: string): string | undefined {
  if (!isRecord(place) || typeof place.export !== "string") return `${at}.export' is not a string`;
  return isPath(place.path) ? undefined : `${at}.path' is not a list of strings and numbers`;
}

function dependencyFault(dependencies: number): string | undefined {
  return dependencies === 1 ? undefined : ".dependencies' is not one, as its operation takes";
}

function isPath(path: unknown): boolean {
  return Array.isArray(path) && path.every((key) => typeof key === "string" || typeof key === "number");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
