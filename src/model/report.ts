// The Report: the one document that every surface shows and that scripts read. Plain JSON-safe data, format version 1.
// Field names are fixed: fields may be added, none is renamed. All times are nanoseconds per call unless a name says otherwise.
import type { Reason } from './reason.ts';

export interface Report {
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'speedlens'; readonly version: string };
  readonly subject: ReportSubject;
  readonly environment: Environment;
  readonly inputs: ReportInputs;
  /** A/A: the largest relative difference seen between two identical builds in this run (0.02 = 2 %). */
  readonly noise: { readonly sameCodeDifference: number };
  readonly baseline: Measured;
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
}

export type InputsOrigin = 'declared' | 'captured' | 'generated';

export interface ReportInputs {
  readonly origin: InputsOrigin;
  readonly notes: readonly string[];
  readonly cases: readonly { readonly label: string; readonly size?: number }[];
}

export interface Measured {
  readonly perCase: readonly MeasuredCase[];
}

export interface MeasuredCase {
  readonly label: string;
  readonly size?: number;
  readonly time: Estimate;
  readonly allocatedBytes?: number;
  readonly peakRssBytes?: number;
  readonly firstCallMs?: number;
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
  readonly payback?: { readonly oneTimeMs: number; readonly callsToPayBack: number | null };
  readonly memory?: { readonly hitRate?: number; readonly cacheBytes?: number };
  readonly equivalence?: EquivalenceSummary;
  readonly rewrite?: Rewrite;
  /** Every candidate tried. */
  readonly heats?: readonly { readonly variant: string; readonly verdict: Verdict; readonly ratio?: Estimate }[];
}

export interface EquivalenceSummary {
  /** Cases compared in all, generated ones included. Zero means: not verified. */
  readonly cases: number;
  readonly generatedCases: number;
  readonly tolerance: 'exact' | (string & {});
  readonly counterexample?: { readonly args: string; readonly expected: string; readonly actual: string };
}

export interface Rewrite {
  readonly signature: 'same' | 'async' | 'typed';
  readonly files: readonly RewrittenFile[];
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
