// Where the arguments of a run come from, as data that `engine/build` can bundle: always an inputs module, on disk or as generated text.
import type { InputsOrigin } from '../../model/report.ts';

export interface InputsModule {
  readonly origin: InputsOrigin;
  /** Sentences for the report: where the inputs came from, what was assumed. */
  readonly notes: readonly string[];
  /** Exactly one of the three. */
  readonly source:
    | { readonly kind: 'file'; readonly path: string; readonly key: string }
    /** Text of an ES module (TypeScript allowed) whose default export has `key`; imports in it resolve from the subject's folder. */
    | { readonly kind: 'text'; readonly text: string; readonly key: string }
    /** Argument-list expressions of `@bench` tags, evaluated in the scope of the subject's module. */
    | { readonly kind: 'bench-tags'; readonly expressions: readonly string[] };
  /** Sizes that the user asked for; they replace the module's own. */
  readonly sizes?: readonly number[];
}
