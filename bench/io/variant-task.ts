// What main.ts asks of a process for one variant, and what comes back.
export interface VariantTask {
  /** Absolute path of the module that holds the variant. */
  readonly module: string;
  readonly name: string;
  readonly given: Given;
  /** The file that a call writes; it is removed before each call. */
  readonly writes?: string;
  /** So many calls at least. */
  readonly leastCalls: number;
  /** No further call begins after this long, or ten times as long where there were fewer. */
  readonly forMs: number;
  /** So many calls more, with something small, after which no file may be open that was not before. */
  readonly leaks?: { readonly calls: number; readonly given: Given };
}

export type Given =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'count' | 'texts' | 'rows'; readonly count: number };

export interface VariantAnswer {
  readonly timesMs: readonly number[];
  /** What the same calls took of processors, the threads that read files included: of it, other processes of the machine take nothing. */
  readonly processorMs: readonly number[];
  /** Peak of the resident memory in the first call, over what it was before. */
  readonly addedBytes: number;
  /** Of the result and of the file written. */
  readonly digest: string;
  /** Descriptors that those calls left open; undefined where that cannot be told. */
  readonly leaked?: number;
}
