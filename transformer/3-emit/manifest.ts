/** Transform a dataflow Into its manifest: plain data, the same bytes for the same source. */
import path from "node:path";
import type { Syntax } from "../compilers/port.js";
import type { Dataflow, FlowDependency, FlowInput, FlowNode, Place } from "../model.js";
import { MANIFEST_VERSION, type Manifest, type ManifestDependency, type ManifestInput, type ManifestNode } from "../../runtime/manifest.js";
import { shortened } from "../2-analyze/type-text.js";
import { createVersions } from "./version.js";

/** `manifestFile` is where it will stand: the paths in it are relative to that. */
export function manifestOf(syntax: Syntax, { file, nodes, inputs }: Dataflow, manifestFile: string): Manifest {
  const folder = path.posix.dirname(manifestFile);
  const versionOf = createVersions(syntax);
  return {
    manifestVersion: MANIFEST_VERSION,
    module: moduleName(manifestFile),
    source: path.posix.relative(folder, file.fileName),
    nodes: nodes.map(manifestNode),
    inputs: inputs.map(manifestInput),
  };

  function manifestNode(node: FlowNode): ManifestNode {
    const { name, place, documentation, when, isOtherwise, policies, typeText, dependencies, compute, async, parallel, schema } = node;
    const { doc, deprecated, tags } = documentation;
    const version = versionOf(node);
    return {
      name,
      type: shortened(typeText),
      ...(doc !== undefined && { doc }),
      ...(deprecated !== undefined && { deprecated }),
      ...(tags && { tags: { ...tags } }),
      ...(when.length > 0 && { when: [...when] }),
      ...(isOtherwise && { otherwise: true }),
      ...(policies.length > 0 && { policies: [...policies] }),
      dependencies: dependencies.map(manifestDependency),
      compute,
      async,
      ...(parallel && { parallel: true }),
      ...(version !== undefined && { version }),
      ...(schema && { schema }),
      location: location(place),
    };
  }

  function location(place: Place): ManifestNode["location"] {
    const { line, character } = place.file.getLineAndCharacterOfPosition(place.start);
    const { fileName } = place.file;
    return { line: line + 1, column: character + 1, ...(fileName !== file.fileName && { file: path.posix.relative(folder, fileName) }) };
  }
}

/** The manifest's file for an emitted one: `NAME.js` has `NAME.manifest.json`. */
export function manifestFileOf(emittedFile: string): string {
  return emittedFile.replace(/\.[^./]+$/, ".manifest.json");
}

function moduleName(manifestFile: string): string {
  return path.posix.basename(manifestFile, ".manifest.json");
}

function manifestDependency({ name, typeText, optional, parameter, provided, collect }: FlowDependency): ManifestDependency {
  const own = parameter && parameter.name !== name ? parameter.name : undefined;
  return { name, type: shortened(typeText), optional, ...(own !== undefined && { parameter: own }), ...(provided && { provided }), ...(collect && { collect: true }) };
}

function manifestInput({ name, typeText, optional, schema, declared }: FlowInput): ManifestInput {
  return {
    name,
    type: shortened(typeText),
    optional,
    ...(schema && { schema }),
    ...(declared?.doc !== undefined && { doc: declared.doc }),
    ...(declared && (declared.within ? { export: declared.within.export, path: [...declared.within.path] } : { export: declared.name })),
    ...(declared?.hasDefault && { hasDefault: true }),
  };
}
