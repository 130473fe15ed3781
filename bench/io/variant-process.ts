// One process for one variant at one size: calls the function a few times and prints what that took, how much memory the first call added,
// and a digest of what came of it. Memory is that of the first call alone: later calls would add garbage that a collector left lying.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { peakMemory } from '../../src/engine/measure/child/peak-memory.ts';
import type { Given, VariantAnswer, VariantTask } from './variant-task.ts';

/** More tell nothing that those did not. */
const MOST_CALLS = 3000;

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as VariantTask;
const loaded = (await import(pathToFileURL(task.module).href)) as Record<string, (...args: unknown[]) => unknown>;
const variant = loaded[task.name];
if (variant === undefined) throw new Error(`${task.module} has no ${task.name}.`);

const args = argumentsOf(task);
const timesMs: number[] = [];
const processorMs: number[] = [];
const before = peakMemory();
let peak = before;
let digest = '';
const start = performance.now();
const isEnough = (): boolean => {
  const took = performance.now() - start;
  return timesMs.length >= MOST_CALLS || took > (timesMs.length < task.leastCalls ? 10 : 1) * task.forMs;
};
while (timesMs.length === 0 || !isEnough()) {
  if (task.writes !== undefined) rmSync(task.writes, { force: true });
  const used = process.cpuUsage();
  const called = performance.now();
  const result = await variant(...args);
  timesMs.push(performance.now() - called);
  const { user, system } = process.cpuUsage(used);
  processorMs.push((user + system) / 1000);
  if (timesMs.length > 1) continue;
  peak = peakMemory();
  const hash = createHash('sha256').update(String(JSON.stringify(result)));
  if (task.writes !== undefined) hash.update(readFileSync(task.writes));
  digest = hash.digest('hex');
}
const leaked = task.leaks === undefined ? undefined : await leakedBy(task.leaks.calls, task.leaks.given);
const answer: VariantAnswer = {
  timesMs,
  processorMs,
  addedBytes: peak - before,
  digest,
  ...(leaked === undefined ? {} : { leaked }),
};
process.stdout.write(JSON.stringify(answer));

/** How many more files are open after the calls. */
async function leakedBy(calls: number, given: Given): Promise<number | undefined> {
  const folder = '/proc/self/fd';
  if (!existsSync(folder)) return undefined;
  const args = argumentsOf({ ...task, given });
  const open = readdirSync(folder).length;
  for (let call = 0; call < calls; call++) {
    if (task.writes !== undefined) rmSync(task.writes, { force: true });
    await variant?.(...args);
  }
  // Streams close their files a moment after their reader has left.
  for (let wait = 0; wait < 20 && readdirSync(folder).length > open; wait++) await setTimeout(50);
  return readdirSync(folder).length - open;
}

function argumentsOf({ writes, given }: VariantTask): readonly unknown[] {
  switch (given.kind) {
    case 'file':
      return [given.file];
    case 'files':
      return [given.files];
    case 'count':
      return [writes, given.count];
    case 'texts':
      return [
        writes,
        Array.from({ length: given.count }, (_, i) => `entry ${i} of the journal, ${(i * 7919) % 10_007}`),
      ];
    case 'rows':
      return [writes, Array.from({ length: given.count }, (_, i) => Array.from({ length: 10 }, (_cell, j) => i * j))];
  }
}
