// The tasks that a benchmark process can be given and what it answers. Every task runs in a process of its own, on the user's Node,
// in a fresh module graph. Messages travel over Node IPC with the advanced (structured clone) serialization.
import type { VariantBundle, Workload } from '../../model/variant.ts';

/** One case of the inputs, addressed by its place in the list that `describe` answered. */
export interface CaseListing {
  readonly index: number;
  /** 'n = 128' for a size, the tag's text for a fixed case. */
  readonly label: string;
  readonly size?: number;
  /** The inputs do not name this size: it lies between two that they do. */
  readonly isAdded?: true;
  /** Number of calls in the declared sequence; absent when none is declared. */
  readonly sequenceLength?: number;
}

export interface DescribeTask {
  readonly kind: 'describe';
  readonly variant: VariantBundle;
  readonly seed: number;
}

export interface DescribeAnswer {
  readonly cases: readonly CaseListing[];
  readonly loadMs: number;
}

/** What one argument, receiver or result looked like; merged over the cases by whoever needs it. */
export interface ValueProfile {
  readonly kind:
    | 'undefined'
    | 'null'
    | 'boolean'
    | 'number'
    | 'bigint'
    | 'string'
    | 'symbol'
    | 'function'
    | 'array'
    | 'typed-array'
    | 'plain-object'
    | 'map'
    | 'set'
    | 'date'
    | 'promise'
    | 'instance'
    | 'other';
  /** Of values of different kinds ('other'): which. */
  readonly kinds?: readonly ValueProfile['kind'][];
  /** Class name of an instance or typed array. */
  readonly className?: string;
  /** Length of strings, arrays and typed arrays; size of maps and sets. */
  readonly length?: number;
  /** Numbers, and arrays of numbers: over all values looked at. */
  readonly numbers?: {
    readonly min: number;
    readonly max: number;
    readonly allIntegers: boolean;
    readonly hasNaN: boolean;
    readonly hasNegativeZero: boolean;
  };
  readonly hasHoles?: boolean;
  /** Profile of the elements of an array, merged. */
  readonly elements?: ValueProfile;
  /** Own enumerable string keys of a plain object, in order. */
  readonly keys?: readonly string[];
  /** Profiles of what a plain object holds under them, accessors left out; undefined where one of several lacks it. */
  readonly fields?: ReadonlyMap<string, ValueProfile>;
  /** Whether structuredClone accepts it and gives back an equal value (prototype included). */
  readonly cloneable: boolean;
}

export interface ObserveTask {
  readonly kind: 'observe';
  readonly variant: VariantBundle;
  readonly seed: number;
  readonly caseIndex: number;
}

/** What a call of the baseline did on one case. */
export interface ObserveAnswer {
  readonly outcome: 'returned' | 'threw';
  /** Name and message of what was thrown. */
  readonly error?: string;
  /** Wall time of the first call and of a later one, milliseconds; a promise is awaited. */
  readonly firstCallMs: number;
  readonly laterCallMs: number;
  /** Time to make one argument list, milliseconds. */
  readonly argumentsMs: number;
  readonly returnsPromise: boolean;
  /** The arguments (or the receiver) differ after a call from what they were before. */
  readonly mutatesArguments: boolean;
  /** Some of that state cannot be read (closures, private fields): not having seen a change proves nothing. */
  readonly opaqueArguments?: boolean;
  /** Two calls on equal inputs had equal outcomes. */
  readonly deterministic: boolean;
  readonly arguments: readonly ValueProfile[];
  readonly receiver?: ValueProfile;
  readonly result?: ValueProfile;
  /** How many calls of the declared sequence have arguments that none before has; absent without one, or when they are too many to count. */
  readonly distinctCalls?: number;
}

