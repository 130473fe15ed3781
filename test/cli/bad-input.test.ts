// Whatever is wrong with the code or the options: one clear sentence with a next step, the right exit status, and nothing left behind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, type ScratchCli, scratchCli } from '../support/scratch-cli.ts';

let cli: ScratchCli;
beforeAll(async () => {
  cli = await scratchCli();
  cli.write('plain.js', 'export function f(n) { return n + 1; }\n');
}, 120_000);
afterAll(() => cli.remove());

const ONE_SIZE = 'export default { f: { sizes: [10], args: (n) => [n] } };\n';

/** No progress, no stack: the sentence and its next step on one line, and nothing on stdout. */
function sentenceOf(finished: Finished, status: number): string {
  expect(finished.leftInTemporaryFolder).toEqual([]);
  expect(finished.leftRunning).toEqual([]);
  expect(finished.stdout).toBe('');
  expect(finished.stderr).not.toMatch(/^\s+at .*[:(]\d/m);
  expect(finished.stderr).not.toContain('Speedlens itself failed');
  expect(finished).toMatchObject({ status });
  const lines = finished.stderr.split('\n').filter((line) => line !== '' && !/^\S+: .*, \d+(\.\d)? s/.test(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/\. .*\.?$/);
  return lines[0] ?? '';
}

describe('a function that cannot be run', () => {
  type Broken = readonly [title: string, source: string, inputs: string, sentence: RegExp];
  const broken: readonly Broken[] = [
    [
      'a module that throws while it is loaded is named with the error and its line',
      "const db = connect();\nfunction connect() { throw new Error('no database here'); }\nexport function f(n) { return db + n; }\n",
      ONE_SIZE,
      /^f could not be run: .*loaded: Error: no database here \(subject-\d+\.js:2\)\. /,
    ],
    [
      'inputs that throw while they are loaded are blamed themselves',
      'export function f(n) { return n; }\n',
      `throw new Error('inputs are broken');\n${ONE_SIZE}`,
      /^f could not be run: .*Error: inputs are broken \(subject-\d+\.inputs\.js:1\)\. /,
    ],
    [
      'inputs that throw while they make arguments are blamed with the size',
      'export function f(n) { return n; }\n',
      "export default { f: { sizes: [3], args: () => { throw new Error('no arguments today'); } } };\n",
      /^f could not be run: The inputs threw for n = 3: Error: no arguments today /,
    ],
    [
      'a function that throws on every case is told with its error',
      "export function f(n) { throw new TypeError('not a number: ' + n); }\n",
      ONE_SIZE,
      /^f could not be run: it throws on every case \(TypeError: not a number: 10\)\. /,
    ],
    [
      'a promise that never settles is recognised',
      'export async function f(n) { await new Promise(() => {}); return n; }\n',
      ONE_SIZE,
      /^f could not be run: .*promise that never settles for n = 10\. /,
    ],
    [
      // On a busy machine the deadline may come before the last gigabyte.
      'a function that eats the heap is stopped',
      'export function f(n) { const kept = []; for (;;) kept.push(new Array(2 ** 25).fill(n)); }\n',
      ONE_SIZE,
      /^f could not be run: .*(memory|still running).* for n = 10/,
    ],
    [
      'a function that ends its process is caught with the status',
      'export function f(n) { process.exit(n); }\n',
      ONE_SIZE,
      /^f could not be run: The code ended its process with status 10 /,
    ],
    [
      'a function that floods the console is stopped',
      "export function f(n) { for (;;) console.log('x'.repeat(1e5)); }\n",
      ONE_SIZE,
      /^f could not be run: The code wrote more than \d+ MB to the console /,
    ],
  ];
  // These two wait for a deadline, so they wait together.
  const endless: readonly Broken[] = [
    [
      'a module that never gets loaded is stopped',
      'export const ready = wait();\nfunction wait() { for (;;) {} }\nexport function f(n) { return ready + n; }\n',
      ONE_SIZE,
      /^f could not be run: The module was not loaded after \d+ s\. /,
    ],
    [
      'an endless loop is stopped',
      'export function f(n) { while (n > 0) {} return n; }\n',
      ONE_SIZE,
      /^f could not be run: The function was still running after \d+ s for n = 10 and was stopped\. /,
    ],
  ];

  async function failureOf(name: string, [, source, inputs]: Broken): Promise<string> {
    cli.write(`${name}.js`, source);
    cli.write(`${name}.inputs.js`, inputs);
    return sentenceOf(await cli.run(['bench', `${name}.js#f`, '--budget', '8s']), 3);
  }

  it.each(broken.map((row, index) => [row[0], row, index] as const))(
    '%s',
    async (_title, row, index) => {
      expect(await failureOf(`subject-${index}`, row)).toMatch(row[3]);
    },
    180_000,
  );

  it.concurrent.each(endless.map((row, index) => [row[0], row, index] as const))(
    '%s',
    async (_title, row, index) => {
      expect(await failureOf(`endless-${index}`, row)).toMatch(row[3]);
    },
    180_000,
  );
});

it('a file without functions is told so', async () => {
  cli.write('empty.js', '');
  expect(sentenceOf(await cli.run(['bench', 'empty.js']), 2)).toMatch(/^empty\.js has no functions\. /);
});

it('a syntax error is told with its line', async () => {
  cli.write('syntax.js', 'export function g(n) {\n  return n +;\n}\n');
  expect(sentenceOf(await cli.run(['bench', 'syntax.js#g']), 2)).toMatch(
    /syntax\.js has a syntax error on line 2: .+\. /,
  );
});

it('a Node that does not exist is named', async () => {
  expect(sentenceOf(await cli.run(['bench', 'plain.js#f', '--node', './no/node']), 3)).toMatch(
    /no\/node is not a Node that can be started\. /,
  );
});

describe('wrong usage ends with status 2 before anything is run', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['a file that does not exist', ['bench', 'nothing.js#f'], /There is no file .*nothing\.js\. /],
    ['a file that does not exist, to list', ['list', 'nothing.js'], /There is no file .*nothing\.js\. /],
    ['a file that is no source', ['list', 'package.json'], /package\.json is not a JavaScript or TypeScript file\. /],
    ['a function that does not exist', ['bench', 'plain.js#h'], /plain\.js has no function h\. It has: f\./],
    ['a line without a function', ['bench', 'plain.js:7'], /plain\.js has no function/],
    [
      'an unknown strategy',
      ['bench', 'plain.js#f', '--strategies', 'turbo'],
      /no strategy turbo\. Choose from: .*memoization/,
    ],
    [
      'an inputs module that does not exist',
      ['bench', 'plain.js#f', '--inputs', 'none.js'],
      /no inputs module .*none\.js\. /,
    ],
    ['a report into a missing folder', ['bench', 'plain.js#f', '--html', 'no/page.html'], /There is no folder .*no\. /],
    ['a report onto a folder', ['bench', 'plain.js#f', '--json', '.'], /is a folder\. /],
    [
      'two reports to standard output',
      ['bench', 'plain.js#f', '--json', '-', '--markdown', '-'],
      /Only one .* standard output\. /,
    ],
    ['a report that does not exist', ['apply', 'none.json', '--strategy', 'workers'], /no such file\. /],
    ['a report that is none', ['apply', 'package.json', '--strategy', 'workers'], /is not a Speedlens report: .*\. /],
  ])('%s', async (_title, args, sentence) => {
    const finished = await cli.run(args);
    const line = sentenceOf(finished, 2);
    expect(line).toMatch(sentence);
    expect(finished.stderr.replace(/^f: gathering inputs, .*\n/m, '').trim()).toBe(line);
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'/],
    ['an unknown option', ['bench', 'plain.js#f', '--fast'], /unknown option '--fast'/],
    ['no function at all', ['bench'], /missing required argument 'target'/],
    ['a budget that is no time', ['bench', 'plain.js#f', '--budget', 'soon'], /'soon' is invalid\. A time is a number/],
    ['a budget of next to nothing', ['bench', 'plain.js#f', '--budget', '1ms'], /at least 8s/],
    [
      'sizes that are no numbers',
      ['bench', 'plain.js#f', '--sizes', '10,big'],
      /'10,big' is invalid\. Sizes are whole numbers/,
    ],
    [
      'a seed that is no number',
      ['bench', 'plain.js#f', '--seed', 'lucky'],
      /'lucky' is invalid\. A seed is a whole number/,
    ],
    ['a rewrite of no strategy', ['apply', 'package.json'], /required option '--strategy <id>'/],
  ])('%s', async (_title, args, sentence) => {
    const finished = await cli.run(args);
    expect(finished).toMatchObject({ status: 2, stdout: '' });
    expect(finished.stderr).toMatch(sentence);
    expect(finished.stderr).toMatch(/--help/);
    expect(finished.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
});
