// Reads a JSON array of Mermaid texts; writes for each the type of diagram that Mermaid's own parser sees, or its error.
import DOMPurify from "dompurify";

// Without a browser's window it offers nothing; Mermaid cleans labels with it, which says nothing about their syntax.
Object.assign(DOMPurify, { addHook() {}, sanitize: (text) => text });
const { default: mermaid } = await import("mermaid");

let input = "";
for await (const chunk of process.stdin) input += chunk;
const answers = [];
for (const text of JSON.parse(input)) {
  try {
    const { diagramType } = await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const vertices = [...diagram.db.getVertices().values()].map(({ id, text: label, classes }) => ({ id, label, classes }));
    answers.push({ diagramType, vertices, edges: diagram.db.getEdges().map(({ start, end, stroke }) => ({ start, end, stroke })) });
  } catch (error) {
    answers.push({ error: String(error.message ?? error) });
  }
}
process.stdout.write(JSON.stringify(answers));
