// Everything that a user can mend, as one catalogue: a code, a sentence, the next step, the exit status of the command line.
// Expected outcomes of a run (declined, not equivalent, too noisy) are data in the Report, not failures.

/** Exit statuses of the command line: 1 a check failed, 2 usage, 3 the function could not be run. */
type FailureStatus = 1 | 2 | 3;

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
    new SpeedlensFailure(
      'no-such-file',
      `There is no file ${file}.`,
      'Check the path; it is taken from the current folder.',
      2,
    ),
  staleReport: (file: string) =>
    new SpeedlensFailure(
      'stale-report',
      `${file} has changed since it was benchmarked.`,
      'Run the benchmark again and apply the new report.',
      1,
    ),
  notUtf8: (file: string) =>
    new SpeedlensFailure(
      'not-utf8',
      `${file} is not written in UTF-8, so it could not be written back as it is.`,
      'Save it as UTF-8 and run the benchmark again. Nothing was written.',
      1,
    ),
  newFileExists: (file: string) =>
    new SpeedlensFailure(
      'new-file-exists',
      `The rewrite needs a new file ${file}, and one is already there.`,
      'Rename or remove it, then apply again. Nothing was written.',
      1,
    ),
  noSuchStrategy: (strategy: string, known: readonly string[]) =>
    new SpeedlensFailure(
      'no-such-strategy',
      `There is no strategy ${strategy}.`,
      `Choose from: ${known.join(', ')}.`,
      2,
    ),
  noRewrite: (strategy: string, name: string) =>
    new SpeedlensFailure(
      'no-rewrite',
      `The report has no ${strategy} rewrite of ${name}.`,
      'The report says why in the row of that strategy.',
      1,
    ),
  unsafeRewrite: (strategy: string, name: string) =>
    new SpeedlensFailure(
      'unsafe-rewrite',
      `The ${strategy} rewrite of ${name} was not shown to be equivalent.`,
      'It is kept in the report for reading only.',
      1,
    ),
  firstLookOnly: (strategy: string, name: string) =>
    new SpeedlensFailure(
      'first-look-only',
      `The ${strategy} rewrite of ${name} was not shown to be faster, so it was compared with the original at a first look only.`,
      'It is kept in the report for reading; a run with a larger budget may tell more.',
      1,
    ),
  cannotWrite: (file: string, cause: unknown) =>
    new SpeedlensFailure(
      'cannot-write',
      `${file} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Check the permissions and the free space; nothing was changed.',
      1,
    ),
  badOption: (option: string, value: string, expected: string) =>
    new SpeedlensFailure('bad-option', `${option} does not take ${value}.`, `It takes ${expected}.`, 2),
  notAReport: (file: string, why: string) =>
    new SpeedlensFailure(
      'not-a-report',
      `${file} is not a Speedlens report: ${why}.`,
      'Name a file written with --json.',
      2,
    ),
  buildFailed: (name: string, message: string, nextStep: string) =>
    new SpeedlensFailure('build-failed', `${name} could not be built: ${message}`, nextStep, 3),
  runFailed: (name: string, message: string, nextStep: string) =>
    new SpeedlensFailure('run-failed', `${name} could not be run: ${message}`, nextStep, 3),
  notASourceFile: (file: string) =>
    new SpeedlensFailure(
      'not-a-source-file',
      `${file} is not a JavaScript or TypeScript file.`,
      'Name a .js, .mjs, .cjs, .jsx, .ts, .mts, .cts or .tsx file.',
      2,
    ),
  noSuchFunction: (file: string, wanted: string, names: readonly string[]) =>
    new SpeedlensFailure(
      'no-such-function',
      `${file} has no function ${wanted}.`,
      names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has no functions at all.',
      2,
    ),
  ambiguousFunction: (name: string, lines: readonly number[]) =>
    new SpeedlensFailure(
      'ambiguous-function',
      `${name} is defined ${lines.length} times, on lines ${lines.join(', ')}.`,
      `Select one by line, for example :${lines[0] ?? 1}.`,
      2,
    ),
  nothingSelected: (file: string, names: readonly string[]) =>
    new SpeedlensFailure(
      'nothing-selected',
      `${file} has ${names.length} functions, and none is selected.`,
      `Name one of: ${names.join(', ')}.`,
      2,
    ),
  severalOnLine: (line: number, names: readonly string[]) =>
    new SpeedlensFailure(
      'several-on-line',
      `Line ${line} has several functions: ${names.join(', ')}.`,
      'Select one by name, or put each on a line of its own.',
      2,
    ),
  syntaxError: (file: string, line: number, message: string) =>
    new SpeedlensFailure(
      'syntax-error',
      `${file} has a syntax error on line ${line}: ${message}`,
      'Mend the syntax and run again.',
      2,
    ),
  notRunnable: (name: string, message: string) =>
    new SpeedlensFailure(
      'not-runnable',
      `${name} cannot be run alone: ${message}`,
      'Select a function that can be called from outside, for example the enclosing one.',
      3,
    ),
  noInputs: (name: string, what: string, reason: string, inputsFile: string) =>
    new SpeedlensFailure(
      'no-inputs',
      `No inputs can be made up for ${name}: ${what} is the obstacle, because ${reason}.`,
      `Write them in ${inputsFile} beside the source ("Create Inputs File" in the editor starts one), or add a @bench tag to the function.`,
      3,
    ),
  noInputsEntry: (file: string, name: string) =>
    new SpeedlensFailure(
      'no-inputs-entry',
      `${file} has no entry for ${name}.`,
      `Add an entry ${name} to its default export, or leave --inputs out.`,
      2,
    ),
  noSuchInputsModule: (file: string) =>
    new SpeedlensFailure(
      'no-such-inputs-module',
      `There is no inputs module ${file}.`,
      'Check the path of --inputs; it is taken from the current folder.',
      2,
    ),
  badBenchTag: (file: string, line: number, problem: string) =>
    new SpeedlensFailure(
      'bad-bench-tag',
      `The @bench tag on line ${line} of ${file} is not an argument list: ${problem}.`,
      'Write one JavaScript array of arguments per tag, for example: @bench [[3, 1, 2]]',
      2,
    ),
  nodeNotFound: () =>
    new SpeedlensFailure(
      'node-not-found',
      'No Node was found to benchmark with.',
      'Install Node 20 or later, or name one in the setting speedlens.nodePath (--node on the command line).',
      3,
    ),
  configuredNodeUnusable: (file: string) =>
    new SpeedlensFailure(
      'configured-node-unusable',
      `${file} is not a Node that can be started.`,
      'Correct the setting speedlens.nodePath (--node on the command line), or leave it empty to use the Node on PATH.',
      3,
    ),
  nodeTooOld: (file: string, version: string, oldest: number) =>
    new SpeedlensFailure(
      'node-too-old',
      `The Node at ${file} is ${version}; Speedlens needs ${oldest} or later.`,
      'Install a newer Node, or name one in the setting speedlens.nodePath (--node on the command line).',
      3,
    ),
} as const;
