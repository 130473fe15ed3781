// What is measured and what came of it, as data: the contract between the measurement, the statistics behind a verdict and the pipeline.
import type { Reason } from '../../model/reason.ts';
import type { VariantBundle, Workload } from '../../model/variant.ts';
import type { CaseListing, RunFailure, SampleAnswer } from '../process/protocol.ts';

export interface MeasurePlan {
  readonly baseline: VariantBundle;
  /** The same code built a second time under another name: what differs between the two is noise. */
  readonly twin: VariantBundle;
  readonly candidates: readonly CandidatePlan[];
  readonly cases: readonly CasePlan[];
  readonly seed: number;
  /** For the whole measurement, all variants and cases together. */
  readonly budgetMs: number;
  /** What comes after it is expected to take so long, and takes longer where processes of the measurement do: it gets that time from the budget. */
  readonly laterMs?: number;
  /** Of what comes after it, time that is outside of `budgetMs` and that the rounds which a claim needs may take: profiles are left out then. */
  readonly forgoneMs?: number;
}

export interface CandidatePlan {
  readonly bundle: VariantBundle;
  /** How this candidate is timed fairly. */
  readonly workload: Workload;
  /** How many times as fast as the baseline it seemed to be before anything was measured. */
  readonly pace?: number;
  /** Callers have to change for it: what asks nothing of them is judged before. */
  readonly asksOfCallers?: true;
}

export interface CasePlan {
  readonly listing: CaseListing;
  /** What one call of the baseline took when it was observed. */
  readonly callMs: number;
  readonly renewArguments: boolean;
}

export interface Measurements {
  /** The cases that were measured, in the order of the plan. */
  readonly cases: readonly CaseListing[];
  readonly series: readonly Series[];
  /** Rounds that at least one variant ran in. */
  readonly rounds: number;
  readonly elapsedMs: number;
  readonly budgetMs: number;
  /** What the reader of the figures must know: cases left out, few rounds. */
  readonly notes: readonly Reason[];
}

/** One variant on one case under one workload, over the rounds. */
export interface Series {
  readonly variantId: string;
  readonly role: 'baseline' | 'twin' | 'candidate';
  readonly caseIndex: number;
  readonly workload: Workload;
  /** Workload of the baseline's series that this one is held against. */
  readonly baselineWorkload: Workload;
  /** Calls handed over at once, for the batch workload. */
  readonly batchCalls?: number;
  readonly runs: readonly SeriesRun[];
  /** Present when the series was given up. */
  readonly failure?: RunFailure;
}

export interface SeriesRun {
  readonly round: number;
  readonly answer: SampleAnswer;
}
