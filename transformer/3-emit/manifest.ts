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

  // What is undefined has no place in JSON.
  function manifestNode(node: FlowNode): ManifestNode {
    const { name, place, documentation, when, isOtherwise, policies, typeText, dependencies, compute, async, parallel, schema } = node;
    const { doc, deprecated, tags } = documentation;
    return {
      name,
      type: shortened(typeText),
      doc,
      deprecated,
      tags,
      when: when.length > 0 ? when : undefined,
      otherwise: isOtherwise || undefined,
      policies: policies.length > 0 ? policies : undefined,
      dependencies: dependencies.map(manifestDependency),
      compute,
      async,
      parallel: parallel && true,
      version: versionOf(node),
      schema,
      location: location(place),
    } as ManifestNode;
  }

  function location(place: Place): ManifestNode["location"] {
    const { line, character } = place.file.getLineAndCharacterOfPosition(place.start);
    const { fileName } = place.file;
    const own = { line: line + 1, column: character + 1 };
    return fileName === file.fileName ? own : { ...own, file: path.posix.relative(folder, fileName) };
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
  return { name, type: shortened(typeText), optional, parameter: own, provided, collect: collect && true } as ManifestDependency;
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
