/** What a drawing shows: plain data, with nothing of how it is laid out. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

export interface SceneNode {
  readonly name: string;
  /** As TypeScript prints it; may be long. */
  readonly type: string;
  readonly kind: "function" | "input" | "config";
  readonly optional?: boolean;
  /** Whether the function returns a promise. */
  readonly async?: boolean;
  readonly deprecated?: boolean;
  /** Inside blocks: the names of the nodes for each of whose items it runs, the outermost first. */
  readonly blocks?: readonly string[];
  /** One of the final vars of the execution that is drawn. */
  readonly requested?: boolean;
  /** A value stands in for it. */
  readonly overridden?: boolean;
  /** A required input that the execution does not have. */
  readonly missing?: boolean;
  /** The doc comment, for the tooltip. */
  readonly doc?: string;
}

/** `from` is needed by `to`; both are indices into the scene's nodes. */
export interface SceneEdge {
  readonly from: number;
  readonly to: number;
  readonly optional?: boolean;
  /** Of what has many values: whether one goes along at a time, or all of them are collected. */
  readonly passes?: "each" | "all";
}
