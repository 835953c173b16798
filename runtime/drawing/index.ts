export { draw } from "./draw.js";
export { type Drawing, type DrawingOptions, type MimeBundle, jupyterDisplay } from "./drawing.js";
export { DrawingError, type DrawingErrorCode } from "./drawing-error.js";
export type { Scene, SceneEdge, SceneNode } from "./scene.js";
