/** Transform a project Into its dataflows and what is wrong with them. */
import { exportAtOnce } from "../1-collect/export-at-once.js";
import { dataflowModules } from "../1-collect/modules.js";
import type { Project, SourceFile } from "../compilers/port.js";
import { remembered } from "../compilers/remembered.js";
import { finding } from "../diagnostics/finding.js";
import type { Analysis, Finding } from "../model.js";
import { together } from "./asking.js";
import { dataflowOf } from "./dataflow.js";
import { explain } from "./explain.js";
import { inSource } from "./in-source.js";
import { packagedModule } from "./packaged-module.js";
import { programFindings } from "./programs.js";
import { moduleRules } from "./rules/index.js";
import { createSchemas } from "./schema.js";

export function analyze(project: Project, globs: readonly string[]): Analysis {
  const schemas = createSchemas(project.types);
  const packagedAt = remembered((file: SourceFile) => packagedModule(project, schemas, file));
  const found = [...dataflowModules(project, globs, { byTypes: true })];
  const atOnce = found.flatMap((file) => exportAtOnce(project.syntax, file) ?? []);
  const modules = found.filter((file) => !atOnce.some((place) => place.file === file));
  const analyzed = together(project, modules.map((file) => dataflowOf(project, schemas, file, packagedAt)));
  const dataflows = new Map(modules.map((file, index) => [file, analyzed[index]!]));
  const context = { project, dataflows };
  const inForm = atOnce.map((place) => finding("exportedAtOnce", {}, place));
  const inModules = [...dataflows.values()].flatMap((dataflow) => moduleRules.flatMap((rule) => rule(dataflow, context)).map((each) => inSource(project, each, dataflow)));
  return { dataflows, findings: explain(project, unique([...inForm, ...inModules, ...programFindings(context, schemas, packagedAt)])) };
}

/** A node that is re-exported is judged in each module that has it, and reported once. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const each of findings) {
    const key = JSON.stringify([each.place?.file.fileName, each.place?.start, each.text]);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
