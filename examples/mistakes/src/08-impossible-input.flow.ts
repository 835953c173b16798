// No order has an id that is a number and a string.
interface Order { id: number; amount: number }
interface Stored { id: string; savedAt: string }

export function age(order: Order & Stored, now: number): number { return now - Date.parse(order.savedAt); }
