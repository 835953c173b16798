/** Transform a report Into workflow commands of GitHub Actions, which it shows at the lines of a pull request. */
import path from "node:path";
import type { Checked } from "./check.js";
import { fullText } from "./report.js";
import { typescriptsOwn } from "./summary.js";

export function formatGithub({ findings, typescriptErrors }: Checked): string {
  const commands = findings.map((item) => {
    const { file, line, column, endLine, endColumn, code } = item;
    const place = file === undefined ? {} : { file: fromWorkspace(file), line, endLine, col: column, ...(line === endLine && { endColumn }) };
    return command({ ...place, title: `TS${code}` }, fullText(item));
  });
  if (typescriptErrors > 0) commands.push(command({ title: "TypeScript" }, typescriptsOwn(typescriptErrors)));
  return commands.map((each) => `${each}\n`).join("");
}

function command(properties: Readonly<Record<string, string | number | undefined>>, message: string): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::error ${listed.join(",")}::${escapeData(message)}`;
}

/** GitHub knows files by their path in the repository. */
function fromWorkspace(file: string): string {
  const workspace = process.env["GITHUB_WORKSPACE"];
  const relative = workspace ? path.relative(workspace, path.resolve(file)).replaceAll("\\", "/") : file;
  return relative.startsWith("../") ? file : relative;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
