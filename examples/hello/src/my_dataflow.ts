/** Constant value 35 */
export function A(): number { return 35; }
/** Divide A by 3 */
export function B(A: number): number { return A / 3; }
/** Square A and multiply by B */
export function C(A: number, B: number): number { return A ** 2 * B; }
