// The one interface of all strategies. To add a strategy: one folder with one main file, one line in catalog.ts, fixtures in test/strategies.
// A strategy never throws on odd code: odd code is a reason to decline. It reads the subject, its effects and what was observed, and
// answers with text; it builds, runs and measures nothing.
import type { Reason } from '../../model/reason.ts';
import type { RewrittenFile } from '../../model/report.ts';
import type { TypedData, Workload } from '../../model/variant.ts';
import type { ObserveAnswer } from '../process/protocol.ts';
import type { Effects } from '../source/effects.ts';
import type { Subject } from '../source/subject.ts';

export type StrategyId =
  | 'plain-javascript'
  | 'workers'
  | 'memoization'
  | 'typed-arrays'
  | 'webassembly'
  | 'streaming-io';

/** Two strategies in one rewrite, the inner one first. */
export type CombinationId = `${StrategyId}+${StrategyId}`;

export interface StrategyContext {
  readonly subject: Subject;
  readonly effects: Effects;
  /** One per case of the inputs, in case order; empty when nothing could be observed. Observed is never proven. */
  readonly observed: readonly ObserveAnswer[];
  /** True when the inputs declare a call sequence. */
  readonly hasSequence: boolean;
  /** Given where another strategy does the parts of what is spread over threads. */
  readonly partKernel?: PartKernel;
}

/** Where a rewrite may leave small inputs to the original, once it is measured from which size on it pays. */
export interface SizeGuard {
  /** The line in the rewritten file below which the guard goes, as it stands in an edit. */
  readonly head: string;
  /** Index of the parameter that tells how much there is to do: by its length, or by its value. */
  readonly parameter: number;
  readonly counts: 'length' | 'value';
  /** The same as code: `items.length`. */
  readonly count: string;
  readonly pieces: 'elements' | 'iterations';
  /** The call of the original: `scoreAll(items)`; of a rewrite in its place, what does the same in one piece. */
  readonly original: string;
  /** The rewrite stands in the place of the original, and the calling thread does what is small by itself. */
  readonly isInPlace?: true;
  /** White space in front of the guard, and what ends a statement. */
  readonly indent: string;
  readonly end: string;
}

/** The expression in the edited file that tells how long the parts are that go to threads. */
export interface PartCount {
  /** As it stands there. */
  readonly written: string;
  /** How many pieces of work and how many threads there are, as code in the same scope. */
  readonly count: string;
  readonly threads: string;
  /** Where the calling thread takes parts as well: up to so many pieces are one part, which it does, and there are so many parts for each thread at most. */
  readonly taken?: { readonly undivided: number; readonly perThread: number };
}

/** The function that does a part of the work, and what of it lies in memory that all threads see. */
export interface PartWork {
  readonly chunk: string;
  /** Of its one parameter, also in code without types. */
  readonly type: string;
  /** Names of typed arrays that it gets, all of them whole. */
  readonly arrays: readonly string[];
  /** Names of the numbers that say which part it is, whole ones in any case. */
  readonly bounds: readonly string[];
  /** A part that was done in part may be done again. */
  readonly isRepeatable: boolean;
}

/** Another strategy's code that does parts, in a memory that it makes for all threads. */
export interface PartKernel {
  readonly strategy: StrategyId;
  readonly variant: string;
  readonly summary: string;
  readonly file: RewrittenFile;
  /** How the subject's file imports it. */
  readonly specifier: string;
  /** Copies the typed arrays called `arrays` there: gives `memory`, `copies` of them by these names, and `giveBack()`, or undefined. */
  readonly memory: string;
  readonly arrays: readonly string[];
  /** Does a part, given that memory and what is called so in a part; false where the part is still to be done. */
  readonly kernel: string;
  readonly parameters: readonly string[];
  readonly caveats: readonly Reason[];
}

export interface Candidate {
  readonly strategy: StrategyId | CombinationId;
  /** Kebab-case name of this candidate among its strategy's: 'drop-in', 'bounded-map', 'array-map', 'call-batch'. */
  readonly variant: string;
  /** One sentence for a person: what the rewrite does. */
  readonly summary: string;
  readonly signature: 'same' | 'async' | 'typed';
  /** The edited subject file first, then other edited files (that import it), then new files. */
  readonly files: readonly RewrittenFile[];
  /** The edits make all callers that are known call the new function. */
  readonly callersFollow?: true;
  readonly dependencies: Readonly<Record<string, string>>;
  /** How the rewritten function is reached. Absent: exactly like the subject. */
  readonly callBinding?: string;
  /** Of a candidate with the signature 'typed'. Inputs are converted before a call is timed, and results are compared as plain arrays. */
  readonly typedData?: TypedData;
  /** The function in that scope that makes such arrays where they have to stay in one place: `saxpyNumbers`, which is given their lengths. */
  readonly makerExpression?: string;
  /** Which workload shows this candidate's effect fairly. */
  readonly workload: Workload;
  /** A JavaScript expression in the scope of the edited module that forgets the state kept between calls: `fibCache.clear()`. */
  readonly resetExpression?: string;
  /** An expression in that scope that counts the entries kept: `fibCache.size`. */
  readonly cacheSizeExpression?: string;
  /** An expression in that scope that releases what is held open: `pool?.destroy()`. */
  readonly disposeExpression?: string;
  /** The variable in that scope that holds the pool of threads: `pool`. */
  readonly poolExpression?: string;
  /** The variable that holds the threads that a call waits for: `scoreAllThreads`. */
  readonly threadsExpression?: string;
  /** New files that are entry points of worker threads, with the exact expression in the edited file that names each. */
  readonly workerEntries?: readonly { readonly path: string; readonly urlExpression: string }[];
  /** How the rewrite cuts its work into parts, when it does. */
  readonly parts?: PartCount;
  /** Where another strategy may do the parts. */
  readonly partWork?: PartWork;
  /** Absent where nothing tells beforehand how much there is to do. */
  readonly sizeGuard?: SizeGuard;
  readonly tolerance: 'exact' | number;
  /** Texts in a file that is read with which it is meant to give other values, as a caveat says: generated ones with them refute nothing. */
  readonly differsFor?: readonly string[];
  /** Caveats that a reviewer must know, shown with the result whatever the verdict. */
  readonly caveats: readonly Reason[];
}

export type Proposal =
  | { readonly kind: 'candidates'; readonly candidates: readonly [Candidate, ...Candidate[]] }
  | { readonly kind: 'declined'; readonly reasons: readonly [Reason, ...Reason[]] };

export interface Strategy {
  readonly id: StrategyId;
  /** Row title in the report: "Memoization". */
  readonly title: string;
  /** The article's claim that this row puts a number in place of: "exponential on recursion". */
  readonly folklore: string;
  /** One sentence: when this does not pay. */
  readonly whenNotToUse: string;
  propose(context: StrategyContext): Proposal;
  /** The parts of what another strategy spreads over threads: `chunk` is the function that does one. Undefined where this one cannot do them. */
  partKernel?(chunk: Subject, work: PartWork, variant: string): PartKernel | undefined;
}

export function declined(...reasons: [Reason, ...Reason[]]): Proposal {
  return { kind: 'declined', reasons };
}
