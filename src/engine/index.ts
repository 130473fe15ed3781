// The front door of the engine. Surfaces (extension, command line) import nothing else of it.
import type { BenchOptions } from '../model/bench-options.ts';
import type { FunctionListing } from '../model/function-listing.ts';
import type { RunProgress } from '../model/progress.ts';
import type { Report } from '../model/report.ts';

export { SpeedlensFailure } from './failures.ts';

/** Functions of a file, top to bottom. Throws SpeedlensFailure (no such file, not a source file). Never throws on odd syntax. */
export declare function listFunctions(file: string, text?: string): readonly FunctionListing[];

/** One whole run. Rejects with SpeedlensFailure for what the user can mend, with the signal's reason on cancel. */
export declare function benchmark(
  options: BenchOptions,
  run: { readonly signal: AbortSignal; readonly onProgress: (progress: RunProgress) => void },
): Promise<Report>;

/** A commented inputs module for one function; `path` is where it belongs. */
export declare function inputsTemplate(options: { file: string; text?: string; name: string }): {
  readonly path: string;
  readonly text: string;
  readonly exists: boolean;
};
