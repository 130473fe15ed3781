// What a run tells while it goes on. The partial report carries everything that is known so far.
import type { Report } from './report.ts';

export type RunPhase =
  | 'locating'
  | 'inputs'
  | 'observing'
  | 'proposing'
  | 'building'
  | 'verifying'
  | 'measuring'
  | 'judging'
  | 'diagnosing'
  | 'done';

export interface RunProgress {
  readonly phase: RunPhase;
  /** One short clause in the present tense: "verifying memoization", "round 3 of 8". */
  readonly message: string;
  readonly round?: number;
  readonly rounds?: number;
  readonly elapsedMs: number;
  /** Estimated milliseconds to the end, when something is known about it. */
  readonly remainingMs?: number;
  /** For strategies without an answer yet, while they are measured: the candidate that is ahead. A figure to look at, not a claim. */
  readonly soFar?: readonly SoFar[];
  /** The report as far as it is known; strategies without an answer yet are missing from `results`. */
  readonly partial?: Report;
}

export interface SoFar {
  readonly strategy: string;
  /** How many times as fast as the original. */
  readonly ratio: number;
  /** In how many rounds both were measured. */
  readonly rounds: number;
}
