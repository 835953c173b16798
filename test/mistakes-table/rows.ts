/** Rows by subject: a name, and a text in which `«wrong → right»` stands for a mistake and for what mends it. */
export type Rows = Readonly<Record<string, readonly (readonly [name: string, text: string])[]>>;

export function mistaken(text: string): string {
  return text.replace(/«([^→»]*)→[^»]*»/g, (_, wrong: string) => wrong.trim());
}

export function mended(text: string): string {
  return text.replace(/«[^→»]*→([^»]*)»/g, (_, right: string) => right.trim());
}
