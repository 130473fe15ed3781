// What main.ts asks of a process for one variant of a function, and what comes back.
import type { Library } from './libraries.ts';

export interface VariantTask {
  /** Absolute path of the module that exports the function, and `forget` with what empties its cache, by its name. */
  readonly module: string;
  readonly name: string;
  /** The function of the module goes behind this library. */
  readonly library?: Library;
  /** Absent: the sequence of the function. */
  readonly calls?: readonly (readonly unknown[])[];
  readonly forMs: number;
}

export interface VariantAnswer {
  /** Nanoseconds of the whole sequence, the cache emptied before it. */
  readonly sequenceNs: number;
  /** What the calls gave, the first time and from the cache. */
  readonly results: string;
}
