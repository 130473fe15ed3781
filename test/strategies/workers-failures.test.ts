// Workers that fail as no analysis foresees, in projects of their own: what the caller gets is what the original gives or throws, the message names
// the place, and the program ends.
import { describe, expect, it } from 'vitest';
import { endOfProgram, type ProgramEnd, type UserProject } from '../support/user-project.ts';

const harmless = `/** @param {number} n @returns {number} */
export function root(n) {
  return Math.sqrt(n);
}
`;
const subject = `import { root } from './root.js';

/** @param {number[]} numbers @returns {number[]} */
export function rootAll(numbers) {
  const roots = [];
  for (const n of numbers) roots.push(root(n));
  return roots;
}
`;
/** Element 30 is the one. What is in `worker` happens in threads only. */
const root = (...lines: readonly string[]): string =>
  `import { isMainThread } from 'node:worker_threads';\nexport function root(n) {\n${lines.join('\n')}\n  return n / 2;\n}\n`;
const inWorker = (what: string): string => `  if (!isMainThread && n === 30) { ${what} }`;
/** Prints what the call of both gives, and whether threads are left that keep nothing alive. */
const main = `import { rootAll, rootAllParallel } from './roots.js';
const numbers = Array.from({ length: 64 }, (_, i) => i);
const told = async (call) => {
  try {
    return { values: await call() };
  } catch (error) {
    return {
      constructor: error?.constructor?.name,
      thrown: typeof error === 'symbol' ? String(error) : error?.message,
      own: typeof error === 'object' ? Object.keys(error) : [],
      secret: error?.secret,
    };
  }
};
const [original, parallel] = [await told(() => rootAll(numbers)), await told(() => rootAllParallel(numbers))];
console.log(JSON.stringify({ original, parallel, again: await told(() => rootAllParallel([4, 16])) }));
`;

function run(changed: string, more: Partial<UserProject> = {}): Promise<ProgramEnd> {
  const files = {
    'package.json': '{ "type": "module" }',
    'root.js': harmless,
    'roots.js': subject,
    'main.js': main,
  };
  return endOfProgram(
    { files, subject: 'roots.js', select: 'rootAll', changedLater: { 'root.js': changed }, main: 'main.js', ...more },
    'loop',
  );
}

/** The result, after a check that both had the same outcome and that the pool works on. */
function outcomeOf({ stdout, stderr, code }: ProgramEnd): unknown {
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const { original, parallel, again } = JSON.parse(stdout) as Record<string, unknown>;
  expect(parallel).toEqual(original);
  expect(again).toEqual({ values: [2, 8] });
  return parallel;
}

const halves = { values: Array.from({ length: 64 }, (_, i) => i / 2) };

describe('a worker that fails where the original does not: the work is done in the calling thread, with a warning that names the place', () => {
  it.each([
    ['ends itself', 'process.exit(3);', 'worker exited with code: 3'],
    ['throws a symbol', "throw Symbol('no');", 'not cloneable'],
    ['throws an error with a function', "throw Object.assign(new Error('own'), { retry() {} });", 'own'],
    ['gives a function', 'return () => n;', 'not cloneable'],
  ])('%s', async (_, what, message) => {
    const end = await run(root(inWorker(what)));
    expect(outcomeOf(end)).toEqual(halves);
    expect(end.stderr).toContain(`A worker failed at iteration 30: ${message}\n`);
  });

  it('runs out of memory', async () => {
    const hoard = 'const hoard = []; for (;;) hoard.push(new Array(1000).fill(n));';
    const end = await run(root(inWorker(hoard)), { nodeArguments: ['--max-old-space-size=60'] });
    expect(outcomeOf(end)).toEqual(halves);
    expect(end.stderr).toMatch(/A worker failed at iteration 30: Worker terminated due to reaching memory limit/);
  });

  it('cannot load its module', async () => {
    const end = await run(`${root()}if (!isMainThread) throw new Error('not in a worker');\n`);
    const { parallel, again } = JSON.parse(end.stdout) as Record<string, unknown>;
    expect([end.code, parallel, again]).toEqual([0, halves, { values: [2, 8] }]);
    expect(end.stderr).toContain('at iteration 0: not in a worker');
  });
});

describe('an error that a copy would change arrives as the original throws it, without a warning', () => {
  it.each([
    [
      'an error with a function',
      "throw Object.assign(new Error('own'), { retry() {} });",
      { thrown: 'own', own: ['retry'] },
    ],
    ['a symbol', "throw Symbol('no');", { thrown: 'Symbol(no)' }],
    [
      'an instance with private state',
      "class Refusal extends Error { #why = 'a secret'; get secret() { return this.#why; } }\n throw new Refusal('refused');",
      { constructor: 'Refusal', thrown: 'refused', secret: 'a secret' },
    ],
    ['a string', "throw 'plain text';", { constructor: 'String' }],
  ])('%s', async (_, what, thrown) => {
    const end = await run(root(`  if (n === 30) { ${what} }`, "  if (n === 50) throw new Error('later');"));
    expect(outcomeOf(end)).toMatchObject(thrown);
    expect(end.stderr).toBe('');
  });
});

