import { describe, expect, it } from 'vitest';
import { type Estimates, estimateMeasurements } from '../../../src/engine/judge/estimate-measurements.ts';
import { chooseHeatWinner } from '../../../src/engine/judge/heat-winner.ts';
import { type Judgement, judgeCandidates } from '../../../src/engine/judge/judge-candidates.ts';
import { typedDataNote } from '../../../src/engine/judge/typed-data-note.ts';
import { measureVariants } from '../../../src/engine/measure/measure-variants.ts';
import type { Measurements, MeasurePlan } from '../../../src/engine/measure/measurements.ts';
import type { RunFailure, SampleTask, SamplingFacts } from '../../../src/engine/process/protocol.ts';
import { seededRandom } from '../../../src/engine/statistics/random.ts';
import type { RandomSource } from '../../../src/model/variant.ts';
import { type Script, type ScriptedSamples, scriptedRunner } from '../../support/scripted-runner.ts';
import { casePlan, measurePlan } from '../measure/plans.ts';

function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Processes around `center` (or a time by size) with a spread between them, and slower samples above. */
function around(center: number | ((size: number) => number), spread: number, seed = 0): ScriptedSamples {
  return (task: SampleTask, earlier: number) => {
    const random = seededRandom(seed, task.variant.id, task.caseIndex, task.workload, earlier);
    const base =
      (typeof center === 'number' ? center : center(SIZES[task.caseIndex] ?? 100)) * Math.exp(spread * normal(random));
    return [base, base, base * 1.02, base * 1.1];
  };
}

const SIZES = [10, 100, 1000, 10_000];
const CASES = SIZES.map((size, index) => casePlan(index, size));

async function measure(script: Script, more: Partial<MeasurePlan> = {}): Promise<Measurements> {
  const names = Object.keys(script.samples ?? {}).filter((name) => !name.startsWith('baseline'));
  const runner = scriptedRunner(script);
  return measureVariants(measurePlan(Object.fromEntries(names.map((name) => [name, 'single'])), more), runner, {
    signal: new AbortController().signal,
    random: seededRandom('order'),
    onProgress: () => {},
    clock: runner.clock,
  });
}

async function judged(
  samples: Record<string, ScriptedSamples>,
  more: Partial<MeasurePlan> & Pick<Script, 'sampleAnswer'> = {},
) {
  const { sampleAnswer, ...plan } = more;
  const script: Script = {
    samples: { baseline: around(1000, 0.01), 'baseline-again': around(1000, 0.01), ...samples },
    ...(sampleAnswer === undefined ? {} : { sampleAnswer }),
  };
  const estimates = estimateMeasurements(await measure(script, plan));
  const judgements = judgeCandidates(estimates);
  const one = (id: string): Judgement => {
    const judgement = judgements.get(id);
    if (judgement === undefined) throw new Error(`no judgement of ${id}`);
    return judgement;
  };
  return { estimates, one };
}

const quietFacts: SamplingFacts = {
  isAsync: false,
  timerStepNs: 40,
  sampleNs: 200_000,
  processorShare: 1,
  involuntarySwitches: 0,
  calls: 100_000,
  emptyCalls: { beforeNs: 4, firstAfterNs: 4, afterNs: 4 },
  result: 'same',
};

