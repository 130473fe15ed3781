// A size that the inputs do not name, measured where a rewrite is expected to begin to pay: whole runs on a scripted runner.
import { expect, test } from 'vitest';
import type { RunFailure, SampleTask } from '../../src/engine/process/protocol.ts';
import { expectValidReport } from '../support/report-schema.ts';
import { type RunRecord, replacing, scriptedRun } from '../support/scripted-pipeline.ts';
import type { ScriptedSamples } from '../support/scripted-runner.ts';

const sizes = [100, 1000, 100_000];
/** The rewrite does nothing of its own below, and takes half above. */
const begins = 5000;
const originalTime = (size: number): number => 10 * size;
const rewriteTime = (size: number): number => (size < begins ? 12 : 5) * size;

function run(
  more: { readonly budgetMs?: number; readonly named?: readonly number[]; readonly atAdded?: RunFailure } = {},
): Promise<RunRecord> {
  const { budgetMs = 15_000, named = sizes, atAdded } = more;
  const timed =
    (timeOf: (size: number) => number): ScriptedSamples =>
    ({ caseIndex, addedSize }: SampleTask, earlier) => {
      if (addedSize !== undefined && atAdded !== undefined) return atAdded;
      const time = timeOf(addedSize ?? named[caseIndex] ?? 0) * (1 + 0.002 * (earlier % 5));
      return [time, time, time];
    };
  return scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    options: { budgetMs },
    script: {
      describe: () => ({ cases: named.map((size, index) => ({ index, label: `n = ${size}`, size })), loadMs: 1 }),
      samples: {
        baseline: timed(originalTime),
        'baseline-again': timed(originalTime),
        'memoization/only': timed(rewriteTime),
      },
    },
  });
}

function addedSizes({ runner }: RunRecord): readonly number[] {
  const sampled = runner.tasks.flatMap((task) => (task.kind === 'sample' ? (task.addedSize ?? []) : []));
  return [...new Set(sampled)];
}

test('where the sizes far apart let it begin to pay, two more are measured, each closer', async () => {
  const record = await run();
  const { report } = record;
  const [first = 0, second = 0] = addedSizes(record);
  expect(addedSizes(record)).toHaveLength(2);
  expect(first % 100).toBe(0);
  const shown = [...sizes, first, second].sort((a, b) => a - b);
  expect(report.inputs.cases.map(({ size }) => size)).toEqual(shown);
  expect(report.baseline.perCase.map(({ size }) => size)).toEqual(shown);
  expect(report.results[0]?.measured?.speedup.map(({ size }) => size)).toEqual(shown);
  expect(report.inputs.notes).toContain(
    `n = ${first} was measured as well, since a rewrite was expected to begin to pay there.`,
  );
  const { low = 0, high = 0 } = report.results[0]?.payingSizes?.crossing ?? {};
  const [below, above] = [
    Math.max(...shown.filter((size) => size < begins)),
    Math.min(...shown.filter((size) => size > begins)),
  ];
  expect(low).toBeGreaterThanOrEqual(below);
  expect(high).toBeLessThanOrEqual(above);
  expectValidReport(report);
});

test('the original and that candidate alone are measured there, as often as a figure needs', async () => {
  const record = await run();
  const [first] = addedSizes(record);
  const runs = record.runner.tasks.filter((task) => task.kind === 'sample' && task.addedSize === first);
  const of = (id: string): number => runs.filter((task) => 'variant' in task && task.variant.id === id).length;
  expect(of('memoization/only')).toBeGreaterThanOrEqual(3);
  expect(of('baseline')).toBeGreaterThanOrEqual(of('memoization/only'));
  expect(runs).toHaveLength(of('baseline') + of('memoization/only'));
});

test('a budget that is spent on the sizes of the inputs has none for others', async () => {
  const record = await run({ budgetMs: 2500 });
  expect(record.report.results[0]?.verdict).toBe('faster');
  expect(addedSizes(record)).toEqual([]);
});

test('inputs that make no sense at another size cost nothing but their processes', async () => {
  const atAdded: RunFailure = { kind: 'call-threw', message: 'No such size.', nextStep: 'Name another.' };
  const record = await run({ atAdded });
  const { report } = record;
  expect(addedSizes(record).length).toBeGreaterThan(0);
  expect(report.inputs.cases.map(({ size }) => size)).toEqual(sizes);
  expect(report.results[0]?.measured?.speedup.map(({ size }) => size)).toEqual(sizes);
  expect(report.results[0]?.verdict).toBe('faster');
  expect(report.inputs.notes.join(' ')).not.toMatch(/measured as well|could not be measured/);
});

test('where inputs name powers of two, so is what is added', async () => {
  const record = await run({ named: [128, 1024, 131_072] });
  for (const size of addedSizes(record)) expect(Number.isInteger(Math.log2(size)), `${size}`).toBe(true);
  expect(addedSizes(record).length).toBeGreaterThan(0);
});
