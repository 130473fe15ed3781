// The front door of the engine. Surfaces (engine process, command line) import nothing else of it.
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../model/bench-options.ts';
import type { FunctionListing } from '../model/function-listing.ts';
import type { Report } from '../model/report.ts';
import { createVariantBuilder } from './build/create-variant-builder.ts';
import { failures } from './failures.ts';
import { type InputsTemplate, inputsTemplate as templateOf } from './inputs/inputs-template.ts';
import { type Run, runPipeline } from './pipeline.ts';
import { createBenchmarkProcesses } from './process/benchmark-process.ts';
import { thisMachine } from './process/machine-facts.ts';
import { locateFunctions } from './source/locate-functions.ts';
import { openSubject, readSource } from './source/open-subject.ts';
import { isSourceFileName } from './source/parse-source.ts';
import type { Projects } from './source/project.ts';
import { strategies } from './strategies/catalog.ts';
import { chosenStrategies } from './strategies/chosen-strategies.ts';

export { applyRewrite } from './apply-rewrite.ts';
export { SpeedlensFailure } from './failures.ts';
export { findNode } from './process/node-locator.ts';
export { version } from './report-draft.ts';
export { createProjects, type Projects } from './source/project.ts';
export { sourceFilesUnder } from './source/source-files.ts';

/** Functions of a file, top to bottom. Throws SpeedlensFailure (no such file, not a source file); odd syntax is no failure. */
export function listFunctions(file: string, text?: string): readonly FunctionListing[] {
  if (!isSourceFileName(file)) throw failures.notASourceFile(file);
  return locateFunctions(file, text ?? readSource(file)).map(({ listing }) => listing);
}

/**
 * One whole run. `projects` keeps TypeScript's work from run to run, so later runs start sooner. Rejects with SpeedlensFailure for what the
 * user can mend, with the signal's reason on cancel. Leaves nothing behind.
 */
export async function benchmark(options: BenchOptions, run: Run, projects: Projects): Promise<Report> {
  const builder = createVariantBuilder();
  const runner = createBenchmarkProcesses({
    nodePath: options.nodePath,
    runtime: options.runtime,
    childEntry: fileURLToPath(new URL('./benchmark-process.mjs', import.meta.url)),
    allowWrite: options.allowWrite,
  });
  try {
    return await runPipeline(
      options,
      {
        openSubject: ({ file, text, select }) => openSubject({ file, text, select }, projects),
        builder,
        runner,
        machine: thisMachine(),
        strategies: chosenStrategies(strategies, options.strategies),
        clock: () => performance.now(),
      },
      run,
    );
  } finally {
    await Promise.all([runner.dispose(), builder.dispose()]);
  }
}

/** A commented inputs module for one function; `path` is where it belongs. */
export function inputsTemplate(
  request: {
    readonly file: string;
    readonly text?: string;
    readonly name: string;
  },
  projects: Projects,
): InputsTemplate {
  return templateOf(openSubject({ file: request.file, text: request.text, select: { name: request.name } }, projects));
}

export interface StrategyRow {
  readonly id: string;
  readonly title: string;
  readonly folklore: string;
  readonly whenNotToUse: string;
}

/** The strategies in catalogue order, for surfaces that show their rows before their answers. */
export function strategyRows(): readonly StrategyRow[] {
  return strategies.map(({ id, title, folklore, whenNotToUse }) => ({ id, title, folklore, whenNotToUse }));
}
