import { describe, expect, it } from 'vitest';
import { type MeasureProgress, measureVariants } from '../../../src/engine/measure/measure-variants.ts';
import type { Measurements, MeasurePlan } from '../../../src/engine/measure/measurements.ts';
import type { RunFailure, SampleTask } from '../../../src/engine/process/protocol.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import { type Script, type ScriptedRunner, scriptedRunner } from '../../support/scripted-runner.ts';
import { casePlan, measurePlan } from './plans.ts';

/** Too noisy to be settled, so that only the budget ends the run. */
const noisy = (center: number) => (task: SampleTask, earlier: number) => {
  const random = seededRandom(task.variant.id, task.caseIndex, task.workload, earlier);
  return [center * (0.8 + 0.4 * random()), center * 1.3];
};

const FAILURE: RunFailure = { kind: 'call-threw', message: 'The function threw.', nextStep: 'Mend it.' };

async function measured(
  plan: MeasurePlan,
  script: Script,
): Promise<{ measurements: Measurements; runner: ScriptedRunner; progress: MeasureProgress[]; order: string[] }> {
  const runner = scriptedRunner(script);
  const progress: MeasureProgress[] = [];
  const measurements = await measureVariants(plan, runner, {
    signal: new AbortController().signal,
    random: seededRandom('order'),
    onProgress: (one) => progress.push(one),
    clock: runner.clock,
  });
  const order = runner.tasks.map((task) =>
    task.kind === 'sample' ? `${task.variant.id} ${task.caseIndex} ${task.workload}` : task.kind,
  );
  return { measurements, runner, progress, order };
}

const ALL = { baseline: noisy(100), 'baseline-again': noisy(100), a: noisy(90), b: noisy(110) };

