/**
 * Each mistake gets its message, and nothing but it. What `tspc` prints stands in examples/mistakes/messages.txt,
 * and the README shows it file by file; `UPDATE=1` writes both anew: read the diff.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const EXAMPLE = path.join(__dirname, "../../examples/mistakes");
const UPDATE = process.env["UPDATE"] === "1";
/** A dataflow without a mistake, which others get wrong. */
const SHARED = "shop.ts";
const FILES = fs.readdirSync(path.join(EXAMPLE, "src")).filter((file) => file !== SHARED).sort(byNumberAndEnding);
/** What TypeScript tells by itself, with our types and without our plugin. */
const OWN: Readonly<Record<string, readonly number[]>> = { "20-unknown-name": [2820], "23-override-of-a-wrong-type": [2322], "34-unknown-option": [2353] };
const SUBJECTS = [...new Set(FILES.map(subjectOf))];

const tspc = spawnSync("npx", ["tspc", "--noEmit", "--pretty", "false"], { cwd: EXAMPLE, encoding: "utf8" });

test("the build fails", () => {
  expect(tspc.status).toBe(2);
});

test("messages.txt is what tspc prints", () => {
  compare("messages.txt", tspc.stdout);
});

test.each(SUBJECTS)("%s gets an error of ours, or the one of TypeScript's own that it is to get", (subject) => {
  const codes = [...messagesOf(subject).matchAll(/^\S.* error TS(\d+): /gm)].map(([, code]) => Number(code));
  expect(codes).not.toHaveLength(0);
  const own = codes.filter((code) => code < 72000 || code > 72999);
  expect(own).toEqual(OWN[subject] ?? []);
  if (own.length > 0) expect(codes).toEqual(own);
});

test("no error stands outside these files", () => {
  expect(SUBJECTS.map(messagesOf).join("")).toBe(tspc.stdout);
});

test("the README shows each file with its messages", () => {
  const [introduction] = fs.readFileSync(path.join(EXAMPLE, "README.md"), "utf8").split(/^(?=## )/m);
  expect(introduction).toContain(`\`\`\`ts\n// ${SHARED}\n${fs.readFileSync(path.join(EXAMPLE, "src", SHARED), "utf8")}\`\`\``);
  compare("README.md", introduction + SUBJECTS.map(section).join("\n"));
});

/** A heading, the files as they are, and what they get. */
function section(subject: string): string {
  const words = subject.replace(/^\d+-/, "").replaceAll("-", " ");
  const files = FILES.filter((file) => subjectOf(file) === subject);
  const fences = [
    ...files.map((file) => `\`\`\`ts\n${fs.readFileSync(path.join(EXAMPLE, "src", file), "utf8")}\`\`\`\n`),
    `\`\`\`text\n${messagesOf(subject)}\`\`\`\n`,
  ];
  return `## ${words[0]!.toUpperCase()}${words.slice(1)}\n\n${fences.join("\n")}`;
}

/** What tspc says of a subject's files, with the lines that elaborate. */
function messagesOf(subject: string): string {
  const messages = tspc.stdout.split(/^(?=\S)/m);
  return messages.filter((message) => message.startsWith(`src/${subject}.`)).join("");
}

/** `01-type-mismatch` of `01-type-mismatch.flow.ts`; two files may share one. */
function subjectOf(file: string): string {
  return file.slice(0, file.indexOf("."));
}

/** A `.ts` before the `.mts` of its name. */
function byNumberAndEnding(a: string, b: string): number {
  return subjectOf(a).localeCompare(subjectOf(b)) || a.length - b.length;
}

function compare(name: string, actual: string): void {
  const file = path.join(EXAMPLE, name);
  if (UPDATE) fs.writeFileSync(file, actual);
  else expect(actual).toBe(fs.readFileSync(file, "utf8"));
}
