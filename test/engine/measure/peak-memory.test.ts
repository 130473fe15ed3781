// The peak of a process's memory is its own, not that of the process that started it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const megabyte = 1 << 20;
let folder = '';
let peakModule = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'speedlens-peak-'));
  peakModule = path.join(folder, 'peak-memory.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../../src/engine/measure/child/peak-memory.ts', import.meta.url))],
    outfile: peakModule,
    platform: 'node',
    format: 'esm',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Peaks of a process before and after it has held so many bytes. */
async function peaksAround(bytes: number): Promise<readonly number[]> {
  const script = `
import { peakMemory } from ${JSON.stringify(pathToFileURL(peakModule).href)};
const before = peakMemory();
const held = Buffer.alloc(${bytes}, 1);
console.log(JSON.stringify([before, peakMemory(), held.length]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout) as number[];
}

test('the peak grows by what is held', async () => {
  const [before = 0, after = 0] = await peaksAround(200 * megabyte);
  expect(after - before).toBeGreaterThan(150 * megabyte);
});

test('a large parent does not show in the peak of a process that it starts', async () => {
  const ballast = Buffer.alloc(600 * megabyte, 1);
  const [before = 0, after = 0] = await peaksAround(megabyte);
  expect(before).toBeLessThan(300 * megabyte);
  expect(after).toBeLessThan(300 * megabyte);
  expect(ballast.at(-1)).toBe(1);
});
