import type { Drawing } from "./drawing.js";
import { DrawingError } from "./drawing-error.js";
import { type Host, findHost } from "../host.js";

const formats: Readonly<Record<string, (drawing: Drawing) => string | Promise<Uint8Array>>> = {
  ".svg": (drawing) => drawing.svg,
  ".png": (drawing) => drawing.png(),
  ".mmd": (drawing) => drawing.mermaid,
  ".mermaid": (drawing) => drawing.mermaid,
  ".dot": (drawing) => drawing.dot,
  ".gv": (drawing) => drawing.dot,
};

let temporaryFiles = 0;

/** Writes beside the file and renames, so that the old picture stays whole until the new one is. */
export async function saveDrawing(drawing: Drawing, path: string): Promise<void> {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? "";
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined;
  if (format === undefined) {
    throw new DrawingError("ICOSIAN_DRAWING_FORMAT", `Cannot save a drawing as '${path}': use one of ${Object.keys(formats).join(", ")}.`);
  }
  const host = findHost();
  if (host === undefined) {
    throw new DrawingError("ICOSIAN_DRAWING_NOT_SAVED", `Cannot save a drawing as '${path}': there is no file system here. Use \`svg\`, \`mermaid\` or \`dot\`.`);
  }
  const content = await format(drawing);
  try {
    await write(host, path, content);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DrawingError("ICOSIAN_DRAWING_NOT_SAVED", `Cannot save a drawing as '${path}': ${reason}`, { cause });
  }
}

async function write(host: Host, path: string, content: string | Uint8Array): Promise<void> {
  const { files, paths } = host;
  const temporary = `${path}.${++temporaryFiles}.tmp`;
  await makeFolder(host, paths.dirname(path));
  try {
    await files.writeFile(temporary, content);
    await files.rename(temporary, path);
  } catch (error) {
    await files.rm(temporary, { force: true });
    throw error;
  }
}

/** Node's recursive `mkdir` never ends where nothing can be made and that is told as ENOENT, as in `/proc`. */
async function makeFolder(host: Host, folder: string): Promise<void> {
  const { files, paths } = host;
  try {
    await files.mkdir(folder);
  } catch (error) {
    const parent = paths.dirname(folder);
    // Anything else, such as that it is there, is left for the file to tell.
    if (codeOf(error) !== "ENOENT" || parent === folder) return;
    await makeFolder(host, parent);
    await files.mkdir(folder).catch((again: unknown) => {
      if (codeOf(again) !== "EEXIST") throw again;
    });
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}
