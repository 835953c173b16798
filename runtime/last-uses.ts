/** For each step the slots that it uses last; a final var's is never dropped. */
export function lastUses(starts: Int32Array, slots: Int32Array, slotCount: number, finalSlots: readonly number[]) {
  const used = new Uint8Array(slotCount);
  for (const slot of finalSlots) used[slot] = 1;
  const steps = starts.length - 1;
  const dropStarts = new Int32Array(steps + 1);
  const drops = new Int32Array(slots.length);
  // From the back, as the last use is then the first that is met.
  let start = drops.length;
  for (let step = steps - 1; step >= 0; step--) {
    dropStarts[step + 1] = start;
    for (let edge = starts[step]!; edge < starts[step + 1]!; edge++) {
      const slot = slots[edge]!;
      if (used[slot] === 1) continue;
      used[slot] = 1;
      drops[--start] = slot;
    }
  }
  dropStarts[0] = start;
  return { drops, dropStarts };
}
