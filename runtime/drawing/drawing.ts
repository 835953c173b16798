/** How a picture of a dataflow looks. */
export interface DrawingOptions {
  /** The direction in which values flow: left to right (the default) or top to bottom. */
  readonly orient?: "LR" | "TB" | undefined;
  /** Leaves the inputs out. Default: false. Config values stay. */
  readonly hideInputs?: boolean | undefined;
  /**
   * How inputs are drawn. `false`, the default and Hamilton's: beside each function stands one box with the inputs
   * that it takes, so that no edge crosses the picture for an input. `true`: each input is one box with an edge to
   * each of its consumers, which shows best where a value goes. Config values are drawn the same way.
   */
  readonly deduplicateInputs?: boolean | undefined;
  /** Explains, below the picture, exactly the shapes that occur in it. Default: true. */
  readonly showLegend?: boolean | undefined;
  /** Default: "light". */
  readonly theme?: "light" | "dark" | undefined;
}

/** What notebook kernels ask of a value: one form for each MIME type. */
export type MimeBundle = Readonly<Record<string, string>>;

/**
 * A picture of a dataflow. Each form is made when first asked for; the same dataflow gives the same bytes.
 * In notebooks of Deno's Jupyter kernel it shows itself.
 */
export interface Drawing {
  /** A complete SVG document; its text is set in Inter, or in the system's sans serif where that is missing. */
  readonly svg: string;
  /** A Mermaid flowchart. GitHub draws no more than 500 edges or 50,000 characters of one. */
  readonly mermaid: string;
  /** A Graphviz digraph. */
  readonly dot: string;
  /**
   * The picture as PNG, at twice the SVG's size in pixels; less where a side would exceed 8,192 pixels or the whole
   * 32 million. Draws with `@resvg/resvg-js` and the fonts of `@expo-google-fonts/inter`; system fonts are used only
   * where a name has characters that Inter lacks. Rejects with `ICOSIAN_PNG_UNAVAILABLE` where one of the two
   * packages is missing.
   */
  png(): Promise<Uint8Array>;
  /**
   * Writes the picture in the form that the extension names: .svg, .png, .mmd or .mermaid, .dot or .gv.
   * Missing folders are created; no half-written file is left behind. Rejects with `ICOSIAN_DRAWING_FORMAT` for
   * another extension, and with `ICOSIAN_DRAWING_NOT_SAVED` where the file cannot be written.
   */
  save(path: string): Promise<void>;
  /** For notebooks: the picture as a MIME bundle. */
  [jupyterDisplay](): MimeBundle;
}

/** The symbol under which Deno's Jupyter kernel looks for a value's own display. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display") as never;