describe('a budget that does not hold three rounds of everything', () => {
  const slowRounds: Script = {
    samples: { ...ALL, 's/quick': noisy(60), 's/slow': noisy(140), 't/only': noisy(90) },
    taskMs: () => 300,
  };
  const runsOf = (measurements: Measurements, id: string): number[] =>
    measurements.series.filter(({ variantId }) => variantId === id).map(({ runs }) => runs.length);

  it('gives up the candidate that gains least where its strategy has another, so that the others can be judged', async () => {
    const plan = measurePlan({ 's/quick': 'single', 's/slow': 'single', 't/only': 'single' }, { budgetMs: 4200 });
    const { measurements } = await measured(plan, slowRounds);
    expect(runsOf(measurements, 's/slow')).toEqual([1]);
    for (const id of ['s/quick', 't/only', 'baseline', 'baseline-again'])
      expect(runsOf(measurements, id)[0], id).toBeGreaterThanOrEqual(3);
  });

  it('gives up the baseline of a batch with the last batch', async () => {
    const plan = measurePlan({ 's/quick': 'single', 's/slow': 'batch', 't/only': 'single' }, { budgetMs: 4800 });
    const { measurements, order } = await measured(plan, slowRounds);
    expect(runsOf(measurements, 's/slow')).toEqual([1]);
    expect(order.filter((one) => one === 'baseline 0 batch')).toHaveLength(1);
    expect(runsOf(measurements, 's/quick')[0]).toBeGreaterThanOrEqual(3);
  });

  it('gives up a candidate that is plainly slower, though its strategy has no other', async () => {
    const plan = measurePlan({ 's/quick': 'single', 't/only': 'single' }, { budgetMs: 3600 });
    const samples = { ...ALL, 's/quick': noisy(60), 't/only': noisy(200) };
    const { measurements } = await measured(plan, { samples, taskMs: () => 300 });
    expect(runsOf(measurements, 't/only')).toEqual([1]);
    expect(runsOf(measurements, 's/quick')[0]).toBeGreaterThanOrEqual(3);
  });

  it('gives up what plainly does not fit before the first round, the later named of a strategy first', async () => {
    const cases = [casePlan(0, 100, { callMs: 200 })];
    const plan = measurePlan({ 's/quick': 'single', 's/slow': 'batch', 't/only': 'single' }, { budgetMs: 9000, cases });
    const { measurements, order } = await measured(plan, slowRounds);
    expect(runsOf(measurements, 's/slow')).toEqual([0]);
    expect(order.filter((one) => one === 'baseline 0 batch')).toHaveLength(0);
    for (const id of ['s/quick', 't/only', 'baseline', 'baseline-again'])
      expect(runsOf(measurements, id)[0], id).toBeGreaterThanOrEqual(3);
  });

  it('asks for more candidates only where there is room for them', async () => {
    const joins = async (budgetMs: number): Promise<number> => {
      const runner = scriptedRunner({ samples: ALL, taskMs: () => 300 });
      let asked = 0;
      await measureVariants(measurePlan({ a: 'single', b: 'single' }, { budgetMs }), runner, {
        signal: new AbortController().signal,
        random: seededRandom('order'),
        onProgress: () => undefined,
        clock: runner.clock,
        joining: async () => {
          asked++;
          return [];
        },
      });
      return asked;
    };
    expect(await joins(30_000)).toBe(1);
    expect(await joins(6000)).toBe(0);
  });

  it('gives what is left to those that gain most, rather than begin a round that does not fit', async () => {
    const nearly = (center: number) => (task: SampleTask, earlier: number) => [
      center * (0.97 + 0.06 * seededRandom(task.variant.id, earlier)()),
    ];
    const samples = {
      baseline: nearly(100),
      'baseline-again': nearly(100),
      a: nearly(100),
      b: nearly(80),
      c: nearly(95),
      d: nearly(90),
    };
    const spent = async (budgetMs: number) => {
      const plan = measurePlan({ a: 'single', b: 'single', c: 'single', d: 'single' }, { budgetMs });
      const { measurements } = await measured(plan, { samples, taskMs: () => 300 });
      const runs = Object.fromEntries(measurements.series.map(({ variantId, runs }) => [variantId, runs.length]));
      return { runs, elapsedMs: measurements.elapsedMs };
    };
    // A round takes 1.8 s.
    const one = { baseline: 1, 'baseline-again': 1, a: 1, b: 1, c: 1, d: 1 };
    const withOne = { ...one, baseline: 3, 'baseline-again': 3, b: 3 };
    expect(await spent(3700)).toEqual({ runs: withOne, elapsedMs: 3600 });
    expect(await spent(4300)).toEqual({ runs: { ...withOne, d: 3 }, elapsedMs: 4200 });
    expect(await spent(4850)).toEqual({ runs: { ...withOne, d: 3, c: 3 }, elapsedMs: 4800 });
  });

  it('gives up strategies before the first round where the function is so slow that no more fits', async () => {
    const cases = [casePlan(0, 100, { callMs: 1000 })];
    const plan = measurePlan(
      { 's/only': 'single', 't/only': 'single', 'u/only': 'single' },
      { budgetMs: 30_000, cases },
    );
    const candidates = plan.candidates.map((one) => (one.bundle.id === 't/only' ? { ...one, pace: 1.5 } : one));
    const samples = { ...ALL, 's/only': noisy(90), 't/only': noisy(60), 'u/only': noisy(90) };
    const { measurements } = await measured({ ...plan, candidates }, { samples, taskMs: () => 3000 });
    for (const id of ['s/only', 'u/only']) expect(runsOf(measurements, id), id).toEqual([0]);
    for (const id of ['t/only', 'baseline', 'baseline-again'])
      expect(runsOf(measurements, id)[0], id).toBeGreaterThanOrEqual(3);
  });

  it('expects what looked faster to be so, and gives up less for it', async () => {
    const cases = [casePlan(0, 100, { callMs: 1000 })];
    const plan = measurePlan({ 's/only': 'single', 't/only': 'single' }, { budgetMs: 24_000, cases });
    const candidates = plan.candidates.map((one) => ({ ...one, pace: 20 }));
    const samples = { ...ALL, 's/only': noisy(4), 't/only': noisy(5) };
    const taskMs = (task: { kind: string; variant?: { id: string } }) => (task.variant?.id.includes('/') ? 300 : 3000);
    const { measurements } = await measured({ ...plan, candidates }, { samples, taskMs });
    for (const id of ['s/only', 't/only']) expect(runsOf(measurements, id)[0], id).toBeGreaterThanOrEqual(3);
  });

  it('gives up nothing where there is room, or a strategy has one candidate only', async () => {
    const roomy = measurePlan({ 's/quick': 'single', 's/slow': 'single' }, { budgetMs: 30_000 });
    expect(runsOf((await measured(roomy, slowRounds)).measurements, 's/slow')[0]).toBeGreaterThanOrEqual(3);
    const tight = measurePlan({ 's/quick': 'single', 't/only': 'single' }, { budgetMs: 2000 });
    const { measurements } = await measured(tight, slowRounds);
    expect(runsOf(measurements, 't/only')[0]).toBeGreaterThanOrEqual(1);
    expect(runsOf(measurements, 's/quick')[0]).toBeGreaterThanOrEqual(1);
  });
});

