// Random functions of many constructs: their file as it would be edited is run beside the original one, so that also what the kernels hand on is done
// as it would be, and what they have done to the arguments by then would show.
import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import { applyEdits } from '../../src/engine/source/edits.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { seededRandom } from '../../src/engine/statistics/random.ts';
import { kernelCandidates } from '../../src/engine/strategies/webassembly/webassembly.ts';
import { BatchCount, type BatchResult, exportsOf } from './batch-result.ts';
import { constructCalls } from './construct-calls.ts';
import { subjectOf } from './propose-on.ts';
import { type ConstructProgram, randomConstructs } from './random-constructs.ts';

type Run = (...args: unknown[]) => unknown;

export function checkConstructBatch(seed: number, size: number): BatchResult {
  const random = seededRandom(seed);
  const programs = Array.from({ length: size }, (_, index) => randomConstructs(`f${index}`, random));
  return checkConstructs(seed, programs, () => undefined);
}

/** `tell` hears of each function that is declined, and why. */
export function checkConstructs(
  seed: number,
  programs: readonly ConstructProgram[],
  tell: (program: ConstructProgram, reason: string) => void,
): BatchResult {
  const text = programs.map((one) => one.text).join('\n');
  const originals = exportsOf(text);
  const count = new BatchCount(seed);
  const rewritten = [new Map<string, Rewritten>(), new Map<string, Rewritten>()] as const;
  for (const [index, subject] of subjectsOf(text)) {
    const candidates = kernelCandidates(subject, []);
    const program = programs[index];
    if (program === undefined) continue;
    if ('code' in candidates) {
      tell(program, `${candidates.code}: ${candidates.message}`);
      continue;
    }
    for (const [which, { files }] of candidates.entries()) {
      const edits = files[0]?.edits?.filter(({ start }) => start > subject.node.pos) ?? [];
      rewritten[which]?.set(`f${index}`, { edits, kernel: files[1]?.newText ?? '' });
    }
  }
  const edited = rewritten.map((functions) => editedModule(text, functions));
  for (const [index, { text: program, parameters, constructs }] of programs.entries()) {
    const name = `f${index}`;
    const original = originals[name];
    if (original === undefined) throw new Error(`${name} is not exported.`);
    const before = count.calls;
    for (const [which, { exports, lastWas }] of edited.entries()) {
      const after = exports[name];
      if (after === undefined || rewritten[which]?.has(name) !== true) continue;
      compareFunction({ program, parameters, after, original, lastWas, count });
    }
    if (count.calls > before) count.noteCompared('webassembly');
    count.noteConstructs(constructs, program);
  }
  return count.result(programs.length);
}

interface Rewritten {
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly kernel: string;
}

interface EditedModule {
  readonly exports: Record<string, Run>;
  /** Whether the last kernel that was called gave a value, or handed the call on. */
  readonly lastWas: () => 'given' | 'handed on';
}

/** The file with all functions edited, and the files of their kernels within it. */
function editedModule(text: string, functions: ReadonlyMap<string, Rewritten>): EditedModule {
  const kernels = [...functions].map(([name, { kernel }]) => {
    const own = kernel.replace('export function', 'function');
    return `const ${name}Kernel = told((() => {\n${own}\nreturn ${name}Kernel;\n})());`;
  });
  const edited = applyEdits(
    text,
    [...functions.values()].flatMap(({ edits }) => edits),
  );
  const exports = exportsOf(
    [
      "let last: 'given' | 'handed on' = 'handed on';",
      'export function lastWas() { return last; }',
      "function told(kernel: any) { return (...args: any[]) => { const value = kernel(...args); last = value === undefined ? 'handed on' : 'given'; return value; }; }",
      edited,
      ...kernels,
    ].join('\n'),
  );
  return { exports, lastWas: exports['lastWas'] as EditedModule['lastWas'] };
}

interface Compared {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly after: Run;
  readonly original: Run;
  readonly lastWas: EditedModule['lastWas'];
  readonly count: BatchCount;
}

function compareFunction({ program, parameters, after, original, lastWas, count }: Compared): void {
  const expected = constructCalls(parameters);
  for (const [index, args] of constructCalls(parameters).entries()) {
    const actual = outcomeOf(after, args);
    const right = outcomeOf(original, expected[index] ?? []);
    if (lastWas() === 'given') count.compare('webassembly', program, String(index), actual, right);
    else {
      count.handedOn += 1;
      // It is the original that has done it, on arguments as the kernel has left them.
      if (!isDeepStrictEqual(actual, right))
        count.compare('webassembly, handed on', program, String(index), actual, right);
    }
  }
}

/** Each of the functions `f0`, `f1` and so on, by its number. */
function subjectsOf(text: string): readonly (readonly [number, Subject])[] {
  const whole = subjectOf(text, 'f0');
  return whole.sourceFile.statements.flatMap((statement) => {
    const name = ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? '') : '';
    if (!ts.isFunctionDeclaration(statement) || !/^f\d+$/.test(name)) return [];
    return [[Number(name.slice(1)), { ...whole, node: statement, listing: { ...whole.listing, name } }] as const];
  });
}

interface Outcome {
  readonly ended: unknown;
  /** In the order of its fields, which comparing objects does not look at. */
  readonly inOrder: string;
  /** How many of its elements are different objects. */
  readonly different: number;
  /** Which argument it is. */
  readonly argument: number;
  readonly args: readonly unknown[];
}

function outcomeOf(run: Run, args: readonly unknown[]): Outcome {
  try {
    const value = run(...args);
    const different = Array.isArray(value) ? new Set(value).size : 0;
    return { ended: value, inOrder: JSON.stringify(value) ?? '', different, argument: args.indexOf(value), args };
  } catch (error) {
    const ended = `${error instanceof Error ? `${error.name}: ${error.message}` : error}`;
    return { ended, inOrder: '', different: 0, argument: -1, args };
  }
}
