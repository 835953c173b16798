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