describe('verdicts', () => {
  it('faster and slower are claimed when everything agrees', async () => {
    const { one, estimates } = await judged({ a: around(500, 0.01), b: around(1500, 0.01) });
    expect(one('a')).toMatchObject({ verdict: 'faster', reasons: [] });
    expect(one('a').headline?.ratio.value).toBeCloseTo(2, 1);
    expect(one('b')).toMatchObject({ verdict: 'slower', reasons: [] });
    expect(estimates.noise.sameCodeDifference).toBeLessThan(0.02);
  });

  it('equal speed is no difference, with the smallest difference that would have been seen', async () => {
    const { one } = await judged({ a: around(1000, 0.01) });
    expect(one('a')).toMatchObject({ verdict: 'no-difference', reasons: [{ code: 'smallest-visible' }] });
    expect(one('a').smallestVisible).toBeGreaterThanOrEqual(0.02);
    expect(one('a').smallestVisible).toBeLessThan(0.1);
  });

  it('a significant difference below the smallest claim is no difference', async () => {
    const { one } = await judged({
      a: around(985, 0.001),
      baseline: around(1000, 0.001),
      'baseline-again': around(1000, 0.001),
    });
    expect(one('a').headline?.ratio.low).toBeGreaterThan(1);
    expect(one('a').verdict).toBe('no-difference');
  });

  it('no claim below what two identical builds differ by', async () => {
    const { one, estimates } = await judged({
      a: around(930, 0.002),
      'baseline-again': around(1090, 0.002),
      baseline: around(1000, 0.002),
    });
    expect(estimates.noise.sameCodeDifference).toBeCloseTo(0.09, 2);
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'within-noise' }] });
    expect(one('a').reasons[0]?.unlock).toMatch(/Close other programs/);
  });

  it('too wide an interval is withheld, with the advice to give more budget', async () => {
    const { one } = await judged({ a: around(900, 0.3) }, { budgetMs: 2500 });
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'too-wide' }] });
    expect(one('a').reasons[0]?.unlock).toMatch(/larger budget/);
  });

  it('a noisy machine is named as the reason', async () => {
    const { one } = await judged({ a: around(1000, 0.01), 'baseline-again': around(1300, 0.01) });
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'noisy' }] });
  });

  it('low percentiles that means contradict are withheld: collections may not be left out of a claim', async () => {
    const collecting = (task: SampleTask, earlier: number): number[] => {
      const base = 400 * Math.exp(0.005 * normal(seededRandom(task.variant.id, earlier)));
      return [base, base, base, base * 7];
    };
    const { one } = await judged({ a: collecting });
    expect(one('a').headline?.ratio.value).toBeGreaterThan(1.2);
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'means-disagree' }] });
    expect(one('a').reasons[0]?.message).toMatch(/^The best times differ by 1\d\d %,/);
  });

  it('what costs no more than an empty call is below what can be measured', async () => {
    const { one } = await judged({ a: around(500, 0.01) }, { sampleAnswer: { floorNs: 900 } });
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'below-floor' }] });
  });

  it('what being called costs may have been hidden behind the call before: the interval of a time reaches so far up, and of awaited calls down too', async () => {
    const boundsOf = async (floorNs: number, isAsync: boolean): Promise<readonly [number, number]> => {
      const sampleAnswer = { floorNs, facts: { ...quietFacts, isAsync } };
      const { estimates } = await judged({ a: around(500, 0.01) }, { sampleAnswer });
      const time = estimates.baseline.perCase[0]?.time;
      return [time?.low ?? 0, time?.high ?? 0];
    };
    const [low, high] = await boundsOf(0, false);
    const about = (value: number): unknown => expect.closeTo(value, 6);
    expect(await boundsOf(20, false)).toEqual([about(low), about(high + 20)]);
    expect(await boundsOf(20, true)).toEqual([about(low - 20), about(high + 20)]);
    expect(await boundsOf(620, true)).toEqual([about(low / 2), about(high + 620)]);
  });

  it('where being called is a good part of a time, only its bounds are told; where an empty call takes as long, how little it is at most', async () => {
    const firstCase = async (floorNs: number, isAsync = false) => {
      const { estimates } = await judged(
        { a: around(500, 0.01) },
        { sampleAnswer: { floorNs, facts: { ...quietFacts, isAsync } } },
      );
      const [first] = estimates.baseline.perCase;
      const share = floorNs / (first?.time.value ?? 0);
      return { share, boundsOnly: first?.boundsOnly, belowFloor: first?.belowFloor };
    };
    expect(await firstCase(20)).toEqual({
      share: expect.closeTo(0.02, 1),
      boundsOnly: undefined,
      belowFloor: undefined,
    });
    expect(await firstCase(200)).toEqual({ share: expect.closeTo(0.2, 1), boundsOnly: true, belowFloor: undefined });
    expect(await firstCase(20, true)).toMatchObject({ boundsOnly: undefined });
    expect(await firstCase(200, true)).toMatchObject({ boundsOnly: true });
    expect(await firstCase(900)).toMatchObject({ boundsOnly: undefined, belowFloor: true });
  });

  it('without an A/A pair nothing is claimed', async () => {
    const failure: RunFailure = { kind: 'crashed', message: 'It crashed.', nextStep: 'Try again.' };
    const { one } = await judged({ a: around(500, 0.01), 'baseline-again': () => failure });
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'no-noise-figure' }] });
  });

  it('a rewrite that fails on one case has failed, however fast it is elsewhere', async () => {
    const failure: RunFailure = {
      kind: 'timed-out',
      message: 'The function was still running.',
      nextStep: 'Use smaller sizes.',
    };
    const fast = around(100, 0.01);
    const failing: ScriptedSamples = (task, earlier) =>
      task.caseIndex === 1 || typeof fast !== 'function' ? failure : fast(task, earlier);
    const { one } = await judged({ a: failing }, { cases: CASES });
    expect(one('a')).toMatchObject({
      verdict: 'failed',
      reasons: [{ message: 'n = 100: The function was still running.', unlock: 'Use smaller sizes.' }],
    });
  });

  it('two processes are too few for a claim, however well they agree', async () => {
    const exact = { baseline: [1000, 1000], 'baseline-again': [1000, 1000], a: [500, 500] };
    const { one } = await judged(exact, { cases: [casePlan(0, 10, { callMs: 3000 })], budgetMs: 600 });
    expect(one('a').headline?.pairs).toBe(2);
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'too-few-runs' }] });
  });

  it('more candidates ask for stronger evidence', async () => {
    const { estimates } = await judged({ a: around(900, 0.01), b: around(1000, 0.01), c: around(1000, 0.01) });
    const withProbability = (names: readonly string[], probability: number): Estimates => ({
      ...estimates,
      candidates: new Map(
        names.flatMap((name) => {
          const found = estimates.candidates.get(name);
          const changed = name === 'a' ? { probability } : { probability: 0.8 };
          return found === undefined
            ? []
            : [[name, { ...found, comparisons: found.comparisons.map((one) => ({ ...one, ...changed })) }] as const];
        }),
      ),
    });
    expect(judgeCandidates(withProbability(['a'], 0.005)).get('a')?.verdict).toBe('faster');
    const among = judgeCandidates(withProbability(['a', 'b', 'c'], 0.005)).get('a');
    expect(among?.verdict).toBe('withheld');
    expect(among?.reasons[0]?.code).toBe('not-certain');
    expect(judgeCandidates(withProbability(['a', 'b', 'c'], 0.002)).get('a')?.verdict).toBe('faster');
  });
});