describe('the first verdict', () => {
  const plan = (budgetMs: number) => measurePlan({ a: 'single', b: 'single', c: 'batch' }, { budgetMs });
  const headlineRounds = (order: readonly string[]): string[][] => {
    const rounds = [order.slice(0, 6)];
    for (let from = 6; from < order.length; from += 4) rounds.push(order.slice(from, from + 4));
    return rounds;
  };

  it('is reached early: a candidate plainly ahead after one round gets the rounds of a claim before the others', async () => {
    const { order, measurements } = await measured(plan(30_000), { samples: { ...ALL, b: noisy(30), c: noisy(90) } });
    const [first, second, third] = headlineRounds(order);
    expect([...(first ?? [])].sort()).toEqual(
      [
        'a 0 single',
        'b 0 single',
        'baseline 0 batch',
        'baseline 0 single',
        'baseline-again 0 single',
        'c 0 batch',
      ].sort(),
    );
    expect((second ?? []).slice(0, 3).sort()).toEqual(['b 0 single', 'baseline 0 single', 'baseline-again 0 single']);
    expect([(second ?? [])[3], ...(third ?? []).slice(0, 2)].sort()).toEqual([
      'b 0 single',
      'baseline 0 single',
      'baseline-again 0 single',
    ]);
    const runs = (id: string): number =>
      measurements.series.find(({ variantId }) => variantId === id)?.runs.length ?? 0;
    expect(runs('a')).toBeGreaterThan(20);
    expect(runs('c')).toBe(runs('a'));
  });

  it('comes with the others when none is plainly ahead, or its rounds would take from the others theirs', async () => {
    const none = await measured(plan(30_000), { samples: { ...ALL, b: noisy(70), c: noisy(90) } });
    expect(new Set(none.order.slice(6, 12)).size).toBe(6);
    const justEnough = await measured(plan(2200), { samples: { ...ALL, b: noisy(30), c: noisy(90) } });
    expect(new Set(justEnough.order.slice(6, 12)).size).toBe(6);
  });

  it('is reached where the budget does not hold the rounds of a claim for all', async () => {
    const { measurements } = await measured(plan(1500), { samples: { ...ALL, b: noisy(30), c: noisy(90) } });
    const runs = (id: string): number =>
      measurements.series.find(({ variantId }) => variantId === id)?.runs.length ?? 0;
    expect(runs('b')).toBeGreaterThanOrEqual(3);
    expect(runs('c')).toBeLessThan(3);
  });

  it('goes to the one that seemed plainly faster before anything was measured', async () => {
    const trio = ['b 0 single', 'baseline 0 single', 'baseline-again 0 single'];
    for (const budgetMs of [30_000, 2200]) {
      const plain = plan(budgetMs);
      const candidates = plain.candidates.map((one) => (one.bundle.id === 'b' ? { ...one, pace: 5 } : one));
      const { order } = await measured({ ...plain, candidates }, { samples: { ...ALL, b: noisy(30), c: noisy(90) } });
      for (const from of [0, 3, 6]) expect(order.slice(from, from + 3).sort()).toEqual(trio);
      expect(new Set(order.slice(9, 15)).size).toBeGreaterThan(3);
      const { order: misled } = await measured(
        { ...plain, candidates },
        {
          samples: { ...ALL, b: noisy(110), c: noisy(90) },
        },
      );
      expect(misled.slice(0, 3).sort()).toEqual(trio);
      expect(misled.slice(3, 6).sort()).not.toEqual(trio);
    }
  });

  it('goes to what asks nothing of callers where that is plainly ahead as well', async () => {
    const plain = plan(30_000);
    const candidates = plain.candidates.map((one) =>
      one.bundle.id === 'b' ? { ...one, asksOfCallers: true as const } : one,
    );
    const run = (a: number) =>
      measured({ ...plain, candidates }, { samples: { ...ALL, a: noisy(a), b: noisy(10), c: noisy(90) } });
    expect((await run(30)).order.slice(6, 9)).toContain('a 0 single');
    expect((await run(90)).order.slice(6, 9)).toContain('b 0 single');
  });

  it('of batches takes their own baseline as well as the one that is held against itself', async () => {
    const { order } = await measured(plan(30_000), { samples: { ...ALL, c: noisy(30) } });
    expect(order.slice(6, 10).sort()).toEqual([
      'baseline 0 batch',
      'baseline 0 single',
      'baseline-again 0 single',
      'c 0 batch',
    ]);
  });
});

