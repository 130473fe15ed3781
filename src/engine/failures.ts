// Everything that a user can mend, as one catalogue: a code, a sentence, the next step, the exit status of the command line.
// Expected outcomes of a run (declined, not equivalent, too noisy) are data in the Report, not failures.

/** Exit statuses of the command line: 2 usage, 3 the function could not be run. */
type FailureStatus = 2 | 3;

export class SpeedlensFailure extends Error {
  override readonly name = 'SpeedlensFailure';
  readonly code: string;
  readonly nextStep: string;
  readonly exitStatus: FailureStatus;

  constructor(code: string, sentence: string, nextStep: string, exitStatus: FailureStatus) {
    super(sentence);
    this.code = code;
    this.nextStep = nextStep;
    this.exitStatus = exitStatus;
  }
}

export const failures = {
  noSuchFile: (file: string) =>
    new SpeedlensFailure('no-such-file', `There is no file ${file}.`, 'Check the path; it is taken from the current folder.', 2),
  notASourceFile: (file: string) =>
    new SpeedlensFailure('not-a-source-file', `${file} is not a JavaScript or TypeScript file.`, 'Name a .js, .mjs, .cjs, .jsx, .ts, .mts, .cts or .tsx file.', 2),
  noSuchFunction: (file: string, wanted: string, names: readonly string[]) =>
    new SpeedlensFailure('no-such-function', `${file} has no function ${wanted}.`, names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has no functions at all.', 2),
  ambiguousFunction: (name: string, lines: readonly number[]) =>
    new SpeedlensFailure('ambiguous-function', `${name} is defined ${lines.length} times, on lines ${lines.join(', ')}.`, `Select one by line, for example :${lines[0] ?? 1}.`, 2),
  syntaxError: (file: string, line: number, message: string) =>
    new SpeedlensFailure('syntax-error', `${file} has a syntax error on line ${line}: ${message}`, 'Mend the syntax and run again.', 2),
  notRunnable: (name: string, message: string) =>
    new SpeedlensFailure('not-runnable', `${name} cannot be run alone: ${message}`, 'Select a function that can be called from outside, for example the enclosing one.', 3),
} as const;
