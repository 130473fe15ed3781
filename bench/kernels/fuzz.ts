// `npm run bench:kernels -- --only fuzz`: random programs, compiled by both back ends, against the same programs in JavaScript, bit for bit. The tests run
// some hundred of them; this is the long run. Batches go by their number, so a run can be cut into parts: the batch of a seed is always the same.
import type { BatchResult, ConstructCount } from '../../test/support/batch-result.ts';
import { checkConstructBatch } from '../../test/support/construct-batch.ts';
import { checkKernelBatch } from '../../test/support/kernel-batch.ts';
import {
  checkArrayBatch,
  checkCallbackBatch,
  checkFormBatch,
  checkTableBatch,
} from '../../test/support/suggested-batch.ts';

interface Family {
  readonly name: string;
  /** Programs of a batch, which share one file. */
  readonly size: number;
  readonly check: (seed: number, size: number) => BatchResult;
}

const kernels: Family = { name: 'numbers and flat arrays', size: 120, check: checkKernelBatch };
const tables: Family = { name: 'tables, records, growing arrays', size: 40, check: checkTableBatch };
const forms: Family = { name: 'texts, rows, pairs, extremes', size: 100, check: checkFormBatch };
const callbacks: Family = { name: 'callbacks of array methods', size: 60, check: checkCallbackBatch };
const arrays: Family = { name: 'one array, typed', size: 30, check: checkArrayBatch };
const constructs: Family = { name: 'everyday constructs', size: 60, check: checkConstructBatch };
/** A round of batches. Kernels without a suggested file around them are done in a fourth of the time and less. */
const families: readonly Family[] = [
  ...[kernels, kernels, kernels, kernels, kernels, forms, constructs],
  ...[kernels, kernels, kernels, kernels, kernels, tables, constructs],
  ...[kernels, kernels, kernels, kernels, kernels, callbacks, constructs],
  ...[kernels, kernels, kernels, kernels, kernels, arrays, constructs],
];

export interface FuzzOptions {
  readonly programs: number;
  readonly seed: number;
  /** Milliseconds between two lines about how far it is. */
  readonly tellEvery: number;
}

interface Sum {
  programs: number;
  notCompared: number;
  calls: number;
  handedOn: number;
  inVectors: number;
  readonly compared: Record<string, number>;
  readonly differences: string[];
  readonly constructs: Record<string, ConstructCount>;
}

/** Whether no program gave anything else. */
export function fuzzKernels({ programs, seed, tellEvery }: FuzzOptions): boolean {
  const byFamily = new Map<Family, Sum>();
  const started = performance.now();
  let told = started;
  let done = 0;
  for (let batch = 0; done < programs; batch += 1) {
    const family = families[batch % families.length] ?? kernels;
    const size = Math.min(family.size, programs - done);
    const result = family.check(seed + batch, size);
    done += size;
    const sum = byFamily.get(family) ?? emptySum();
    byFamily.set(family, sum);
    add(sum, result);
    for (const difference of result.differences) process.stdout.write(`${family.name}, ${difference}\n\n`);
    if (performance.now() - told < tellEvery) continue;
    told = performance.now();
    process.stderr.write(
      `${done} of ${programs} programs, ${seconds(started)} s: ${sentence([...byFamily.values()])}\n`,
    );
  }
  const sums = [...byFamily];
  for (const [family, sum] of sums) {
    process.stdout.write(`${family.name}: ${sentence([sum])}\n`);
    const byConstruct = Object.entries(sum.constructs).sort(([left], [right]) => left.localeCompare(right));
    for (const [name, { programs, compared }] of byConstruct)
      process.stdout.write(`  ${name}: in ${programs} programs, ${compared} of them compiled and compared\n`);
  }
  const processor = process.cpuUsage();
  const used = ((processor.user + processor.system) / 1e6).toFixed(0);
  process.stdout.write(
    `Seed ${seed}: ${sentence(sums.map(([, sum]) => sum))}, in ${seconds(started)} s (${used} s of processor time).\n`,
  );
  return sums.every(([, { differences }]) => differences.length === 0);
}

function emptySum(): Sum {
  return {
    programs: 0,
    notCompared: 0,
    calls: 0,
    handedOn: 0,
    inVectors: 0,
    compared: {},
    differences: [],
    constructs: {},
  };
}

function add(sum: Sum, result: BatchResult): void {
  sum.programs += result.programs;
  sum.notCompared += result.notCompared;
  sum.calls += result.calls;
  sum.handedOn += result.handedOn;
  sum.inVectors += result.inVectors;
  sum.differences.push(...result.differences);
  for (const [backEnd, count] of Object.entries(result.compared))
    sum.compared[backEnd] = (sum.compared[backEnd] ?? 0) + count;
  for (const [name, { programs, compared }] of Object.entries(result.constructs)) {
    const known = sum.constructs[name] ?? { programs: 0, compared: 0 };
    sum.constructs[name] = { programs: known.programs + programs, compared: known.compared + compared };
  }
}

function sentence(sums: readonly Sum[]): string {
  const total = (value: (sum: Sum) => number) => sums.reduce((all, sum) => all + value(sum), 0);
  const programs = total((sum) => sum.programs);
  const backEnds = [...new Set(sums.flatMap(({ compared }) => Object.keys(compared)))];
  const by = backEnds.map((name) => `${total(({ compared }) => compared[name] ?? 0)} by ${name}`);
  return [
    `${programs} programs`,
    `${programs - total((sum) => sum.notCompared)} of them compared (${by.join(', ')})`,
    `${total((sum) => sum.notCompared)} declined or always handed on`,
    `${total((sum) => sum.calls)} calls compared (${total((sum) => sum.inVectors)} in vectors)`,
    `${total((sum) => sum.handedOn)} handed on`,
    `${total((sum) => sum.differences.length)} differences`,
  ].join(', ');
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
