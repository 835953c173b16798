/** Hues after Okabe and Ito, told apart by the colour-blind; shapes, dashes and marks say the same without colour. */
export interface Theme {
  readonly canvas: string;
  readonly ink: string;
  readonly muted: string;
  readonly edge: string;
  readonly function: Paint;
  readonly input: Paint;
  readonly config: Paint;
  readonly requested: Paint;
  readonly overridden: Paint;
  readonly missing: Paint;
}

export interface Paint {
  readonly fill: string;
  readonly stroke: string;
}

export const themes: Readonly<Record<"light" | "dark", Theme>> = {
  light: {
    canvas: "#ffffff",
    ink: "#18212d",
    muted: "#566273",
    edge: "#8490a1",
    function: { fill: "#f6f8fa", stroke: "#6b7a8f" },
    input: { fill: "#edf5fb", stroke: "#0072b2" },
    config: { fill: "#fdf4e1", stroke: "#a87400" },
    requested: { fill: "#e7f5f0", stroke: "#00805d" },
    overridden: { fill: "#faeff5", stroke: "#a6477e" },
    missing: { fill: "#fdefe7", stroke: "#d04f00" },
  },
  dark: {
    canvas: "#0e131a",
    ink: "#e9eef4",
    muted: "#a1adbb",
    edge: "#66758a",
    function: { fill: "#1a222d", stroke: "#73849b" },
    input: { fill: "#10263a", stroke: "#56b4e9" },
    config: { fill: "#2e250f", stroke: "#e69f00" },
    requested: { fill: "#0d2b23", stroke: "#2cc197" },
    overridden: { fill: "#33202c", stroke: "#d487b1" },
    missing: { fill: "#381d0f", stroke: "#ff8442" },
  },
};
