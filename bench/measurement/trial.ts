// What one trial is, as it is kept in the raw data: one JSON object a line.

export type Trial =
  | {
      readonly kind: 'same-code';
      readonly engine: 'speedlens' | 'tinybench' | 'mitata' | 'vitest';
      readonly subject: string;
      /** A difference was claimed where there is none. */
      readonly claimed: boolean;
      /** First divided by second. */
      readonly ratio: number | null;
      /** What was said, for the product. */
      readonly verdict?: string;
      readonly budgetMs?: number;
      readonly sameCodeDifference?: number;
    }
  | {
      readonly kind: 'accuracy';
      readonly engine: 'speedlens' | 'tinybench' | 'mitata';
      readonly subject: 'spin' | 'spinAsync';
      readonly size: number;
      readonly truthNs: number;
      /** By how much the slowest of three takes of the truth, around the measurement, was above the fastest. Absent in older runs. */
      readonly truthSpread?: number;
      /** Null: said to be below what can be measured. */
      readonly measuredNs: number | null;
      /** The interval that the report gives, where it gives one; absent in older runs. */
      readonly lowNs?: number;
      readonly highNs?: number;
      /** The report tells the bounds and no time between them. */
      readonly boundsOnly?: true;
    }
  | {
      readonly kind: 'slow-down';
      /** Absent in older runs: 'spin'. */
      readonly subject?: string;
      /** Work that was added, per cent. */
      readonly percent: number;
      readonly budgetMs: number;
      readonly detected: boolean;
      readonly verdict: string;
      readonly ratio: number | null;
      readonly low: number | null;
      readonly high: number | null;
      readonly sameCodeDifference: number;
      readonly elapsedMs: number;
    }
  | {
      readonly kind: 'budget';
      readonly subject: string;
      readonly budgetMs: number;
      readonly elapsedMs: number;
      readonly firstVerdictMs: number | null;
      readonly measuringFromMs: number;
      readonly timedMs: number;
      readonly processes: number;
    }
  | {
      /** An example with all strategies and its declared inputs, in an engine that has run before. */
      readonly kind: 'whole-run';
      readonly subject: string;
      readonly budgetMs: number;
      readonly elapsedMs: number;
      readonly firstAnswerMs: number | null;
      readonly firstVerdictMs: number | null;
      /** `strategy: verdict` of what was measured. */
      readonly verdicts: readonly string[];
    }
  | {
      /** One process of the product's protocol, with several summaries of its samples, nanoseconds per call. */
      readonly kind: 'process';
      readonly subject: string;
      readonly timedMs: number;
      readonly low5: number;
      readonly low10: number;
      readonly low25: number;
      readonly median: number;
      readonly mean: number;
      /** An empty call before and after the samples. */
      readonly beforeNs: number;
      readonly afterNs: number;
      /** The fixed piece of work between the samples. */
      readonly yardstickNs: number;
      readonly steady: boolean;
    };
