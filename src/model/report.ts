// The Report: the one document that every surface shows and that scripts read. Plain JSON-safe data, format version 1.
// Field names are fixed: fields may be added, none is renamed. All times are nanoseconds per call unless a name says otherwise.
import type { Reason } from './reason.ts';
import type { WhySlow } from './why-slow.ts';

export interface Report {
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'speedlens'; readonly version: string };
  readonly subject: ReportSubject;
  readonly environment: Environment;
  readonly inputs: ReportInputs;
  /** A/A: the largest relative difference seen between two identical builds in this run (0.02 = 2 %). */
  readonly noise: { readonly sameCodeDifference: number };
  readonly baseline: Measured;
  /** Where the time of the baseline goes; absent until it was asked for. */
  readonly whySlow?: WhySlow;
  /** One per strategy at least, declined ones included, in catalogue order. */
  readonly results: readonly StrategyResult[];
  readonly summary: { readonly bestStrategy: string | null; readonly sentence: string };
  readonly integrity: readonly IntegrityCheck[];
}

export interface ReportSubject {
  /** Absolute path of the file. */
  readonly file: string;
  readonly name: string;
  /** 1-based line of the function's name. */
  readonly line: number;
  readonly kind: string;
  readonly signature: string;
  /** SHA-256 (hex) of the whole file's text that was benchmarked: a rewrite is stale when it differs. */
  readonly textSha256: string;
}

export interface Environment {
  /** e.g. 'v24.1.0' */
  readonly node: string;
  readonly v8: string;
  readonly nodePath: string;
  readonly cpu: string;
  readonly cores: number;
  readonly os: string;
  readonly runtime: 'node' | 'electron';
  readonly memoryBytes?: number;
  /** Where the system tells: frequency governor with its driver (Linux), and whether a battery is what runs it. */
  readonly power?: { readonly governor?: string; readonly driver?: string; readonly onBattery?: boolean };
  /** Of the container: processors and memory. */
  readonly limits?: { readonly cpus?: number; readonly memoryBytes?: number };
  /** Processes that ran or wanted to, on average over a minute. */
  readonly load?: { readonly atStart: number; readonly atEnd?: number };
  /** Switches that the benchmark's Node was started with, without paths. */
  readonly nodeFlags?: readonly string[];
  /** NODE_OPTIONS is set for the user and was kept from the benchmark. */
  readonly droppedNodeOptions?: boolean;
}

export type InputsOrigin = 'declared' | 'captured' | 'generated';

export interface ReportInputs {
  readonly origin: InputsOrigin;
  readonly notes: readonly string[];
  readonly cases: readonly { readonly label: string; readonly size?: number }[];
}

export interface Measured {
  readonly perCase: readonly MeasuredCase[];
  /** How the time grows with the size. Absent when the sizes measured do not tell. */
  readonly growth?: Growth;
  /** Why there is no `growth`, as a sentence. Absent for cases without sizes. */
  readonly noGrowth?: string;
}

export interface Growth {
  /** The forms that the measured times cannot tell apart, best first; at least one. */
  readonly fits: readonly GrowthFit[];
  /** Slope of time over size in log-log scale between the sizes measured: about 1 for n, 2 for n^2. */
  readonly exponent: Estimate;
  /** The smallest and the largest size measured: beyond them a fit is extrapolation. */
  readonly fromSize: number;
  readonly toSize: number;
}

/** time = constantNs + factorNs * form(n); logarithms are of base 2. */
export interface GrowthFit {
  /** 'n^k' and 'c^n' stand for what none of the usual forms describes; `parameter` is then k or c. */
  readonly form: '1' | 'log n' | 'n' | 'n log n' | 'n^2' | 'n^3' | '2^n' | 'n^k' | 'c^n';
  readonly constantNs: number;
  readonly factorNs: number;
  readonly parameter?: number;
  /** How far the measured times typically are from the curve (0.03 = 3 %). */
  readonly typicalError: number;
}

