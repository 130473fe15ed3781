// What one process of the I/O benchmark brought home: a line of the raw data, from which the tables are made and nothing else.
export type Variant = 'original' | 'rewritten' | 'by-hand';

export interface Trial {
  readonly name: string;
  /** In words: `64 MB`, `200 files`. */
  readonly size: string;
  readonly variant: Variant;
  /** Milliseconds of a warm call; absent where the process ran out of memory. */
  readonly timeMs?: number;
  /** The same in time of processors, where a call does not wait for several files at once. */
  readonly processorMs?: number;
  /** Milliseconds of the first call, where its file was in no cache. */
  readonly coldMs?: number;
  /** What the first call added to the peak of resident memory. */
  readonly addedBytes?: number;
  /** Files that calls left open, where they were counted. */
  readonly leaked?: number;
  readonly died?: true;
}

/** A function that the strategy left as it is. */
export interface Decline {
  readonly name: string;
  readonly declined: string;
}

export type Kept = Trial | Decline | { readonly machine: string };