describe('sizes', () => {
  it('the largest heads the verdict, smaller ones that say otherwise are named, and the break-even lies between', async () => {
    const { one, estimates } = await judged(
      {
        baseline: around((n) => 10 * n, 0.005),
        'baseline-again': around((n) => 10 * n, 0.005),
        a: around((n) => 2000 + 5 * n, 0.005),
      },
      { cases: CASES },
    );
    expect(one('a')).toMatchObject({ verdict: 'faster', headline: { size: 10_000 } });
    expect(one('a').reasons.map(({ code }) => code)).toEqual(['slower-at']);
    expect(one('a').reasons[0]?.message).toContain('n = 10 (0.049x)');
    // The true curves cross at 400; the straight line between 100 and 1000 in log-log does so at 522.
    const breakEven = one('a').breakEven;
    expect(breakEven?.size).toBeGreaterThan(500);
    expect(breakEven?.size).toBeLessThan(545);
    expect(breakEven?.low).toBeLessThanOrEqual(breakEven?.size ?? 0);
    expect(breakEven?.high).toBeGreaterThanOrEqual(breakEven?.size ?? Number.POSITIVE_INFINITY);
    expect(estimates.candidates.get('a')?.measured.speedup.map(({ size }) => size)).toEqual(SIZES);
    expect(estimates.baseline.perCase.map(({ label }) => label)).toEqual([
      'n = 10',
      'n = 100',
      'n = 1000',
      'n = 10000',
    ]);
  });

  it('no break-even from a crossing that may be noise', async () => {
    const { one } = await judged(
      {
        baseline: around((n) => 10 * n, 0.02),
        'baseline-again': around((n) => 10 * n, 0.02),
        a: around((n) => (n > 100 ? 5 : 10.01) * n, 0.02),
      },
      { cases: CASES },
    );
    expect(one('a').verdict).toBe('faster');
    expect(one('a').breakEven).toBeUndefined();
  });

  it('no break-even when it is faster throughout', async () => {
    const { one } = await judged({ a: around(500, 0.005) }, { cases: CASES });
    expect(one('a').breakEven).toBeUndefined();
  });
});

