/** A dynamic import that no compiler makes a `require` of: TypeScript 7's own modules are ES modules. */
export const importModule = new Function("url", "return import(url)") as (url: string) => Promise<unknown>;