describe('rounds', () => {
  it('run the largest size with its twin first, from the fourth on one of the others besides, in an order that changes', async () => {
    const plan = measurePlan(
      { a: 'single', b: 'single' },
      { cases: [casePlan(0, 10), casePlan(1, 100), casePlan(2, 50)], budgetMs: 8000 },
    );
    const { order } = await measured(plan, { samples: ALL });
    const largest = ['a 1 single', 'b 1 single', 'baseline 1 single', 'baseline-again 1 single'];
    const rounds = [order.slice(0, 4), order.slice(4, 8), order.slice(8, 12)];
    for (const round of rounds) expect([...round].sort()).toEqual(largest);
    expect(new Set(rounds.map(String)).size).toBeGreaterThan(1);
    expect(order.slice(12, 19).sort()).toEqual([...largest, 'a 2 single', 'b 2 single', 'baseline 2 single'].sort());
    expect(order.slice(19, 26).sort()).toEqual([...largest, 'a 0 single', 'b 0 single', 'baseline 0 single'].sort());
  });

  it('leave what remains to the other sizes when the largest is clear', async () => {
    const plan = measurePlan(
      { a: 'single' },
      { cases: [casePlan(0, 10), casePlan(1, 100), casePlan(2, 50)], budgetMs: 8000 },
    );
    const clearAtLargest = (task: SampleTask, earlier: number) =>
      task.caseIndex === 1 ? [10, 10] : noisy(90)(task, earlier);
    const steady = (task: SampleTask, earlier: number) =>
      task.caseIndex === 1 ? [100, 100] : noisy(100)(task, earlier);
    const { measurements } = await measured(plan, { samples: { ...ALL, baseline: steady, a: clearAtLargest } });
    const runs = (caseIndex: number) =>
      measurements.series.find((series) => series.caseIndex === caseIndex && series.variantId === 'a')?.runs.length;
    expect(runs(1)).toBe(3);
    expect(runs(0)).toBeGreaterThan(8);
    expect(Math.abs((runs(2) ?? 0) - (runs(0) ?? 0))).toBeLessThanOrEqual(1);
  });

  it('are the same for the same seed', async () => {
    const plan = measurePlan({ a: 'single', b: 'single' }, { budgetMs: 6000 });
    const [one, other] = [await measured(plan, { samples: ALL }), await measured(plan, { samples: ALL })];
    expect(one.order).toEqual(other.order);
    expect(one.measurements).toEqual(other.measurements);
  });

  it('go on until the budget is used, and no further than a tenth above it', async () => {
    for (const budgetMs of [5000, 10_000, 20_000]) {
      const { measurements } = await measured(measurePlan({ a: 'single', b: 'single' }, { budgetMs }), {
        samples: ALL,
        taskMs: () => 130,
      });
      expect(measurements.elapsedMs).toBeLessThanOrEqual(budgetMs * 1.1);
      expect(measurements.elapsedMs).toBeGreaterThan(budgetMs * 0.85);
    }
  });

  it('end earlier for what comes after them where processes take longer than expected', async () => {
    const elapsed = async (taskMs: number): Promise<number> => {
      const plan = measurePlan({ a: 'single', b: 'single' }, { budgetMs: 15_000, laterMs: 1500 });
      return (await measured(plan, { samples: ALL, taskMs: () => taskMs })).measurements.elapsedMs;
    };
    expect(await elapsed(150)).toBeGreaterThan(14_000);
    expect(await elapsed(400)).toBeLessThan(14_000);
    expect(await elapsed(400)).toBeGreaterThan(11_500);
  });

  it('go on with what is left when what comes after took less than was kept for it, without those that fell', async () => {
    const plan = measurePlan({ a: 'single', b: 'single' }, { budgetMs: 6000, laterMs: 2000 });
    const runner = scriptedRunner({ samples: ALL, taskMs: () => 300 });
    const runsOf = ({ series }: Measurements, id: string): number =>
      series.find(({ variantId }) => variantId === id)?.runs.length ?? 0;
    const asked: { readonly afterMs: number; readonly runs: readonly number[] }[] = [];
    const measurements = await measureVariants(plan, runner, {
      signal: new AbortController().signal,
      random: seededRandom('order'),
      onProgress: () => undefined,
      goingOn: async (soFar) => {
        asked.push({ afterMs: soFar.elapsedMs, runs: ['a', 'b'].map((id) => runsOf(soFar, id)) });
        return { leftMs: 3000, fallen: new Set(['b']) };
      },
      clock: runner.clock,
    });
    expect(asked).toHaveLength(1);
    const [
      {
        afterMs,
        runs: [a = 0, b = 0],
      } = { afterMs: 0, runs: [] },
    ] = asked;
    expect(runsOf(measurements, 'a')).toBeGreaterThan(a);
    expect(runsOf(measurements, 'b')).toBe(b);
    expect(measurements.elapsedMs).toBeGreaterThan(afterMs + 2000);
    expect(measurements.elapsedMs).toBeLessThanOrEqual(afterMs + 3000);
  });

  it('take the time of the profiles where a claim needs it', async () => {
    const roundsOf = async (forgoneMs: number): Promise<number> => {
      const plan = measurePlan({ a: 'single', b: 'single' }, { budgetMs: 4000, laterMs: 3000, forgoneMs });
      return (await measured(plan, { samples: ALL, taskMs: () => 450 })).measurements.rounds;
    };
    expect(await roundsOf(0)).toBe(2);
    expect(await roundsOf(2000)).toBe(3);
  });

  it('more budget means more rounds', async () => {
    const rounds = async (budgetMs: number): Promise<number> =>
      (await measured(measurePlan({ a: 'single' }, { budgetMs }), { samples: ALL })).measurements.rounds;
    expect(await rounds(5000)).toBeGreaterThanOrEqual(10);
    expect(await rounds(10_000)).toBeGreaterThan((await rounds(5000)) + 5);
  });

  it('give every other size as many rounds as the next, within one', async () => {
    const cases = [casePlan(0, 10), casePlan(1, 100), casePlan(2, 1000)];
    const { measurements } = await measured(measurePlan({ a: 'single' }, { cases, budgetMs: 8000 }), {
      samples: ALL,
      taskMs: () => 150,
    });
    const runs = (caseIndex: number): number[] =>
      measurements.series.filter((series) => series.caseIndex === caseIndex).map((series) => series.runs.length);
    const [smallest = 0, middle = 0, largest = 0] = [runs(0), runs(1), runs(2)].map((counts) => {
      expect(new Set(counts).size).toBe(1);
      return counts[0] ?? 0;
    });
    expect(Math.abs(smallest - middle)).toBeLessThanOrEqual(1);
    // At the end of the budget a round may have room for one of the two only.
    expect(Math.abs(largest - (smallest + middle + 3))).toBeLessThanOrEqual(1);
    expect(smallest).toBeGreaterThanOrEqual(3);
  });

  it('run the largest size often enough for a claim even when the budget is short', async () => {
    const plan = measurePlan({ a: 'single' }, { cases: [casePlan(0, 10), casePlan(1, 1000)], budgetMs: 1000 });
    const { measurements } = await measured(plan, { samples: ALL, taskMs: () => 120 });
    expect(measurements.series.filter(({ caseIndex }) => caseIndex === 1).map(({ runs }) => runs.length)).toEqual([
      3, 3, 3,
    ]);
  });

  it('say so when calls are too slow for five of them', async () => {
    const plan = measurePlan({ a: 'single' }, { cases: [casePlan(0, 10, { callMs: 1000 })], budgetMs: 15_000 });
    const { measurements } = await measured(plan, { samples: ALL, taskMs: () => 3000 });
    expect(measurements.rounds).toBeLessThan(5);
    expect(measurements.notes).toMatchObject([{ code: 'few-rounds' }]);
  });
});