export interface MeasuredCase {
  readonly label: string;
  readonly size?: number;
  readonly time: Estimate;
  /** Allocated in a call, on the heap of the thread that calls; median over processes. */
  readonly allocatedBytes?: number;
  /** Share of the time of calls that the garbage collector took; over all processes. */
  readonly collectorShare?: number;
  /** The largest resident set of a process. */
  readonly peakRssBytes?: number;
  /** How far that is above what the process had before it loaded the variant; median over processes. */
  readonly addedRssBytes?: number;
  readonly firstCallMs?: number;
  /** The call costs hardly more than an empty one: it is below what can be measured, and `time` says only how little. */
  readonly belowFloor?: true;
  /** Being called is so much of the time that `time.value` may be off by as much as its interval says: only the bounds are known. */
  readonly boundsOnly?: true;
  readonly processes?: ProcessSpread;
}

/** How the processes behind a time lie. */
export interface ProcessSpread {
  readonly count: number;
  /** Processes far from the rest, by Tukey's fences. They are counted in, not thrown away. */
  readonly outliers: readonly {
    readonly label: 'low-severe' | 'low-mild' | 'high-mild' | 'high-severe';
    /** Nanoseconds per call. */
    readonly time: number;
  }[];
  /** The code runs at one of two speeds, decided when a process starts. */
  readonly twoSpeeds?: { readonly fast: number; readonly slow: number; readonly slowShare: number };
}

/** A number that never travels without its interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: 0.95;
}

export type Verdict = 'faster' | 'slower' | 'no-difference' | 'not-equivalent' | 'failed' | 'declined' | 'withheld';

export interface Speedup {
  readonly label: string;
  readonly size?: number;
  /** Baseline time divided by candidate time: above 1 the candidate is faster. */
  readonly ratio: Estimate;
  /** Nanoseconds per call of the original on the same calls, where those are many in a row (a batch, a declared sequence) and not the case's own. */
  readonly baselineTime?: Estimate;
}

export interface StrategyResult {
  /** A strategy id; combinations join ids with '+', e.g. 'typed-arrays+workers'. */
  readonly strategy: string;
  /** Which candidate of the strategy won its own heat, e.g. 'drop-in'. */
  readonly variant?: string;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Label of the case that the verdict speaks of: the largest size, or the slowest fixed case. */
  readonly headline?: string;
  readonly measured?: Measured & { readonly speedup: readonly Speedup[] };
  readonly breakEven?: { readonly size: number; readonly low: number; readonly high: number } | null;
  readonly payingSizes?: PayingSizes;
  readonly payback?: { readonly oneTimeMs: number; readonly callsToPayBack: number | null };
  readonly cost?: RewriteCost;
  readonly memory?: {
    readonly hitRate?: number;
    readonly cacheBytes?: number;
    readonly cache?: CacheGain;
    readonly peak?: MemoryPeak;
  };
  readonly movement?: DataMovement;
  readonly equivalence?: EquivalenceSummary;
  readonly rewrite?: Rewrite;
  /** Every candidate tried. */
  readonly heats?: readonly { readonly variant: string; readonly verdict: Verdict; readonly ratio?: Estimate }[];
}

/** At which sizes the rewrite is faster. Absent when that is not plain. */
export interface PayingSizes {
  /** Among the sizes measured: at all, from a size on, up to a size, or at none. */
  readonly measured: 'all' | 'from' | 'up-to' | 'none';
  /** For 'from' and 'up-to': the size where the two are equally fast, between measured ones. */
  readonly crossing?: { readonly size: number; readonly low: number; readonly high: number };
  /**
   * For 'all' and 'none': where the fitted curves cross outside the measured sizes, with its interval within a factor of ten of them; `pays`
   * says on which side of it the rewrite is expected to be faster. An expectation, never the ground of a verdict.
   */
  readonly extrapolated?: {
    readonly pays: 'from' | 'up-to';
    readonly size: number;
    readonly low: number;
    readonly high: number;
  };
}

