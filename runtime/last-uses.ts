/** Marks each use of a slot after which nothing needs it, as `slots` has them; a final var's is never dropped. */
export function lastUses(slots: Int32Array, slotCount: number, finalSlots: readonly number[]): Uint8Array {
  const isLastUse = new Uint8Array(slots.length);
  const used = new Uint8Array(slotCount);
  for (const slot of finalSlots) used[slot] = 1;
  // From the back, as the last use is then the first that is met.
  for (let edge = slots.length - 1; edge >= 0; edge--) {
    const slot = slots[edge]!;
    if (used[slot] === 1) continue;
    used[slot] = 1;
    isLastUse[edge] = 1;
  }
  return isLastUse;
}
