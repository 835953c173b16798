import { DrawingError } from "./drawing-error.js";
import { findHost, type Host } from "../host.js";
import { isCoveredByInter } from "./text-width.js";

const scale = 2;
const maxSide = 8_192;
const maxPixels = 32_000_000;

/** SVG to PNG, by resvg and with the Inter of a package: no browser, no system font unless a text needs one. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const host = findHost();
  if (host === undefined) throw unavailable();
  const { Resvg } = loadResvg(host);
  const [, width, height] = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number) as [number, number, number];
  const zoom = Math.min(scale, maxSide / width, maxSide / height, Math.sqrt(maxPixels / (width * height)));
  const pixels = Math.max(1, Math.floor(width * zoom));
  const shownTexts = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map((match) => match[1]!);
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: pixels },
    font: {
      fontFiles: fontFiles(host),
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
      loadSystemFonts: !shownTexts.every(isCoveredByInter),
    },
  });
  return picture.render().asPng();
}

interface ResvgModule {
  Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

/** By the host's own `require`: bundlers leave it alone, and a bundle finds the packages all the same. */
function loadResvg(host: Host): ResvgModule {
  try {
    return host.load("@resvg/resvg-js") as ResvgModule;
  } catch (cause) {
    throw unavailable(cause);
  }
}

function fontFiles(host: Host): string[] {
  const faces = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"];
  try {
    const folder = host.paths.dirname(host.resolve("@expo-google-fonts/inter/package.json"));
    return faces.map((face) => host.paths.join(folder, face));
  } catch (cause) {
    throw unavailable(cause);
  }
}

function unavailable(cause?: unknown): DrawingError {
  return new DrawingError(
    "ICOSIAN_PNG_UNAVAILABLE",
    "A PNG needs two optional packages: npm install @resvg/resvg-js @expo-google-fonts/inter. SVG, Mermaid and DOT need neither.",
    { cause },
  );
}
