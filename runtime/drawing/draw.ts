import { ArgumentError } from "../errors.js";
import { describe } from "./describe.js";
import { diagramOf } from "./diagram.js";
import { type Drawing, type DrawingOptions, type MimeBundle, jupyterDisplay } from "./drawing.js";
import { dotOf } from "./dot.js";
import { mermaidOf } from "./mermaid.js";
import { pngOf } from "./png.js";
import { saveDrawing } from "./save.js";
import type { Scene } from "./scene.js";
import { svgOf } from "./svg.js";

/** Scene to picture. Each form of it is made when first asked for. */
export function draw(scene: Scene, options: DrawingOptions = {}): Drawing {
  checkChoice("orient", options.orient, ["LR", "TB"]);
  checkChoice("theme", options.theme, ["light", "dark"]);
  const diagram = diagramOf(scene, options);
  let svg: string | undefined;
  return {
    get svg() {
      return (svg ??= svgOf(diagram, options));
    },
    get mermaid() {
      return mermaidOf(diagram, options);
    },
    get dot() {
      return dotOf(diagram, options);
    },
    png() {
      return pngOf(this.svg);
    },
    save(path: string) {
      return saveDrawing(this, path);
    },
    [jupyterDisplay](): MimeBundle {
      return { "image/svg+xml": this.svg, "text/plain": describe(diagram) };
    },
  };
}

function checkChoice(name: keyof DrawingOptions, value: unknown, choices: readonly string[]): void {
  if (value === undefined || choices.some((choice) => choice === value)) return;
  throw new ArgumentError("draw", `A drawing's '${name}' is one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}, not ${JSON.stringify(value)}.`);
}
