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
