// How the user's file is written, so that generated code looks like it.

export interface CodeStyle {
  /** '\t' or a number of spaces as text. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** True for .ts .mts .cts .tsx: type annotations are written. */
  readonly isTypeScript: boolean;
  /** Module syntax of the file: how imports and exports are written. */
  readonly module: 'esm' | 'commonjs' | 'script';
}
