// What the user can mend, found by the extension itself: the same shape as the engine's failures, shown by the same boundary.
import type { EngineFailure } from '../protocol/engine-protocol.ts';

export class Mendable extends Error {
  override readonly name = 'Mendable';
  readonly failure: EngineFailure;
  /** A command that helps, offered as a button. */
  readonly remedy: Remedy | undefined;

  constructor(failure: EngineFailure, remedy?: Remedy) {
    super(failure.sentence);
    this.failure = failure;
    this.remedy = remedy;
  }
}

export interface Remedy {
  readonly title: string;
  readonly command: string;
}

export const mendables = {
  noSourceFile: () =>
    new Mendable({
      code: 'no-source-file',
      sentence: 'No JavaScript or TypeScript file is open.',
      nextStep: 'Open the file with the function and put the cursor into it.',
    }),
  noFunctions: (file: string) =>
    new Mendable({
      code: 'no-functions',
      sentence: `${file} has no function that can be run.`,
      nextStep: 'Open a file that has one.',
    }),
  notRunnable: (name: string, reason: string) =>
    new Mendable({
      code: 'not-runnable',
      sentence: `${name} cannot be run alone: ${reason}`,
      nextStep: 'Select a function that can be called from outside, for example the enclosing one.',
    }),
  functionGone: (name: string, file: string) =>
    new Mendable({
      code: 'function-gone',
      sentence: `${name} is no longer in ${file}.`,
      nextStep: 'Put the cursor into a function and benchmark that one.',
    }),
  untrusted: () =>
    new Mendable(
      {
        code: 'untrusted-workspace',
        sentence: 'Speedlens runs your code to measure it, and this folder is in Restricted Mode.',
        nextStep: 'Trust the folder if you trust its authors.',
      },
      { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' },
    ),
  noReport: () =>
    new Mendable({
      code: 'no-report',
      sentence: 'There is no report yet.',
      nextStep: 'Benchmark a function first, by its code lens or with "Speedlens: Benchmark Function".',
    }),
  noRewrite: (name: string) =>
    new Mendable({
      code: 'no-rewrite',
      sentence: `The report about ${name} has no rewrite to show.`,
      nextStep: 'The report says for each strategy why not, and what would unlock it.',
    }),
  noTimes: (name: string) =>
    new Mendable({
      code: 'no-times',
      sentence: `The last report about ${name} does not tell where its time goes.`,
      nextStep: 'Benchmark it again, with a larger case when the report says that there were too few samples.',
    }),
  staleTimes: (name: string, file: string) =>
    new Mendable({
      code: 'stale-times',
      sentence: `${file} changed since ${name} was benchmarked, so the lines are no longer the same.`,
      nextStep: 'Benchmark it again, then show the heat strip.',
    }),
  staleReport: (name: string, file: string) =>
    new Mendable({
      code: 'stale-report',
      sentence: `${file} changed since ${name} was benchmarked, so the rewrite no longer fits.`,
      nextStep: 'Benchmark it again, then apply.',
    }),
  fileExists: (file: string) =>
    new Mendable({
      code: 'file-exists',
      sentence: `The rewrite needs to create ${file}, and that file exists already.`,
      nextStep: 'Rename or remove the file, then apply again; Speedlens overwrites nothing.',
    }),
  editRefused: (file: string) =>
    new Mendable({
      code: 'edit-refused',
      sentence: `VS Code did not apply the rewrite to ${file}.`,
      nextStep: 'Check that the file can be written, then apply again.',
    }),
} as const;

/** Our own bug, as the user is told: one sentence. The stack goes to the log. */
export function ownBug(message: string): EngineFailure {
  const sentence = `Speedlens failed on a bug of its own: ${message.replace(/\.$/, '')}.`;
  return { code: 'internal', sentence, nextStep: 'The log has the details.' };
}
