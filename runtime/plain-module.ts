/**
 * A condition on each of a thousand members costs the compiler too much: what is asked of all of them
 * is asked of the module, and they are seen by inference, and by nothing else.
 */

/** The names, of all keys of a module, that nodes may have: most modules have no others. */
export type NodeName<Key> = "default" extends Key ? Visible<Key> : [Key] extends [Seen<infer Rest, `_${infer Rest}` | `$${infer Rest}`>] ? (string extends Rest ? Key : Visible<Key>) : never;

type Visible<Name> = Exclude<Name, "default" | `_${string}` | `$${string}` | symbol | number>;

/** Whether `node`, `subdag` and `input` made none of the members. */
export type IsPlain<Module, Key extends keyof Module> = unknown extends Kinds<Module, Key> ? true : false;

/** Whether `subdag` made any of them. */
export type HasSubdags<Module, Key extends keyof Module> = unknown extends Kinds<Module, Key> ? false : "icosian.subdag" extends Kinds<Module, Key> ? true : false;

type Kinds<Module, Key extends keyof Module> = Module[Key] extends Seen<infer Kind, { readonly kind?: infer Kind }> ? Kind : never;

/** What is inferred, is inferred by the pattern; by then this is `unknown`, and whether each member has the pattern is not asked. */
type Seen<Inferred, Pattern> = [Inferred] extends [never] ? Pattern : unknown;
