// What a red check does to a whole run: verdicts are withheld, the report says why, and what the machine was like stands in it.
import { expect, test } from 'vitest';
import { CHECK } from '../../src/engine/judge/integrity-checks.ts';
import type { SamplingFacts } from '../../src/engine/process/protocol.ts';
import { expectValidReport } from '../support/report-schema.ts';
import { replacing, returned, scriptedRun } from '../support/scripted-pipeline.ts';

const slow = [1000, 1001, 1002, 1003];
const fast = [500, 501, 502, 503];
const samples = { baseline: slow, 'baseline-again': slow, 'memoization/only': fast };
const strategies = [replacing('memoization', 'n + n')];

const sound: SamplingFacts = {
  isAsync: false,
  timerStepNs: 40,
  sampleNs: 200_000,
  processorShare: 0.99,
  involuntarySwitches: 3,
  calls: 1_000_000,
  emptyCalls: { beforeNs: 4, firstAfterNs: 5, afterNs: 4 },
  argumentsChanged: false,
  result: 'same',
};

async function runWith(facts: Partial<SamplingFacts>) {
  const { report } = await scriptedRun({
    strategies,
    script: { samples, sampleAnswer: { facts: { ...sound, ...facts } } },
  });
  expectValidReport(report);
  return report;
}

test('with sound facts every row is green and the claim stands', async () => {
  const report = await runWith({});
  expect(report.integrity.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.integrity.length).toBeGreaterThanOrEqual(10);
  expect(report.results[0]?.verdict).toBe('faster');
});

test.each<[string, Partial<SamplingFacts>]>([
  ['arguments that had changed', { argumentsChanged: true }],
  ['arguments that were not fresh', { renewed: { lists: 9, calls: 9, shared: 'changed' } }],
  ['a result that is not the function’s', { result: 'different' }],
  ['a loop that had the function inside', { emptyCalls: { beforeNs: 4, firstAfterNs: 20, afterNs: 4 } }],
])('%s withhold what would be called faster, and say so', async (_what, facts) => {
  const report = await runWith(facts);
  const [result] = report.results;
  const failed = report.integrity.filter(({ ok }) => !ok);
  expect(failed).toHaveLength(1);
  expect(result?.verdict).toBe('withheld');
  expect(result?.reasons[0]).toEqual({ code: 'integrity', message: failed[0]?.detail });
  expect(result?.payback).toBeUndefined();
  expect(result?.heats?.map(({ verdict }) => verdict)).toEqual(['withheld']);
  expect(report.summary.bestStrategy).toBeNull();
});

test.each<[string, Partial<SamplingFacts>]>([
  ['samples near the timer', { sampleNs: 400 }],
  ['a busy machine', { processorShare: 0.5 }],
])('%s are told, and the statistics decide', async (_what, facts) => {
  const report = await runWith(facts);
  expect(report.integrity.filter(({ ok }) => !ok)).toHaveLength(1);
  expect(report.results[0]?.verdict).toBe('faster');
});

test('a function that returns nothing and does nothing else is told of; one that answers with undefined is not', async () => {
  const answers = async (source: string) => {
    const script = { samples, sampleAnswer: { facts: { ...sound, result: 'undefined' as const } } };
    const { report } = await scriptedRun({ source, strategies: [], script });
    return report.integrity.filter(({ ok }) => !ok).map(({ check }) => check);
  };
  expect(
    await answers(
      'export function double(n: number): void {\n  let s = 0;\n  for (let i = 0; i < n; i++) s += i;\n}\n',
    ),
  ).toEqual([CHECK.resultConsumed]);
  expect(await answers('export async function double(n: number) {\n  Math.sqrt(n);\n}\n')).toEqual([
    CHECK.resultConsumed,
  ]);
  for (const source of [
    'export function double(n: number): number | undefined {\n  return n > 1e9 ? n * 2 : undefined;\n}\n',
    'export function double(n: number): void {\n  if (n < 0) throw new RangeError("negative");\n}\n',
    'let last = 0;\nexport function double(n: number): void {\n  last = n * 2;\n}\nexport const read = () => last;\n',
  ]) {
    expect(await answers(source)).toEqual([]);
  }
});

test('a function that returns nothing but writes to what it was given did its work', async () => {
  const { report } = await scriptedRun({
    strategies: [],
    script: {
      samples,
      observe: () => ({ ...returned, mutatesArguments: true }),
      sampleAnswer: { facts: { ...sound, result: 'undefined', renewed: { lists: 9, calls: 9, shared: 'nothing' } } },
    },
  });
  expect(report.integrity.filter(({ ok }) => !ok)).toEqual([]);
});

test('the machine is in the report: facts, load before and after, flags without paths, and a note on what slows it down', async () => {
  const { report } = await scriptedRun({
    strategies,
    script: { samples, sampleAnswer: { execArguments: ['--no-warnings', '--allow-fs-write=/tmp/x/*'] } },
    machine: {
      facts: async () => ({ memoryBytes: 1e9, power: { onBattery: true } }),
      watchLoad: () => () => ({ cores: 8, loadAtStart: 0.5, loadAtEnd: 1.5 }),
    },
  });
  expect(report.environment).toMatchObject({
    memoryBytes: 1e9,
    power: { onBattery: true },
    load: { atStart: 0.5, atEnd: 1.5 },
    nodeFlags: ['--no-warnings', '--allow-fs-write'],
  });
  expect(report.inputs.notes.join(' ')).toContain('The machine runs on battery');
  expectValidReport(report);
});

test('memory is in the report: medians over processes, and the collector’s share over all of them', async () => {
  const { report } = await scriptedRun({
    strategies,
    script: {
      samples,
      sampleAnswer: {
        allocatedBytesPerCall: 48,
        collector: { milliseconds: 1, ofMs: 20 },
        peakRssBytes: 60e6,
        ownRssBytes: 45e6,
      },
    },
  });
  expect(report.baseline.perCase.at(-1)).toMatchObject({
    allocatedBytes: 48,
    collectorShare: 0.05,
    peakRssBytes: 60e6,
    addedRssBytes: 15e6,
  });
  expectValidReport(report);
});
