import { beyondCoreIn, isBeyond } from "./beyond-core.js";
import { type ErrorCode, ManifestError, ManifestMissingError } from "./errors.js";
import { features } from "./features.js";
import { type Manifest, MANIFEST_VERSION } from "./manifest.js";
import { listNames } from "./problems.js";

/** By `$manifest`: a function parses its JSON whenever it is called. */
const manifests = new WeakMap<object, Manifest>();

/**
 * What the compiler plugin says about a module. Touches nothing of it but `$manifest`, a hoisted
 * function: the module may be building a driver of itself, with half of its exports still to come.
 */
export function readManifest(module: object, position: number): Manifest {
  const member = readMember(module, position);
  const known = manifests.get(member);
  if (known !== undefined) return known;
  let manifest: Manifest;
  let refusal: Refusal | undefined;
  try {
    manifest = (typeof member === "function" ? (member as () => unknown)() : member) as Manifest;
    refusal = (features.explanations?.manifestRefusal ?? coreRefusal)(manifest);
  } catch (cause) {
    return refuse(module, position, ["MALFORMED", "has a '$manifest' that throws when it is read. Compile the module again."], cause);
  }
  if (refusal !== undefined) refuse(module, position, refusal);
  manifests.set(member, manifest);
  return manifest;
}

/** Why a manifest is of no use: the end of an error's code, and what is said of its module. */
export type Refusal = readonly [fault: ErrorCode extends infer Code ? (Code extends `ICOSIAN_MANIFEST_${infer Fault}` ? Fault : never) : never, what: string];

function readMember(module: object, position: number): object {
  let cause: unknown;
  try {
    // Read as usual, a namespace would be made fast to read again, which takes longer than to read it through once.
    const member = Reflect.get(module, "$manifest") as object | null | undefined;
    if (member !== undefined && member !== null) return member;
  } catch (error) {
    cause = error;
  }
  const what =
    `has no manifest: the compiler plugin has not run over it. ` +
    `Add { "name": "icosian", "transform": "icosian/transformer", "transformProgram": true } to "plugins" in the "compilerOptions" of its tsconfig.json, ` +
    `and compile with "icosian tsc"${features.explanations?.OTHER_WAYS ?? ""}.`;
  return refuse(module, position, ["MISSING", what], cause);
}

function coreRefusal(manifest: Manifest): Refusal | undefined {
  if (manifest.manifestVersion !== MANIFEST_VERSION) return otherVersion(manifest);
  const beyond = beyondCoreIn(manifest);
  return beyond === undefined ? undefined : ["BEYOND_CORE", isBeyond(`: ${beyond}`)];
}

export function otherVersion({ manifestVersion }: { readonly manifestVersion: unknown }): Refusal {
  return ["VERSION", `has a manifest of version ${JSON.stringify(manifestVersion)}, and this icosian reads version ${MANIFEST_VERSION}. Compile the module again with the plugin of the icosian that runs it.`];
}

function refuse(module: object, position: number, [fault, what]: Refusal, cause?: unknown): never {
  // A namespace does not know its file's name; its exports tell it best.
  const names = Object.keys(module).filter((name) => name !== "$manifest" && name !== "__esModule");
  const told = `Module ${position + 1} of 'withModules' (${names.length === 0 ? "with no exports" : `with the exports ${listNames(names, 5)}`})`;
  const Refused = fault === "MISSING" ? ManifestMissingError : ManifestError;
  throw new Refused(`ICOSIAN_MANIFEST_${fault}`, `${told} ${what}`, module, cause === undefined ? undefined : { cause });
}