describe('payback', () => {
  it('is the one-time cost against the gain per call', async () => {
    const { one } = await judged(
      { baseline: around(2e6, 0.001), 'baseline-again': around(2e6, 0.001), a: around(1e6, 0.001) },
      {
        sampleAnswer: (task) => ({
          firstCallMs: task.variant.id === 'a' ? 31 : 2,
          loadMs: task.variant.id === 'a' ? 11 : 1,
        }),
      },
    );
    // 31 - 1 for the first call, 10 for loading, against 1 ms per call.
    expect(one('a').payback?.oneTimeMs).toBeCloseTo(40, 0);
    expect(one('a').payback?.callsToPayBack).toBeGreaterThanOrEqual(39);
    expect(one('a').payback?.callsToPayBack).toBeLessThanOrEqual(42);
  });
});

describe('a heat', () => {
  it('is won by the verdict, then by the interval that begins highest', async () => {
    const { one } = await judged({ a: around(500, 0.005), b: around(480, 0.2), c: around(1500, 0.01) });
    expect(chooseHeatWinner([one('c'), one('b'), one('a')])?.variantId).toBe('a');
    expect(chooseHeatWinner([one('c')])?.variantId).toBe('c');
    expect(chooseHeatWinner([])).toBeUndefined();
  });

  it('is not won by what asks something of callers where another is faster than the original, too', async () => {
    const { one } = await judged({ typed: around(300, 0.005), same: around(500, 0.005), slower: around(1500, 0.01) });
    const asksOfCallers = ({ variantId }: { readonly variantId: string }) => variantId === 'typed';
    expect(chooseHeatWinner([one('typed'), one('same')], asksOfCallers)?.variantId).toBe('same');
    expect(chooseHeatWinner([one('typed'), one('slower')], asksOfCallers)?.variantId).toBe('typed');
    expect(typedDataNote(undefined)).toEqual([]);
    expect(typedDataNote(one('typed')).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^for callers whose numbers are in typed arrays already, a function of its own \(typed\) was 3\.\d+x/,
      ),
    ]);
  });
});