describe('what is compared with what', () => {
  it('a baseline is timed under each workload that a candidate asks for, a sequence without a declared one being a single call', async () => {
    const cases = [
      casePlan(0, 10),
      { ...casePlan(1, 20), listing: { index: 1, label: 'n = 20', size: 20, sequenceLength: 5 } },
    ];
    const plan = measurePlan({ a: 'sequence', b: 'batch' }, { cases, budgetMs: 6000 });
    const { order, runner } = await measured(plan, { samples: ALL });
    const baselines = [...new Set(order)].filter((key) => key.startsWith('baseline ')).sort();
    expect(baselines).toEqual([
      'baseline 0 batch',
      'baseline 0 single',
      'baseline 1 batch',
      'baseline 1 sequence',
      'baseline 1 single',
    ]);
    const batches = runner.tasks.filter((task) => task.kind === 'sample' && task.workload === 'batch') as SampleTask[];
    for (const task of batches) {
      expect(task.batchCalls).toBe(30);
      expect(task.oneByOne).toBe(task.variant.id === 'baseline');
    }
  });

  it('arguments are renewed where the plan says so', async () => {
    const plan = measurePlan({ a: 'single' }, { cases: [casePlan(0, 10, { renewArguments: true })], budgetMs: 3000 });
    const { runner } = await measured(plan, { samples: ALL });
    expect(runner.tasks.every((task) => task.kind === 'sample' && task.renewArguments)).toBe(true);
  });

  it('the slowest case is left out when three rounds of it do not fit, with a note; the last one never is', async () => {
    const slow = casePlan(1, 1000, { callMs: 4000 });
    const both = await measured(measurePlan({ a: 'single' }, { cases: [casePlan(0, 10), slow] }), { samples: ALL });
    expect(both.measurements.cases.map(({ label }) => label)).toEqual(['n = 10']);
    expect(both.measurements.notes[0]).toMatchObject({
      code: 'left-out',
      message: expect.stringContaining('n = 1000') as string,
    });
    const alone = await measured(measurePlan({ a: 'single' }, { cases: [slow] }), { samples: ALL, taskMs: () => 9000 });
    expect(alone.measurements.rounds).toBe(1);
    expect(alone.measurements.elapsedMs).toBeLessThanOrEqual(1.05 * alone.measurements.budgetMs + 9000);
  });
});

