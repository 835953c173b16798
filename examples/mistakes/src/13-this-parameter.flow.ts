// The driver has no 'this' to give.
export function today(this: { now: Date }): string { return this.now.toISOString(); }
