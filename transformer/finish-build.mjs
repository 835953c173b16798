// What the compiler does not write itself: the ES modules' package scope, the commands in one file, and the manifest's JSON Schema.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { createSchemas } from "../dist/transformer/2-analyze/schema.js";
import { createTypes } from "../dist/transformer/compilers/javascript/types.js";

const at = (path) => new URL(`../${path}`, import.meta.url);

const { sideEffects } = JSON.parse(readFileSync(at("package.json"), "utf8"));
const inModules = sideEffects.filter((file) => file.startsWith("./dist/esm/")).map((file) => file.replace("/dist/esm/", "/"));
writeFileSync(at("dist/esm/package.json"), `${JSON.stringify({ type: "module", sideEffects: inModules }, null, 2)}\n`);

// A command is done in less time than it takes to find a hundred files one by one.
await build({
  entryPoints: [fileURLToPath(at("dist/transformer/cli/main.js"))],
  outfile: fileURLToPath(at("dist/transformer/cli.js")),
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});

const source = fileURLToPath(at("runtime/manifest.ts"));
const program = ts.createProgram([source], { strict: true, target: ts.ScriptTarget.ES2022, types: [] });
const checker = program.getTypeChecker();
const manifest = program.getSourceFile(source).statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === "Manifest");
const schema = createSchemas(createTypes(ts, program)).schemaOf(checker.getTypeAtLocation(manifest));
if (!schema) throw new Error("The manifest's type cannot be said in JSON Schema.");
const published = { $schema: "https://json-schema.org/draft/2020-12/schema", title: "The manifest of an icosian dataflow module", ...schema };
writeFileSync(at("dist/manifest.schema.json"), `${JSON.stringify(published, null, 2)}\n`);