it('a worker that hangs ends with the program', async () => {
  const hanging = `import { rootAllParallel } from './roots.js';
rootAllParallel([1, 30, 3]);
setTimeout(() => { console.log('done'); process.exit(0); }, 500);
`;
  const end = await run(root(inWorker('for (;;);')), {
    changedLater: { 'root.js': root(inWorker('for (;;);')), 'main.js': hanging },
  });
  expect(end).toMatchObject({ code: 0, stdout: 'done\n' });
});

describe('a thread that fails while the function waits for it: the caller does the part, with a warning that names the place', () => {
  /** On a busy machine the threads need their time to be there: calls go on until one has warned, where one is to. */
  const waiting = (warns: boolean): string => `import { rootAll } from './roots.js';
const numbers = Array.from({ length: 64 }, (_, i) => i);
const told = (call) => {
  try {
    return { values: call() };
  } catch (error) {
    return { thrown: String(error?.message ?? String(error)), own: Object.keys(Object(error)) };
  }
};
const expected = told(() => numbers.map(root));
const same = (got) => JSON.stringify(got) === JSON.stringify(expected);
const first = same(told(() => rootAll(numbers)));
let warned = false;
const { write } = process.stderr;
process.stderr.write = (...args) => {
  warned = true;
  return write.apply(process.stderr, args);
};
const calls = [];
for (let round = 0; round < (${warns} ? 40 : 1) && !warned; round++) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (let i = 0; i < 20; i++) calls.push(same(told(() => rootAll(numbers))));
}
console.log(JSON.stringify({ first, calls: calls.every(Boolean), expected }));
`;
  const projectFiles = {
    'package.json': '{ "type": "module" }',
    'root.js': harmless,
    'roots.js': subject,
  };
  const runWaiting = (changed: string, more: Partial<UserProject> = {}, warns = true): Promise<ProgramEnd> =>
    endOfProgram(
      {
        files: { ...projectFiles, 'main.js': `import { root } from './root.js';\n${waiting(warns)}` },
        subject: 'roots.js',
        select: 'rootAll',
        changedLater: { 'root.js': changed },
        main: 'main.js',
        ...more,
      },
      'loop-waiting',
    );
  /** Elements take so long here that threads get some of them. */
  const slow = 'for (const end = performance.now() + 2; performance.now() < end; );';
  const inThread = (what: string): string => `  if (!isMainThread) { ${what} }`;
  const right = (end: ProgramEnd): unknown => {
    expect({ code: end.code, stderr: end.code === 0 ? '' : end.stderr }).toEqual({ code: 0, stderr: '' });
    const { first, calls, expected } = JSON.parse(end.stdout) as Record<string, unknown>;
    expect({ first, calls }).toEqual({ first: true, calls: true });
    return expected;
  };

  it.each([
    ['ends itself', 'process.exit(3);', /has ended or hangs in the loop for .*, iterations from \d+ on/],
    ['hangs', 'for (;;);', /has ended or hangs in the loop for .*, iterations from \d+ on/],
    [
      'throws a symbol',
      "throw Symbol('no');",
      /failed in the loop for .*, iterations from \d+ on: what it threw is no error/,
    ],
    ['throws an error', "throw new Error('own');", /failed in the loop for .*, iterations from \d+ on: own/],
    ['gives a function', 'return () => n;', /failed in the loop for .*, iterations from \d+ on: .*could not be cloned/],
  ])('%s', async (_, what, message) => {
    const end = await runWaiting(root(slow, inThread(what)));
    expect(right(end)).toEqual(halves);
    expect(end.stderr).toMatch(message);
  });

  it('runs out of memory', async () => {
    const hoard = 'const hoard = []; for (;;) hoard.push(new Array(1000).fill(n));';
    const end = await runWaiting(root(slow, inThread(hoard)), { nodeArguments: ['--max-old-space-size=60'] });
    expect(right(end)).toEqual(halves);
    expect(end.stderr).toMatch(/has ended or hangs in the loop for .*, iterations from \d+ on/);
  });

  it('cannot load its module', async () => {
    const end = await runWaiting(`${root(slow)}if (!isMainThread) throw new Error('not in a worker');\n`);
    expect(right(end)).toEqual(halves);
    expect(end.stderr).toContain('A thread that helped rootAll ended: not in a worker');
  });

  it('throws nothing at all while it loads its module', async () => {
    const end = await runWaiting(`${root(slow)}if (!isMainThread) throw null;\n`);
    expect(right(end)).toEqual(halves);
    expect(end.stderr).toContain('A thread that helped rootAll ended: what it threw is no error');
  });

  it.each([
    ['an error with a function', "throw Object.assign(new Error('own'), { retry() {} });"],
    ['a symbol', "throw Symbol('no');"],
  ])('%s that the original throws comes as it is, the first in order', async (_, what) => {
    const thrown = root(slow, `  if (n === 30) { ${what} }`, "  if (n === 50) throw new Error('later');");
    const end = await runWaiting(thrown, {}, false);
    expect(right(end)).toMatchObject({ thrown: expect.not.stringContaining('later') });
    expect(end.stderr).toBe('');
  });

  it('a module that calls the function when it is loaded does so in its threads as well, without threads of their own', async () => {
    const calling = "import('./roots.js').then(({ rootAll }) => rootAll(Array.from({ length: 40 }, (_, i) => i)));";
    const end = await runWaiting(`${root(slow)}${calling}\n`, {}, false);
    expect(right(end)).toEqual(halves);
    expect(end.stderr).toBe('');
  });
});
