// Trials of other engines, each in a fresh process, with the rule by which a reader of their output would call a difference real.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SMALLEST_CLAIM } from '../../src/engine/judge/thresholds.ts';

const run = promisify(execFile);
const folder = path.dirname(fileURLToPath(import.meta.url));

interface RivalResult {
  readonly mean: number;
  /** Half of the interval that the engine prints; absent when it prints none. */
  readonly margin?: number;
}

export async function rivalTimes(
  engine: 'tinybench' | 'mitata',
  subject: string,
  size: number,
  copies: number,
  seed: number,
): Promise<readonly RivalResult[]> {
  const { stdout } = await run(process.execPath, [
    path.join(folder, 'rivals-process.mjs'),
    engine,
    subject,
    String(size),
    String(copies),
    String(seed),
  ]);
  return JSON.parse(stdout) as readonly RivalResult[];
}

/** `vitest bench` on a file with the same function twice. */
export async function vitestTimes(subject: string, size: number, root: string): Promise<readonly RivalResult[]> {
  const own = await mkdtemp(path.join(folder, 'vitest-'));
  try {
    const subjects = path.join(root, 'bench/measurement/subjects');
    const text = `
import { bench } from 'vitest';
import inputs from ${JSON.stringify(path.join(subjects, 'subjects.inputs.ts'))};
const args = inputs[${JSON.stringify(subject)}].args(${size}, Math.random);
const url = ${JSON.stringify(path.join(subjects, 'subjects.ts'))};
const [first, second] = await Promise.all([import(url + '?copy=1'), import(url + '?copy=2')]);
bench('first', () => { first[${JSON.stringify(subject)}](...args); });
bench('second', () => { second[${JSON.stringify(subject)}](...args); });
`;
    await writeFile(path.join(own, 'pair.bench.ts'), text);
    await writeFile(
      path.join(own, 'vitest.config.mjs'),
      'export default { test: { benchmark: { include: ["*.bench.ts"] } } };',
    );
    await run(
      process.execPath,
      [path.join(root, 'node_modules/vitest/vitest.mjs'), 'bench', '--run', '--outputJson', 'out.json'],
      {
        cwd: own,
      },
    );
    const output = JSON.parse(await readFile(path.join(own, 'out.json'), 'utf8')) as {
      files: { groups: { benchmarks: { mean: number; moe: number }[] }[] }[];
    };
    return output.files
      .flatMap(({ groups }) => groups.flatMap(({ benchmarks }) => benchmarks))
      .map(({ mean, moe }) => ({ mean: mean * 1e6, margin: moe * 1e6 }));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/**
 * Whether a reader would call it a difference: the printed intervals do not overlap and the means are further apart than our own smallest
 * claim. An engine that prints no interval is taken by its word.
 */
export function readsAsDifference([first, second]: readonly RivalResult[]): boolean {
  if (first === undefined || second === undefined) throw new Error('a pair is needed');
  const apart = Math.abs(first.mean - second.mean);
  const isLarge = apart / Math.min(first.mean, second.mean) >= SMALLEST_CLAIM;
  return isLarge && apart > (first.margin ?? 0) + (second.margin ?? 0);
}
