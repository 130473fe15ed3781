// Files that arguments name are part of what a call did: compared, and put back before the other variant plays.
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type AnyFunction, compareFunctions } from './compare-functions.ts';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-named-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const target = join(folder, 'written.txt');
const source = join(folder, 'lines.txt');
writeFileSync(source, Array.from({ length: 50 }, (_, i) => `line ${i}\n`).join(''));

const compare = (baseline: AnyFunction, candidate: AnyFunction) =>
  compareFunctions({
    baseline,
    candidate,
    inputs: {
      sizes: [3, 10],
      args: (n) => {
        rmSync(target, { force: true });
        return [target, Array.from({ length: n }, (_, i) => `piece ${i}`), source];
      },
    },
    task: { budgetMs: 20_000 },
  });

/** Benchmark processes may not write elsewhere; here nothing else keeps an edited path from doing so. */
function append(file: string, text: string): void {
  if (typeof file !== 'string' || !file.startsWith(folder)) throw new Error('denied');
  appendFileSync(file, text);
}

const oneByOne: AnyFunction = (file: string, pieces: string[]) => {
  for (const piece of pieces) append(file, `${piece}\n`);
};

test('the same content is the same, however it was written', async () => {
  const answer = await compare(oneByOne, (file: string, pieces: string[]) => {
    if (pieces.length > 0) append(file, pieces.map((piece) => `${piece}\n`).join(''));
  });
  expect(answer.counterexample).toBeUndefined();
  expect(answer.compared).toBeGreaterThan(20);
});

test.each<[string, AnyFunction]>([
  ['another order', (file, pieces) => oneByOne(file, [...pieces].reverse())],
  ['a piece less', (file, pieces) => oneByOne(file, pieces.slice(1))],
  [
    'a file where the original makes none',
    (file, pieces) => append(file, pieces.map((p: string) => `${p}\n`).join('')),
  ],
  ['no file at all', () => undefined],
])('%s is found', async (_what, candidate) => {
  const { counterexample } = await compare(oneByOne, candidate);
  expect(counterexample).toBeDefined();
});

test('lines read in pieces must survive the files that readers get wrong', async () => {
  const lines: AnyFunction = (_file, _pieces, from: string) => readFileSync(from, 'utf8').split('\n').length;
  const wrong: AnyFunction = (_file, _pieces, from: string) =>
    readFileSync(from, 'utf8')
      .split('\n')
      .filter((line, index, all) => line !== '' || index < all.length - 1).length + 1;
  expect((await compare(lines, lines)).counterexample).toBeUndefined();
  expect((await compare(lines, wrong)).counterexample).toBeDefined();
});

test('in a list of files each place meets such files, and the order of what is read counts', async () => {
  const numbers = [0, 1, 2].map((index) => join(folder, `listed-${index}.txt`));
  for (const [index, file] of numbers.entries()) writeFileSync(file, `one ${index}\ntwo\nthree\nfour\n`);
  const compareLists = (baseline: AnyFunction, candidate: AnyFunction) =>
    compareFunctions({
      baseline,
      candidate,
      inputs: { fixed: [{ label: 'three files', args: () => [[...numbers]] }] },
      task: { budgetMs: 20_000 },
    });
  const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n');
  const counts: AnyFunction = (files: string[]) => files.map((file) => lines(file).map((line) => line.length));
  const untilEmpty: AnyFunction = (files: string[]) => {
    const found: string[] = [];
    for (const file of files) {
      const [first = ''] = lines(file);
      if (first === '') break;
      found.push(first);
    }
    return found;
  };
  const wrongEnds: AnyFunction = (files: string[]) =>
    files.map((file, index) =>
      index < 2 ? lines(file).map((line) => line.length) : lines(file).map((line) => line.replace(/\r$/, '').length),
    );
  const goesOn: AnyFunction = (files: string[]) =>
    files.flatMap((file) => {
      const [first = ''] = lines(file);
      return first === '' ? [] : [first];
    });
  expect((await compareLists(counts, counts)).counterexample).toBeUndefined();
  expect((await compareLists(untilEmpty, untilEmpty)).counterexample).toBeUndefined();
  expect((await compareLists(counts, wrongEnds)).counterexample).toBeDefined();
  expect((await compareLists(untilEmpty, goesOn)).counterexample).toBeDefined();
});

test('what is only wrong with more than a buffer holds is found', async () => {
  const buffered =
    (isReset: boolean): AnyFunction =>
    (file: string, pieces: string[]) => {
      let pending = '';
      for (const piece of pieces) {
        pending += `${piece}\n`;
        if (pending.length < 65_536) continue;
        append(file, pending);
        if (isReset) pending = '';
      }
      if (pending !== '') append(file, pending);
    };
  expect((await compare(oneByOne, buffered(true))).counterexample).toBeUndefined();
  expect((await compare(oneByOne, buffered(false))).counterexample).toBeDefined();
});

test('the files are left as they were', () => {
  expect(readFileSync(source, 'utf8')).toMatch(/^line 0\n/);
  expect(existsSync(target)).toBe(false);
});

test('a difference that a rewrite announces is told where files have what it is announced for, and found where they do not', async () => {
  const fields: AnyFunction = (file: string) => readFileSync(file, 'utf8').split('\n');
  const withoutReturns: AnyFunction = (file: string) => readFileSync(file, 'utf8').split(/\r?\n/);
  const inputs = { sizes: [1], args: () => [source] };
  const compareWith = (differsFor: readonly string[]) =>
    compareFunctions({ baseline: fields, candidate: withoutReturns, inputs, task: { differsFor } });
  const announced = await compareWith(['\r\n']);
  expect(announced.counterexample).toBeUndefined();
  expect(announced.hostileDifferences).toHaveLength(1);
  expect(announced.hostileDifferences?.[0]?.expected).toContain(String.raw`\r`);
  const { counterexample } = await compareWith(['"']);
  expect(counterexample).toBeDefined();
});

test('what is declared refutes a rewrite also where it announces to differ', async () => {
  const quoted = join(folder, 'quoted.txt');
  writeFileSync(quoted, 'a,"b"\n');
  const { counterexample } = await compareFunctions({
    baseline: (file: string) => readFileSync(file, 'utf8'),
    candidate: (file: string) => readFileSync(file, 'utf8').replaceAll('"', ''),
    inputs: { sizes: [1], args: () => [quoted] },
    task: { differsFor: ['"'] },
  });
  expect(counterexample).toBeDefined();
});

test.runIf(process.platform === 'linux')('a file that is left open is a difference', async () => {
  const held: number[] = [];
  const read: AnyFunction = (_file: string, _pieces: string[], from: string) => readFileSync(from, 'utf8').length;
  try {
    const answer = await compare(read, (file: string, pieces: string[], from: string) => {
      held.push(openSync(from, 'r'));
      return read(file, pieces, from) as number;
    });
    expect(answer.counterexample?.actual).toContain('files left open');
  } finally {
    held.forEach((descriptor) => {
      closeSync(descriptor);
    });
  }
});