/** Present when the rewrite clearly needs less memory: resident at most, above what the process had before it loaded the code; medians. */
export interface MemoryPeak {
  readonly label: string;
  readonly originalBytes: number;
  readonly bytes: number;
}

/** What a cache that lives between calls did with the calls of the headline case, and would do with others. */
export interface CacheGain {
  readonly calls: number;
  /** Of them, with arguments that none before had. */
  readonly distinctCalls: number;
  /** More than the distinct calls when a recursion fills it. */
  readonly entries: number;
  /** Nanoseconds per call: of the original, with new arguments, and answered from the cache where that could be timed. */
  readonly originalNs: number;
  readonly missNs: number;
  readonly hitNs?: number;
  /** Of the heap, held by the entries; absent when too little to tell. */
  readonly bytes?: number;
  /** Expected original time divided by the rewrite's, from the times above, for shares of calls that are answered; ascending. */
  readonly curve?: readonly { readonly hitRate: number; readonly ratio: number }[];
  /** The share of answered calls from which it pays; null when it never does. */
  readonly paysFrom?: number | null;
}

/**
 * Where the time of a call goes that hands work to threads, at the headline case. Measured in calls of their own after the samples, with the clock
 * read on both sides; medians. Nanoseconds but for `spawnMs`.
 */
export interface DataMovement {
  readonly label: string;
  /** Until a fresh pool has begun its first task; paid once. */
  readonly spawnMs: number;
  /** Elapsed. */
  readonly callNs: number;
  /** Of that, in the thread that calls: before the first task is sent and after the last answer is there. */
  readonly callerNs: number;
  readonly tasks: number;
  /** That worked on them. */
  readonly threads: number;
  /** Sums over the tasks: from the copy of a task to the first line of its work, the work, and from its last line to the answer's arrival. */
  readonly sendNs: number;
  readonly computeNs: number;
  readonly receiveNs: number;
}

/** What the rewrite costs whoever keeps it. */
export interface RewriteCost {
  readonly linesAdded: number;
  readonly linesRemoved: number;
  /** Names of the npm packages that the rewritten code needs. They stay outside the bundle, and so outside `bundleBytes`. */
  readonly dependencies: readonly string[];
  /** How much larger the built code is, unminified; negative when smaller. */
  readonly bundleBytes?: number;
}

export interface EquivalenceSummary {
  /** Cases compared in all, generated ones included. Zero means: not verified. */
  readonly cases: number;
  readonly generatedCases: number;
  /** Not compared, because the original is too slow on them or does not give the same answer twice. Absent for none. */
  readonly skippedCases?: number;
  /** The time for comparing was over before the end of the plan; without it the counts depend on the seed alone. */
  readonly cut?: true;
  /** Only what a rewrite is given before it is measured: it was not shown to be faster, and is not offered. */
  readonly firstLook?: true;
  readonly tolerance: 'exact' | (string & {});
  readonly counterexample?: { readonly args: string; readonly expected: string; readonly actual: string };
}

export interface Rewrite {
  readonly signature: 'same' | 'async' | 'typed';
  readonly files: readonly RewrittenFile[];
  /** For new signatures: all callers that are known call the new function by these edits. */
  readonly callersFollow?: true;
  /** npm packages the rewritten code imports, name to version range. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Unified diff of all files, for reading; the files are what is applied. */
  readonly diff: string;
}

export interface RewrittenFile {
  /** Absolute path. */
  readonly path: string;
  /** Edits of the file as it was benchmarked, offsets in UTF-16 units, not overlapping, ascending. */
  readonly edits?: readonly TextEdit[];
  /** SHA-256 (hex) of the whole text that the edits are of, for files other than the subject's: they are stale when it differs. */
  readonly textSha256?: string;
  /** Whole text of a file that does not exist yet. */
  readonly newText?: string;
}

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface IntegrityCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}
