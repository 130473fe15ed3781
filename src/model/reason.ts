// A reason: why a strategy declined, or what to know about a result. Always a plain sentence, with the line where there is one.

export interface Reason {
  /** Stable code from the strategy's table, e.g. 'M1', 'W4', 'T3', 'C2' (see ARCHITECTURE.md). */
  readonly code: string;
  /** One sentence for a person, without the line number in it. */
  readonly message: string;
  /** 1-based line in the subject's file. */
  readonly line?: number;
  /** 1-based column. */
  readonly column?: number;
  /** The edit that would help, as an instruction: "Return a copy instead of the shared array." */
  readonly unlock?: string;
}