export interface SampleTask {
  readonly kind: 'sample';
  readonly variant: VariantBundle;
  readonly seed: number;
  readonly caseIndex: number;
  /** The size of the case where the inputs do not name it. */
  readonly addedSize?: number;
  readonly workload: Workload;
  /** For the batch workload: how many calls are handed over at once. */
  readonly batchCalls?: number;
  /** For the batch workload: this variant takes one argument list per call (the baseline), so it is called once for each of the batch. */
  readonly oneByOne?: boolean;
  /** True when a call may change its arguments: every call gets fresh ones, made outside the timed region. */
  readonly renewArguments: boolean;
  /** Time to spend on warm-up and on samples. */
  readonly warmupMs: number;
  readonly sampleMs: number;
  /** Whether to look at memory after the samples, which takes a few more calls. */
  readonly watchMemory: boolean;
  /** Whether to see that arguments and results were what they should be: for large ones that takes longer than sampling. */
  readonly watchInputs: boolean;
}

export interface SampleAnswer {
  /** Nanoseconds per call, one number per sample, in the order taken. */
  readonly samples: readonly number[];
  readonly callsPerSample: number;
  readonly firstCallMs: number;
  /** Import of the bundle, milliseconds. */
  readonly loadMs: number;
  /** Whether the last warm-up windows agreed. */
  readonly steady: boolean;
  /** Calls are so long that too few windows fitted into the warm-up to tell whether they agree. */
  readonly warmUpTooShort?: true;
  readonly allocatedBytesPerCall?: number;
  readonly peakRssBytes: number;
  /** What calling (and awaiting) a function that does nothing costs in the same loop, nanoseconds. */
  readonly floorNs?: number;
  /** Fraction of calls in a sequence that the candidate's cache answered, when it can be counted. */
  readonly hitRate?: number;
  readonly cacheEntries?: number;
  readonly cache?: CacheAnswer;
  readonly movement?: MovementAnswer;
  /** Largest resident set of the process before it loaded the variant. */
  readonly ownRssBytes?: number;
  /** Time that the garbage collector took of so much time of calls, made after the samples; threads of the variant's own not counted. */
  readonly collector?: { readonly milliseconds: number; readonly ofMs: number };
  /** The switches that Node was started with. */
  readonly execArguments?: readonly string[];
  /** By which the figures are checked, see judge/integrity-checks.ts. */
  readonly facts?: SamplingFacts;
}

/** Where the time of a call goes that hands work to threads: medians over calls made after the samples. Nanoseconds but for `spawnMs`. */
export interface MovementAnswer {
  /** Until a fresh pool had begun its first task. */
  readonly spawnMs: number;
  /** Elapsed, and of it in the thread that calls, before the first task is sent and after the last answer is there. */
  readonly callNs: number;
  readonly callerNs: number;
  readonly tasks: number;
  /** That worked on them. */
  readonly threads: number;
  /** Sums over the tasks: to the first line of the work, the work, and from its last line to the arrival of the answer. */
  readonly sendNs: number;
  readonly computeNs: number;
  readonly receiveNs: number;
}

/** What a candidate's cache did with one sequence of calls, from a forgotten state. */
export interface CacheAnswer {
  readonly calls: number;
  /** Of them, with arguments that none before had. */
  readonly distinct: number;
  readonly entries: number;
  /** Nanoseconds of a call with new arguments, and of one whose result is remembered; the latter only where it surely was. */
  readonly missNs: number;
  readonly hitNs?: number;
  /** Of the heap, held by the entries. Absent when too little to tell. */
  readonly bytes?: number;
}

