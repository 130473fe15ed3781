// Where the time of the original goes, line by line, and what V8 had to take back. Shares are of the samples that fell into the function and
// what it calls, garbage collection included; they add up to 1 over `lines`, `inputs`, `unplaced` and `collector`.

export interface WhySlow {
  /** Label of the case that it was taken on. */
  readonly case: string;
  /** Zero when nothing could be taken; `note` then says why. */
  readonly samples: number;
  /** Milliseconds between two samples, on average, and the calls made meanwhile. */
  readonly intervalMs: number;
  readonly calls: number;
  /** The hottest first. */
  readonly lines: readonly HotLine[];
  /** Share of the garbage collector; absent where it cannot be told from that of renewing the arguments. */
  readonly collector?: number;
  /** Share of functions that the inputs hand in. */
  readonly inputs: number;
  /** Share of code whose line V8 does not tell. */
  readonly unplaced: number;
  /** Share of the time that the function ran in code of V8's optimising compilers; from a run of its own, as are the deoptimisations. */
  readonly optimized?: number;
  readonly deopts: readonly Deoptimization[];
  readonly note?: string;
}

export interface HotLine {
  /** Absolute path; absent for the subject's own file. */
  readonly file?: string;
  readonly line: number;
  /** The line as it stands in the file, without indentation. */
  readonly text: string;
  readonly samples: number;
  readonly share: number;
  /** What the line called outside of the user's files, the most costly first; their shares are part of the line's. */
  readonly callees: readonly Callee[];
}

export interface Callee {
  /** 'Array.prototype.sort', 'V8: KeyedLoadIC_Megamorphic', 'lodash: groupBy', or words for what has no name. */
  readonly name: string;
  readonly share: number;
}

/** Optimised code that V8 threw away at a place, for one reason. */
export interface Deoptimization {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** V8's words. */
  readonly reason: string;
  /** One plain sentence. */
  readonly sentence: string;
  /** How often before the function was warm, which is usual, and after, which costs time again and again. */
  readonly duringWarmUp: number;
  readonly whileWarm: number;
}
