// One function of a file as the code lens and `speedlens list` show it. Both come from the same locator, so they agree.

export type FunctionKind =
  | 'function'
  | 'function-expression'
  | 'arrow'
  | 'method'
  | 'static-method'
  | 'private-method'
  | 'getter'
  | 'setter'
  | 'constructor'
  | 'object-method'
  | 'field';

export interface FunctionListing {
  /** `matmul`, `Grid.step`, `Grid.#mix`, `tools.scale`, `default` for an anonymous default export. Unique enough to select by. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** 1-based position of the name (or of the first token of an anonymous function). */
  readonly line: number;
  readonly column: number;
  /** UTF-16 offsets of the whole declaration in the file's text, and its last 1-based line. */
  readonly start: number;
  readonly end: number;
  readonly endLine: number;
  /** Present when the function cannot be run alone: one sentence, naming the captured variables where that is the reason. */
  readonly notRunnable?: { readonly code: string; readonly message: string };
}