/** What went on while a process took its samples. */
export interface SamplingFacts {
  readonly isAsync: boolean;
  /** The smallest step that the timer was seen to make, and how long samples lasted (median): nanoseconds. */
  readonly timerStepNs: number;
  readonly sampleNs: number;
  /** Processor time of this process (all threads, at most 1) by the wall time of sampling. */
  readonly processorShare: number;
  /** How often it had to make room for another. */
  readonly involuntarySwitches: number;
  /** Calls made in the timed loop, warm-up included. */
  readonly calls: number;
  readonly emptyCalls: EmptyCalls;
  /** What a fixed piece of work took between the samples, nanoseconds: the same in every process but for the speed of the machine. */
  readonly yardstickNs?: number;
  /** Present when arguments are renewed. */
  readonly renewed?: {
    /** Argument lists made for samples, and calls that those lists had to serve. */
    readonly lists: number;
    readonly calls: number;
    /** What two argument lists have in common: nothing, objects that no call changed, that calls changed, or that cannot be looked into. */
    readonly shared: 'nothing' | 'unchanged' | 'changed' | 'hidden' | 'too-large' | 'not-looked-at';
  };
  /** Present when arguments are reused and small enough to be looked at: they differ after the last sample from what they were. */
  readonly argumentsChanged?: boolean;
  /** The last result kept while sampling, held against what a plain call gives on the same inputs. */
  readonly result: 'same' | 'different' | 'undefined' | 'not-compared' | 'not-looked-at';
}

/** What calling a function that does nothing costs in the very loop that timed the variant, nanoseconds. */
export interface EmptyCalls {
  readonly beforeNs: number;
  /** The first turns after the samples: slow when the loop had been compiled for the variant alone. */
  readonly firstAfterNs: number;
  readonly afterNs: number;
}

export interface CompareTask {
  readonly kind: 'compare';
  readonly baseline: VariantBundle;
  readonly candidate: VariantBundle;
  readonly seed: number;
  readonly caseIndexes: readonly number[];
  /** The candidate takes a list of argument lists (workload 'batch'). */
  readonly batch: boolean;
  /** Upper bound of the whole comparison and of one call, milliseconds. */
  readonly budgetMs: number;
  readonly callDeadlineMs: number;
  /** 'exact', or a relative tolerance for numbers that the strategy declares (float reassociation). */
  readonly tolerance: 'exact' | number;
  /** The candidate may answer with a promise where the baseline answers with a value (signature 'async'). Otherwise that is a difference. */
  readonly mayBecomeAsync?: boolean;
  /** Texts in files with which the candidate is meant to differ: a generated case with them is told, and refutes nothing. */
  readonly differsFor?: readonly string[];
  /** Numbers and strings that the function's own code is written around: values beside them are tried. */
  readonly constants?: { readonly numbers: readonly number[]; readonly strings: readonly string[] };
  /** What the types admit beside what inputs show: options that may be left out, each value of a choice. */
  readonly admitted?: readonly AdmittedPlace[];
  /** Milliseconds for making a counterexample small. */
  readonly shrinkMs: number;
  /** Kinds of cases to leave out, because one of them ended an earlier process ('hostile', 'growth', ...). */
  readonly skipArms?: readonly string[];
  /** Any difference ends the comparison, one that does not refute the candidate as well. */
  readonly endsAtFirst?: true;
}

/** Named as in verify/child/argument-places.ts: `1`, `0[*].kind`. The values are plain data. */
export interface AdmittedPlace {
  readonly name: string;
  readonly mayBeMissing: boolean;
  readonly values: readonly unknown[];
}

export interface Counterexample {
  /** Source text that can be pasted: the argument list as JavaScript. */
  readonly args: string;
  readonly expected: string;
  readonly actual: string;
}

export interface HostileDifference extends Counterexample {
  /** The kind of inputs that show it, in words: "holes in a list". */
  readonly inputs?: string;
}

export interface CompareAnswer {
  /** Cases compared, generated ones included, and those skipped because the baseline was too slow or not deterministic. */
  readonly compared: number;
  readonly generated: number;
  readonly skipped: number;
  /** Of those compared, how many the baseline answered with a value; zero means that only errors were compared. */
  readonly returned?: number;
  /** Compared beyond the observed magnitudes, for as long as that was quick: not a function of the seed, and in none of the counts above. */
  readonly grown?: number;
  /** The time was over before all planned cases were compared: what is missing is the end of the plan. */
  readonly cut?: true;
  /** What in the outcomes was taken on trust, one clause each: functions, private fields. */
  readonly uncompared?: readonly string[];
  /**
   * Time of a call of the baseline by that of the candidate, on the declared case that takes the baseline longest. From single calls of code that is
   * not warm: it tells what to measure first, never how fast anything is.
   */
  readonly pace?: number;
  readonly counterexample?: Counterexample;
  /** Differences that show only on inputs outside of what was declared, one for each kind of these: caveats, no refusal. */
  readonly hostileDifferences?: readonly HostileDifference[];
}

