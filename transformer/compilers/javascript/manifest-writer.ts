/**
 * Transform
 *
 *     export function A() { … }
 *
 * Into
 *
 *     export function A() { … }
 *     export function $manifest() { return JSON.parse("{ … }"); }
 *
 * and write the manifest as a file beside the output. It is a function, which is hoisted, so that a
 * module can hand itself to a Builder before its last line has run; and it is text, since as an object
 * literal a property `__proto__` would be lost.
 */
import type ts from "typescript";
import { manifestFileOf, manifestOf } from "../../3-emit/manifest.js";
import { manifestText } from "../../3-emit/manifest-text.js";
import type { Dataflow } from "../../model.js";
import { syntaxOf } from "../syntax.js";

/** What each transformation context offers, beside its published interface. */
type FullContext = ts.TransformationContext & { getEmitHost(): unknown };
type FullCompiler = typeof ts & { getOutputPathsFor(file: ts.SourceFile, host: unknown, forceDeclarations: boolean): { jsFilePath?: string } };

export interface ManifestWriter {
  readonly transformer: ts.TransformerFactory<ts.SourceFile>;
  writingBeside(write: ts.WriteFileCallback): ts.WriteFileCallback;
  readonly writtenFiles: readonly string[];
}

export function createManifestWriter(compiler: typeof ts, dataflows: () => ReadonlyMap<ts.SourceFile, Dataflow>): ManifestWriter {
  const syntax = syntaxOf(compiler);
  const textByOutput = new Map<string, string>();
  const writtenFiles: string[] = [];
  return { transformer, writingBeside, writtenFiles };

  function transformer(context: ts.TransformationContext): ts.Transformer<ts.SourceFile> {
    const { factory } = context;
    return (file) => {
      const dataflow = dataflows().get(compiler.getOriginalNode(file, compiler.isSourceFile) ?? file);
      if (!dataflow) return file;
      const { jsFilePath } = (compiler as FullCompiler).getOutputPathsFor(file, (context as FullContext).getEmitHost(), false);
      if (jsFilePath === undefined) return file;
      const text = manifestText(manifestOf(syntax, dataflow, manifestFileOf(jsFilePath)));
      textByOutput.set(jsFilePath, text.file);
      return factory.updateSourceFile(file, [...file.statements, manifestFunction(text.line)]);
    };

    function manifestFunction(text: string): ts.FunctionDeclaration {
      const parse = factory.createPropertyAccessExpression(factory.createIdentifier("JSON"), "parse");
      const call = factory.createCallExpression(parse, undefined, [factory.createStringLiteral(text, true)]);
      const body = factory.createBlock([factory.createReturnStatement(call)]);
      const exported = factory.createModifier(compiler.SyntaxKind.ExportKeyword);
      return factory.createFunctionDeclaration([exported], undefined, "$manifest", undefined, [], undefined, body);
    }
  }

  function writingBeside(write: ts.WriteFileCallback): ts.WriteFileCallback {
    return (fileName, text, writeByteOrderMark, onError, ...rest) => {
      write(fileName, text, writeByteOrderMark, onError, ...rest);
      const manifest = textByOutput.get(fileName);
      if (manifest === undefined) return;
      const manifestFile = manifestFileOf(fileName);
      write(manifestFile, manifest, false, onError);
      writtenFiles.push(manifestFile);
    };
  }
}
