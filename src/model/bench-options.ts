// What a user can ask of one run, the same for the editor and the command line.

export interface FunctionSelector {
  /** A function's listed name, or */
  readonly name?: string;
  /** a 1-based line inside the function (the innermost function wins). */
  readonly line?: number;
}

export interface BenchOptions {
  /** Absolute path of the source file. */
  readonly file: string;
  /** Unsaved text of the file; the file on disk when absent. */
  readonly text?: string;
  readonly select: FunctionSelector;
  /** Absolute path of an inputs module; discovered beside the source when absent. */
  readonly inputsModule?: string;
  readonly sizes?: readonly number[];
  /** Strategies to run by id, or one of their candidates (`webassembly/kernel`); all when absent. */
  readonly strategies?: readonly string[];
  readonly budgetMs: number;
  readonly seed: number;
  /** Absolute path of the Node to benchmark with. */
  readonly nodePath: string;
  readonly runtime: 'node' | 'electron';
  /** Folders that the benchmarked function may write to; none by default. */
  readonly allowWrite: readonly string[];
}
