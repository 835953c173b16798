/** The methods of a Driver that ask and draw, and run nothing: where their names and options stand among the arguments. */
export const QUESTIONS: Readonly<Record<string, { readonly names: "list" | "all" | "two"; readonly options?: number }>> = {
  inputSchema: { names: "list", options: 1 },
  explainPlan: { names: "list", options: 1 },
  exportExecution: { names: "list", options: 1 },
  whatIsUpstreamOf: { names: "all" },
  whatIsDownstreamOf: { names: "all" },
  whatIsThePathBetween: { names: "two" },
  visualizeExecution: { names: "list", options: 2 },
  visualizePathBetween: { names: "two" },
  displayUpstreamOf: { names: "list" },
  displayDownstreamOf: { names: "list" },
};
