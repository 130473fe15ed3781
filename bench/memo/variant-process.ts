// One process for one variant: runs its sequence of calls again and again, each time from an empty cache, and prints what one run takes. Sequences
// are timed in batches of 0.2 ms and more, since the timer is too coarse for a single one; the figure is the 10th percentile of the batches.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { quantile } from '../../src/engine/statistics/quantile.ts';
import { behindLibrary, type Forgetful } from './libraries.ts';
import { sequences } from './subjects/sequences.ts';
import type { VariantAnswer, VariantTask } from './variant-task.ts';

const BATCH_MS = 0.2;

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as VariantTask;
const { call, forget } = await load(task);
const calls = task.calls ?? sequences[task.name]?.calls ?? [];

forget();
const results = JSON.stringify([run(), run()]);
let runs = 1;
// Batches grow while the code becomes faster.
const warm = performance.now() + task.forMs / 3;
while (performance.now() < warm) if (timeOf(runs) < BATCH_MS) runs *= 2;
const times: number[] = [];
const end = performance.now() + task.forMs;
while (performance.now() < end || times.length < 3) times.push(timeOf(runs) / runs);
const answer: VariantAnswer = { sequenceNs: quantile(times, 0.1) * 1e6, results };
process.stdout.write(JSON.stringify(answer));

function run(): readonly unknown[] {
  return calls.map((args) => call(...args));
}

/** Milliseconds. */
function timeOf(count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    forget();
    for (const args of calls) call(...args);
  }
  return performance.now() - start;
}

async function load({ module, name, library }: VariantTask): Promise<Forgetful> {
  const loaded = (await import(pathToFileURL(module).href)) as Record<string, unknown>;
  const found = loaded[name] as Forgetful['call'];
  if (library !== undefined) return behindLibrary(library, name, found);
  const forgets = (loaded['forget'] ?? {}) as Record<string, () => void>;
  return { call: found, forget: forgets[name] ?? (() => undefined) };
}