describe('stopping early', () => {
  it('a clear winner stops after few rounds and leaves the budget to the unclear one', async () => {
    const { measurements } = await measured(measurePlan({ a: 'single', b: 'single' }), {
      samples: { ...ALL, a: [1, 1, 1.1] },
    });
    const runs = (id: string): number =>
      measurements.series.find(({ variantId }) => variantId === id)?.runs.length ?? 0;
    expect(runs('a')).toBeLessThanOrEqual(5);
    expect(runs('b')).toBeGreaterThan(20);
    // Two of them were for the first verdict.
    expect(runs('baseline')).toBe(runs('b') + 2);
  });

  it('the whole run stops when everything is clear', async () => {
    const steady = { baseline: [100, 101], 'baseline-again': [100, 101], a: [10, 10], b: [500, 510] };
    const { measurements } = await measured(measurePlan({ a: 'single', b: 'single' }), { samples: steady });
    expect(measurements.rounds).toBe(5);
    expect(measurements.elapsedMs).toBeLessThan(measurements.budgetMs / 3);
  });

  it('a difference that is small or within the spread does not stop', async () => {
    const { measurements } = await measured(measurePlan({ a: 'single' }, { budgetMs: 6000 }), { samples: ALL });
    expect(measurements.rounds).toBeGreaterThan(10);
  });

  it('without candidates the baseline and its twin run five rounds', async () => {
    const { measurements } = await measured(measurePlan({}), { samples: ALL });
    expect(measurements.series.map(({ role, runs }) => [role, runs.length])).toEqual([
      ['baseline', 5],
      ['twin', 5],
    ]);
  });
});

