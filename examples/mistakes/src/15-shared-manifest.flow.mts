// … and this is 15-shared-manifest.flow.mts.
export function two(): number { return 2; }