describe('false claims', () => {
  const trials = 400;

  /** Share of runs in which a candidate that is `times` as slow as the baseline gets each verdict. */
  async function shares(times: number, spread: number): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (let trial = 0; trial < trials; trial++) {
      const samples = {
        baseline: around(1000, spread, trial),
        'baseline-again': around(1000, spread, trial),
        a: around(1000 * times, spread, trial),
      };
      const estimates: Estimates = estimateMeasurements(
        await measure({ samples, taskMs: () => 150 }, { budgetMs: 5000 }),
      );
      const verdict = judgeCandidates(estimates).get('a')?.verdict ?? 'none';
      counts[verdict] = (counts[verdict] ?? 0) + 1 / trials;
    }
    return counts;
  }

  it.each([0.005, 0.02, 0.1])(
    'identical code is declared different in at most 1 % of runs with a spread of %d',
    async (spread) => {
      const found = await shares(1, spread);
      expect((found['faster'] ?? 0) + (found['slower'] ?? 0)).toBeLessThanOrEqual(0.01);
    },
  );

  it('a slow-down of a tenth is found nearly always on a quiet machine', async () => {
    expect((await shares(1.1, 0.01))['slower']).toBeGreaterThan(0.95);
  });
});

describe('code that makes the collector run', () => {
  /** Two of ten calls are quick, the others wait for the collector; the rewrite never does, and takes something between. */
  const collected = (task: SampleTask, earlier: number): number[] => {
    const base = 1000 * Math.exp(0.003 * normal(seededRandom(task.variant.id, earlier)));
    return [1, 1, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1].map((factor) => base * factor);
  };
  const samples = { baseline: collected, 'baseline-again': collected, a: around(1400, 0.003) };

  it('is not shown by its lucky calls: the rewrite that needs no collector is faster, not slower', async () => {
    const { one, estimates } = await judged(samples, {
      sampleAnswer: (task) => ({
        collector: { milliseconds: task.variant.id.startsWith('baseline') ? 5 : 0, ofMs: 20 },
      }),
    });
    expect(estimates.baseline.perCase[0]?.time.value).toBeCloseTo(2100, -2);
    expect(one('a')).toMatchObject({ verdict: 'faster' });
    expect(one('a').headline?.ratio.value).toBeCloseTo(1.49, 1);
  });

  it('nor where nothing is known of the collector: means that are far from the figure take the claim back', async () => {
    const { one } = await judged(samples);
    expect(one('a').headline?.ratio.value).toBeLessThan(0.75);
    expect(one('a')).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'means-disagree' }] });
  });
});

describe('a machine whose speed wanders', () => {
  /** Each process finds the machine up to a third slower; so far does its yardstick, for the variants in `own` by twenty per cent more of their own. */
  function wandering(times: Record<string, number>, own: readonly string[] = []) {
    let slow = 1;
    const random = seededRandom('wandering');
    const samples = Object.fromEntries(
      Object.entries(times).map(([id, time]) => [
        id,
        (): readonly number[] => {
          slow = Math.exp(0.3 * random());
          const base = time * slow * Math.exp(0.004 * normal(random));
          return [base, base, base * 1.02];
        },
      ]),
    );
    const sampleAnswer = (task: SampleTask) => ({
      facts: { ...quietFacts, yardstickNs: 9000 * slow * (own.includes(task.variant.id) ? 1.2 : 1) },
    });
    return judged(samples, { sampleAnswer, budgetMs: 6000 });
  }

  it('hides no difference of five per cent, and makes none', async () => {
    const { one, estimates } = await wandering({ baseline: 1000, 'baseline-again': 1000, a: 1050, b: 1000 });
    expect(one('a').verdict).toBe('slower');
    expect(one('a').headline?.ratio.value).toBeCloseTo(1 / 1.05, 2);
    expect(one('b').verdict).toBe('no-difference');
    expect(estimates.noise.sameCodeDifference).toBeLessThan(0.01);
    // The time is that of the machine left alone.
    expect(estimates.baseline.perCase[0]?.time.value).toBeGreaterThan(980);
    expect(estimates.baseline.perCase[0]?.time.value).toBeLessThan(1050);
  });

  it('is not blamed for what a variant does to the yardstick itself', async () => {
    const { one } = await wandering({ baseline: 1000, 'baseline-again': 1000, a: 1000 }, ['a']);
    expect(one('a').verdict).not.toBe('faster');
    expect(one('a').headline?.ratio.value).toBeLessThan(1.1);
  });
});