describe('failures', () => {
  it('a candidate that fails is given up at once, the others go on', async () => {
    const { measurements } = await measured(measurePlan({ a: 'single', b: 'single' }, { budgetMs: 5000 }), {
      samples: { ...ALL, a: () => FAILURE },
    });
    const [a, b] = ['a', 'b'].map((id) => measurements.series.find(({ variantId }) => variantId === id));
    expect(a).toMatchObject({ failure: FAILURE, runs: [] });
    expect(b?.failure).toBeUndefined();
    expect(b?.runs.length).toBeGreaterThan(5);
  });

  it('one crash is bad luck, two are a failure', async () => {
    const crash: RunFailure = { ...FAILURE, kind: 'crashed' };
    const once = (_task: SampleTask, earlier: number) => (earlier === 1 ? crash : [90, 91]);
    const twice = (_task: SampleTask, earlier: number) => (earlier === 1 || earlier === 3 ? crash : [90, 91]);
    const { measurements } = await measured(measurePlan({ a: 'single', b: 'single' }), {
      samples: { ...ALL, a: once, b: twice },
    });
    const [a, b] = ['a', 'b'].map((id) => measurements.series.find(({ variantId }) => variantId === id));
    expect(a?.failure).toBeUndefined();
    expect(b?.failure).toEqual(crash);
  });

  it('a baseline that fails on a case ends that case for everybody', async () => {
    const failing = (task: SampleTask, earlier: number) => (task.caseIndex === 1 ? FAILURE : noisy(100)(task, earlier));
    const plan = measurePlan({ a: 'single' }, { cases: [casePlan(0, 10), casePlan(1, 100)], budgetMs: 5000 });
    const { measurements } = await measured(plan, { samples: { ...ALL, baseline: failing } });
    const second = measurements.series.filter(({ caseIndex }) => caseIndex === 1);
    expect(second.every(({ runs }) => runs.length <= 1)).toBe(true);
    expect(second.find(({ role }) => role === 'baseline')?.failure).toEqual(FAILURE);
  });

  it('an abort rejects with its reason', async () => {
    const abort = new AbortController();
    const runner = scriptedRunner({ samples: ALL });
    const run = measureVariants(measurePlan({ a: 'single' }), runner, {
      signal: abort.signal,
      random: seededRandom(1),
      clock: runner.clock,
      onProgress: ({ round }) => round === 2 && abort.abort(new Error('stop')),
    });
    await expect(run).rejects.toThrow('stop');
    expect(runner.tasks.length).toBe(4);
  });
});

describe('progress', () => {
  it('counts rounds and processes, and the time left goes down to about nothing', async () => {
    const { progress, measurements } = await measured(measurePlan({ a: 'single', b: 'single' }, { budgetMs: 5000 }), {
      samples: ALL,
    });
    expect(progress[0]).toMatchObject({ round: 1, finished: 1, processes: 4, elapsedMs: 100, remainingMs: 4900 });
    expect(progress.at(-1)?.round).toBe(measurements.rounds);
    expect(progress.at(-1)?.remainingMs).toBeLessThan(600);
    for (const { round, rounds } of progress) expect(rounds).toBeGreaterThanOrEqual(round);
    expect(progress[3]?.rounds).toBe(12);
    expect(progress.at(-1)?.soFar().series).toEqual(measurements.series);
  });
});
