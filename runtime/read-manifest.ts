import { beyondCoreIn, tellBeyond } from "./beyond-core.js";
import { manifestFault } from "./check-manifest.js";
import { ManifestError, ManifestMissingError } from "./errors.js";
import { type Manifest, MANIFEST_VERSION } from "./manifest.js";
import { listNames } from "./problems.js";

/** By `$manifest` function: each parses its JSON whenever it is called. */
const manifests = new WeakMap<() => unknown, Manifest>();

/**
 * What the compiler plugin says about a module. Touches nothing of it but `$manifest`, a hoisted
 * function: the module may be building a driver of itself, with half of its exports still to come.
 */
export function readManifest(module: object, position: number): Manifest {
  const member = readMember(module, position);
  if (typeof member !== "function") return checked(member, module, position);
  const known = manifests.get(member as () => unknown);
  if (known !== undefined) return known;
  const value = called(member as () => unknown, module, position);
  if (value === undefined) {
    throw new ManifestError(
      "ICOSIAN_MANIFEST_MOCKED",
      `${tellModule(module, position)} is mocked as a whole: its '$manifest' returns nothing. Keep the module and replace single nodes, as in withModules({ ...flow, B: fake }), or unmock it.`,
      module,
    );
  }
  const manifest = checked(value, module, position);
  manifests.set(member as () => unknown, manifest);
  return manifest;
}

function readMember(module: object, position: number): unknown {
  let cause: unknown;
  try {
    const member = (module as { $manifest?: unknown }).$manifest;
    if (member !== undefined && member !== null) return member;
  } catch (error) {
    cause = error;
  }
  throw new ManifestMissingError(
    "ICOSIAN_MANIFEST_MISSING",
    `${tellModule(module, position)} has no manifest: the compiler plugin has not run over it. ` +
      `Add { "name": "icosian", "transform": "icosian/transformer", "transformProgram": true } to "plugins" in the "compilerOptions" of its tsconfig.json, ` +
      `let the plugin's option "modules" match its path (as in "modules": ["src/**/*.ts"]), and compile with "icosian tsc", with tspc, or with tsc after "ts-patch install". ` +
      `Tools that drop types file by file (ts-jest with isolatedModules, swc, esbuild, tsx) do not run the plugin.`,
    module,
    cause === undefined ? undefined : { cause },
  );
}

function called(member: () => unknown, module: object, position: number): unknown {
  try {
    return member();
  } catch (cause) {
    const message = `${tellModule(module, position)} has a '$manifest' that throws. Compile the module again, or leave what the compiler has written as it is.`;
    throw new ManifestError("ICOSIAN_MANIFEST_MALFORMED", message, module, { cause });
  }
}

function checked(value: unknown, module: object, position: number): Manifest {
  const version = (value as { manifestVersion?: unknown } | null)?.manifestVersion;
  if (version !== undefined && version !== MANIFEST_VERSION) {
    throw new ManifestError(
      "ICOSIAN_MANIFEST_VERSION",
      `${tellModule(module, position)} has a manifest of version ${JSON.stringify(version)}, and this icosian reads version ${MANIFEST_VERSION}. Compile the module again with the plugin of the icosian that runs it.`,
      module,
    );
  }
  const fault = version === undefined ? "it has no 'manifestVersion'" : manifestFault(value);
  if (fault !== undefined) {
    throw new ManifestError(
      "ICOSIAN_MANIFEST_MALFORMED",
      `${tellModule(module, position)} has a malformed manifest: ${fault}. Compile the module again.`,
      module,
    );
  }
  const beyond = beyondCoreIn(value as Manifest);
  if (beyond !== undefined) {
    throw new ManifestError("ICOSIAN_MANIFEST_BEYOND_CORE", tellBeyond(tellModule(module, position), `: ${beyond}`), module);
  }
  return value as Manifest;
}

/** A namespace does not know its file's name; its exports tell it best. */
function tellModule(module: object, position: number): string {
  const names = Object.keys(module).filter((name) => name !== "$manifest" && name !== "__esModule");
  return `Module ${position + 1} of 'withModules' (${names.length === 0 ? "with no exports" : `with the exports ${listNames(names, 5)}`})`;
}
