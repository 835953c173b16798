/**
 * Whether all members of a module stand for themselves: no name is hidden, and `node`, `subdag` and `input`
 * made none of them. Most modules are such, and their types are the least work then.
 *
 * A condition on each of a thousand members costs the compiler too much, so that none is put on them:
 * they are seen by inference, and by nothing else.
 */
export type IsPlain<Module> = "default" extends keyof Module
  ? false
  : keyof Module extends Seen<infer Rest, `_${infer Rest}` | `$${infer Rest}`>
    ? string extends Rest
      ? Module[keyof Module] extends Seen<infer Kind, { readonly kind?: infer Kind }>
        ? unknown extends Kind
          ? true
          : false
        : false
      : false
    : false;

/** What is inferred, is inferred by the pattern; by then this is `unknown`, and whether each member has the pattern is not asked. */
type Seen<Inferred, Pattern> = [Inferred] extends [never] ? Pattern : unknown;