/** Runs one variant on one case under V8's own profiler: where the time goes, and what V8 had to take back. Never a source of times. */
export interface DiagnoseTask {
  readonly kind: 'diagnose';
  readonly variant: VariantBundle;
  readonly seed: number;
  readonly caseIndex: number;
  readonly workload: Exclude<Workload, 'batch'>;
  readonly renewArguments: boolean;
  /** 'lines' turns off the compilers whose code tells no lines; 'tiers' leaves V8 as it is while timing, and tells fewer lines. */
  readonly detail: 'lines' | 'tiers';
  readonly warmupMs: number;
  readonly sampleMs: number;
}

export interface DiagnoseAnswer {
  /** False when this Node left no profile to read; all else is empty then. */
  readonly profiled: boolean;
  /** Milliseconds between two samples, on average. */
  readonly intervalMs: number;
  /** Calls made while samples were taken. */
  readonly calls: number;
  readonly spots: readonly ProfiledSpot[];
  /** Samples in which the garbage collector ran after the variant; absent where arguments were renewed, whose garbage cannot be told apart. */
  readonly collectorSamples?: number;
  readonly deopts: readonly ProfiledDeopt[];
}

/** Samples whose innermost place in the variant's bundle is this one. Line and column from 1, in the bundle; line 0 where V8 does not say. */
export interface ProfiledSpot {
  readonly line: number;
  readonly column: number;
  /** What the code at that place had called and what ran; absent when it was the code itself. */
  readonly callee?: {
    /** Built into the language, a helper of V8 (property access, calls), V8's or Node's C++, V8 compiling, or a function of another script. */
    readonly kind: 'builtin' | 'helper' | 'native' | 'compiler' | 'function';
    /** V8's name of it; empty for 'native' and 'compiler'. */
    readonly name: string;
    /** Of a function: address of its script. */
    readonly url?: string;
  };
  readonly tier: 'interpreter' | 'baseline' | 'maglev' | 'turbofan';
  readonly samples: number;
}

/** A place of the bundle whose optimised code V8 threw away. */
export interface ProfiledDeopt {
  readonly line: number;
  readonly column: number;
  /** V8's words: 'wrong map', 'Insufficient type feedback for call', ... */
  readonly reason: string;
  readonly duringWarmUp: number;
  readonly whileWarm: number;
}

export type Task = DescribeTask | ObserveTask | SampleTask | CompareTask | DiagnoseTask;

export interface AnswerOf {
  readonly describe: DescribeAnswer;
  readonly observe: ObserveAnswer;
  readonly sample: SampleAnswer;
  readonly compare: CompareAnswer;
  readonly diagnose: DiagnoseAnswer;
}

export type FailureKind =
  | 'load-threw'
  | 'load-timed-out'
  | 'inputs-threw'
  | 'call-threw'
  | 'timed-out'
  | 'out-of-memory'
  | 'exited'
  | 'flooded'
  | 'crashed'
  | 'denied';

/** Why a benchmark process gave no answer; an expected outcome, so data. */
export interface RunFailure {
  readonly kind: FailureKind;
  /** One sentence about what happened. */
  readonly message: string;
  /** What the user can do about it. */
  readonly nextStep: string;
}

export type TaskOutcome<K extends Task['kind']> =
  | { readonly ok: true; readonly answer: AnswerOf[K] }
  | { readonly ok: false; readonly failure: RunFailure };
