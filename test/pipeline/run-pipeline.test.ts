// The order and the outcomes of whole runs, exactly, on a scripted runner.
import { expect, test } from 'vitest';
import { SpeedlensFailure } from '../../src/engine/failures.ts';
import type { Task } from '../../src/engine/process/protocol.ts';
import type { Candidate, Strategy } from '../../src/engine/strategies/strategy.ts';
import type { Report } from '../../src/model/report.ts';
import { expectValidReport } from '../support/report-schema.ts';
import {
  declining,
  replacing,
  returned,
  sameOnAll,
  scriptedRun,
  workingVerifier,
} from '../support/scripted-pipeline.ts';
import type { Script, ScriptedSamples } from '../support/scripted-runner.ts';

const slow = [1000, 1001, 1002, 1003];
const fast = [500, 501, 502, 503];
const samples = {
  baseline: slow,
  'baseline-again': slow,
  'memoization/only': fast,
  'typed-arrays/only': slow,
  'workers/only': fast,
};

function inTwoVariants(strategy: Strategy, variant: string): Strategy {
  return {
    ...strategy,
    propose: (context) => {
      const proposal = strategy.propose(context);
      if (proposal.kind === 'declined') return proposal;
      const [only] = proposal.candidates;
      return { ...proposal, candidates: [only, { ...only, variant }] };
    },
  };
}

test('a candidate that is twice as fast and equivalent is called faster, with its rewrite', async () => {
  const { report } = await scriptedRun({ strategies: [replacing('memoization', 'n + n')], script: { samples } });
  const [result] = report.results;
  expect(result?.verdict).toBe('faster');
  expect(result?.measured?.speedup.map(({ ratio }) => Math.round(ratio.value * 10) / 10)).toEqual([2, 2]);
  expect(result?.rewrite?.diff).toContain('+  return n + n;');
  expect(report.summary.bestStrategy).toBe('memoization');
  expectValidReport(report);
});

test('growth, the sizes at which a rewrite pays, and its cost stand in the report', async () => {
  const sizes = [100, 1000, 10_000];
  const timed =
    (timeOf: (size: number) => number): ScriptedSamples =>
    (task, earlier) => {
      const time = timeOf(task.addedSize ?? sizes[task.caseIndex] ?? 0) * (1 + 0.001 * (earlier % 3));
      return [time, time, time];
    };
  const { report } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: {
      describe: () => ({ cases: sizes.map((size, index) => ({ index, label: `n = ${size}`, size })), loadMs: 1 }),
      samples: {
        baseline: timed((n) => 10 * n),
        'baseline-again': timed((n) => 10 * n),
        'memoization/only': timed((n) => 10_000 + 5 * n),
      },
    },
  });
  const [result] = report.results;
  expect(report.baseline.growth?.fits.map(({ form }) => form)).toEqual(['n']);
  expect(result?.measured?.growth?.fits[0]).toMatchObject({ form: 'n' });
  expect(result?.measured?.growth?.fits[0]?.constantNs).toBeCloseTo(10_000, -3);
  expect(result?.payingSizes?.measured).toBe('from');
  // 10 n = 10,000 + 5 n at n = 2000; both fields say the same.
  expect(Math.abs((result?.breakEven?.size ?? 0) - 2000)).toBeLessThan(50);
  expect(result?.breakEven).toEqual(result?.payingSizes?.crossing);
  expect(result?.cost).toEqual({ linesAdded: 1, linesRemoved: 1, dependencies: [] });
  expectValidReport(report);
});

test('results stand in catalogue order, declined strategies included', async () => {
  const { report } = await scriptedRun({
    strategies: [replacing('workers', 'n + n'), declining('typed-arrays'), replacing('memoization', 'n + n')],
    script: { samples },
  });
  expect(report.results.map(({ strategy, verdict }) => [strategy, verdict])).toEqual([
    ['workers', 'faster'],
    ['typed-arrays', 'declined'],
    ['memoization', 'faster'],
    ['combinations', 'declined'],
  ]);
  expectValidReport(report);
});

test('variants that the budget has no time to compare are named in the row of their strategy', async () => {
  const first = replacing('memoization', 'n + n');
  const several: Strategy = {
    ...first,
    propose: (context) => {
      const proposal = first.propose(context);
      if (proposal.kind === 'declined') return proposal;
      const [only] = proposal.candidates;
      return { ...proposal, candidates: [only, { ...only, variant: 'rolling' }, { ...only, variant: 'table' }] };
    },
  };
  const { report, built } = await scriptedRun({
    strategies: [several],
    script: { samples, observe: () => ({ ...returned, laterCallMs: 500 }) },
  });
  expect(built).not.toContain('memoization/rolling');
  const untried = report.results[0]?.reasons.find(({ code }) => code === 'untried');
  expect(untried?.message).toBe(
    'The variants rolling and table of this strategy could not be measured within the budget.',
  );
  expectValidReport(report);
});

test('a rewrite as fast as the original is no difference, never faster', async () => {
  const { report } = await scriptedRun({ strategies: [replacing('typed-arrays', 'n + n')], script: { samples } });
  expect(report.results[0]?.verdict).toBe('no-difference');
  expect(report.summary.bestStrategy).toBeNull();
  expectValidReport(report);
});

test('a rewrite that gives another result is not measured, and its counterexample is shown', async () => {
  const counterexample = { args: '3', expected: '6', actual: '9' };
  const { report, runner } = await scriptedRun({
    strategies: [replacing('memoization', 'n * 3')],
    script: { samples, compare: () => ({ ...sameOnAll, counterexample }) },
  });
  expect(report.results[0]?.verdict).toBe('not-equivalent');
  expect(report.results[0]?.equivalence?.counterexample).toEqual(counterexample);
  expect(runner.tasks.some((task) => task.kind === 'sample' && task.variant.id === 'memoization/only')).toBe(false);
  expectValidReport(report);
});

test('what is said of a function with typed arrays beside the row is compared thoroughly as well', async () => {
  const first = replacing('typed-arrays', 'n + n');
  const withTyped: Strategy = {
    ...first,
    propose: (context) => {
      const proposal = first.propose(context);
      if (proposal.kind === 'declined') return proposal;
      const [only] = proposal.candidates;
      return { ...proposal, candidates: [only, { ...only, variant: 'end-to-end', signature: 'typed' }] };
    },
  };
  const run = (isWrong: boolean) =>
    scriptedRun({
      strategies: [withTyped],
      script: {
        samples: { ...samples, 'typed-arrays/only': fast, 'typed-arrays/end-to-end': [100, 101, 102, 103] },
        compare: (task) =>
          isWrong && task.candidate.id === 'typed-arrays/end-to-end' && task.skipArms === undefined
            ? { ...sameOnAll, counterexample: { args: '3', expected: '6', actual: '9' } }
            : workingVerifier(task),
      },
    });
  const codesOf = ({ report }: { readonly report: Report }) => report.results[0]?.reasons.map(({ code }) => code);
  const right = await run(false);
  expect(right.report.results[0]).toMatchObject({ variant: 'only', verdict: 'faster' });
  expect(codesOf(right)).toContain('typed-data');
  const wrong = await run(true);
  expect(wrong.report.results[0]).toMatchObject({ variant: 'only', verdict: 'faster' });
  expect(codesOf(wrong)).not.toContain('typed-data');
});

test('when the comparison misses every planted bug, nothing is called equivalent, not the second best of a strategy either', async () => {
  const { report } = await scriptedRun({
    strategies: [inTwoVariants(replacing('memoization', 'n + n'), 'table'), replacing('typed-arrays', 'n + n')],
    script: {
      samples: { ...samples, 'memoization/table': fast, 'typed-arrays/only': [2000, 2001, 2002, 2003] },
      compare: () => sameOnAll,
    },
  });
  expect(report.results[0]).toMatchObject({ verdict: 'withheld', reasons: [{ code: 'not-verified' }] });
  expect(report.results[1]?.verdict).toBe('slower');
  expect(report.summary.bestStrategy).toBeNull();
  expect(report.integrity.find(({ check }) => check === 'planted bug caught')?.ok).toBe(false);
  expectValidReport(report);
});

test('zero compared cases are not a verification', async () => {
  const { report } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: {
      samples,
      compare: (task) =>
        task.candidate.id.startsWith('planted/')
          ? { ...sameOnAll, counterexample: { args: '1', expected: '2', actual: '3' } }
          : { compared: 0, generated: 0, skipped: 5 },
    },
  });
  expect(report.results[0]?.verdict).toBe('withheld');
  expectValidReport(report);
});

test('a rewrite that needs types of Node, which the project lacks, waits for them', async () => {
  const { report, built } = await scriptedRun({
    strategies: [replacing('workers', "n + Number(process.env['N'])")],
    script: { samples },
  });
  expect(report.results[0]).toMatchObject({ verdict: 'declined', reasons: [{ code: 'node-types' }] });
  expect(built).toEqual(['baseline', 'baseline-again']);
  expectValidReport(report);
});

test('a new function that nothing could call is declined with the way to have it called', async () => {
  const tsconfig = JSON.stringify({ compilerOptions: { strict: true, noUnusedLocals: true, types: [] } });
  const { report } = await scriptedRun({
    source: 'function double(n: number): number {\n  return n * 2;\n}\nexport const four = double(2);\n',
    tsconfig,
    strategies: [replacing('workers', 'n * 2;\n}\nfunction doubleMany(n: number): number {\n  return n + n')],
    script: { samples },
  });
  expect(report.results[0]).toMatchObject({ verdict: 'declined', reasons: [{ code: 'unused' }] });
  expect(report.results[0]?.reasons[0]?.message).toContain('`doubleMany` beside `double`');
});

test('a rewrite that needs a name which the file has given to something else is not built', async () => {
  const { report, built } = await scriptedRun({
    source:
      'const Number = { parse: (n: number) => n };\nexport function double(n: number): number {\n  return Number.parse(n * 2);\n}\n',
    strategies: [replacing('memoization', 'Number(n) + n')],
    script: { samples },
  });
  expect(report.results[0]).toMatchObject({ verdict: 'declined', reasons: [{ code: 'C6' }] });
  expect(built).toEqual(['baseline', 'baseline-again']);
  expectValidReport(report);
});

test('a rewrite that does not type-check is not built', async () => {
  const { report, built } = await scriptedRun({
    strategies: [replacing('memoization', 'String(n)')],
    script: { samples },
  });
  expect(report.results[0]?.verdict).toBe('failed');
  expect(report.results[0]?.reasons[0]?.code).toBe('type-check');
  expect(built).toEqual(['baseline', 'baseline-again']);
  expectValidReport(report);
});

test('a rewrite that cannot be built fails alone; the others go on', async () => {
  const { report } = await scriptedRun({
    strategies: [replacing('workers', 'n + n'), replacing('memoization', 'n + n')],
    script: { samples },
    failBuild: ({ id }) => id === 'workers/only',
  });
  expect(report.results.map(({ verdict }) => verdict)).toEqual(['failed', 'faster', 'declined']);
  expectValidReport(report);
});

test('each rewrite is looked at before anything is measured, and what is offered is compared thoroughly after that', async () => {
  const { report, runner } = await scriptedRun({
    strategies: [replacing('workers', 'n + n'), replacing('memoization', 'n + n'), replacing('typed-arrays', 'n + n')],
    script: { samples: { ...samples, 'typed-arrays/only': [2000, 2001, 2002, 2003] } },
  });
  const kinds = runner.tasks.map(({ kind }) => kind);
  const [first, last] = [kinds.indexOf('sample'), kinds.lastIndexOf('sample')];
  const comparedIn = (tasks: readonly Task[]) =>
    tasks.flatMap((task) => (task.kind === 'compare' ? [task.candidate.id] : [])).sort();
  expect(comparedIn(runner.tasks.slice(0, first))).toEqual(['memoization/only', 'typed-arrays/only', 'workers/only']);
  expect(comparedIn(runner.tasks.slice(first, last))).toEqual([]);
  expect(comparedIn(runner.tasks.slice(last))).toEqual(['memoization/only', 'planted/0', 'workers/only']);
  const looks = report.results.map(({ strategy, equivalence }) => [strategy, equivalence?.firstLook]);
  expect(looks).toContainEqual(['workers', undefined]);
  expect(looks).toContainEqual(['typed-arrays', true]);
  expectValidReport(report);
});

test('a rewrite that only thorough comparing tells from the original gives its place to the next of its strategy', async () => {
  const counterexample = { args: '3', expected: '6', actual: '9' };
  const run = (wrong: readonly string[]) =>
    scriptedRun({
      strategies: [inTwoVariants(replacing('memoization', 'n + n'), 'table')],
      script: {
        samples: { ...samples, 'memoization/only': [100, 101, 102, 103], 'memoization/table': fast },
        compare: (task) =>
          wrong.includes(task.candidate.id) && task.skipArms === undefined
            ? { ...sameOnAll, counterexample }
            : workingVerifier(task),
      },
    });
  const { report } = await run(['memoization/only']);
  expect(report.results[0]).toMatchObject({ variant: 'table', verdict: 'faster' });
  expect(report.results[0]?.equivalence?.firstLook).toBeUndefined();
  const { report: none } = await run(['memoization/only', 'memoization/table']);
  expect(none.results[0]).toMatchObject({ verdict: 'not-equivalent', equivalence: { counterexample } });
  expect(none.summary.bestStrategy).toBeNull();
});

test('the original is built twice and measured under both names', async () => {
  const { built, runner } = await scriptedRun({ strategies: [declining('memoization')], script: { samples } });
  expect(built).toEqual(['baseline', 'baseline-again']);
  expect(new Set(runner.tasks.flatMap((task) => (task.kind === 'sample' ? [task.variant.id] : [])))).toEqual(
    new Set(['baseline', 'baseline-again']),
  );
});

test('identical builds that differ as much as the rewrite does withhold the claim', async () => {
  const { report } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: { samples: { ...samples, 'baseline-again': fast } },
  });
  expect(report.results[0]?.verdict).toBe('withheld');
  expect(report.noise.sameCodeDifference).toBeCloseTo(1, 1);
});

test('a function that changes its arguments gets fresh ones for every call', async () => {
  const { runner } = await scriptedRun({
    strategies: [],
    script: { samples, observe: () => ({ ...returned, mutatesArguments: true }) },
  });
  const sampled = runner.tasks.flatMap((task) => (task.kind === 'sample' ? [task.renewArguments] : []));
  expect(sampled.length).toBeGreaterThan(0);
  expect(sampled.every((renew) => renew)).toBe(true);
});

test('a function whose code writes to its argument gets fresh ones even when no call was seen to change it', async () => {
  const { runner, report } = await scriptedRun({
    source: 'export function double(n: number[]): void {\n  if (n.length > 1000) n.length = 0;\n}\n',
    strategies: [],
    script: { samples },
  });
  const sampled = runner.tasks.flatMap((task) => (task.kind === 'sample' ? [task.renewArguments] : []));
  expect(sampled.length).toBeGreaterThan(0);
  expect(sampled.every((renew) => renew)).toBe(true);
  expect(report.inputs.notes.join(' ')).toContain('every call got fresh ones');
});

test('a case that times out is left out with a note, the smaller ones are measured', async () => {
  const { report } = await scriptedRun({
    strategies: [],
    script: {
      samples,
      observe: ({ caseIndex }) =>
        caseIndex === 0
          ? returned
          : { kind: 'timed-out', message: 'It took longer than 6 s.', nextStep: 'Use smaller sizes.' },
    },
  });
  expect(report.inputs.cases.map(({ label }) => label)).toEqual(['n = 10']);
  expect(report.inputs.notes.join(' ')).toContain('n = 100 was left out: It took longer than 6 s.');
  expectValidReport(report);
});

test('a function that throws on every case is a failure with the error and a next step', async () => {
  const failing = scriptedRun({
    strategies: [],
    script: { samples, observe: () => ({ ...returned, outcome: 'threw', error: 'TypeError: no' }) },
  });
  await expect(failing).rejects.toThrow(SpeedlensFailure);
  await expect(failing).rejects.toThrow(/throws on every case \(TypeError: no\)/);
});

test('a module that throws at load is a failure in its own words', async () => {
  const failing = scriptedRun({
    strategies: [],
    script: {
      describe: () => ({
        kind: 'load-threw',
        message: 'Loading double.ts threw an error.',
        nextStep: 'Mend the module.',
      }),
    },
  });
  await expect(failing).rejects.toThrow(/Loading double\.ts threw/);
});

test('an original that cannot be built is a failure, not a report', async () => {
  await expect(scriptedRun({ strategies: [], failBuild: () => true })).rejects.toThrow(/double could not be built/);
});

test('cancelling stops the run with the reason of the signal', async () => {
  const cancel = new AbortController();
  const reason = new Error('enough');
  const running = scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: { samples },
    signal: cancel.signal,
    onProgress: ({ phase }) => phase === 'measuring' && cancel.abort(reason),
  });
  await expect(running).rejects.toBe(reason);
});

test('progress carries the report so far, and each partial report is valid', async () => {
  const { progress } = await scriptedRun({
    strategies: [declining('typed-arrays'), replacing('memoization', 'n + n')],
    script: { samples },
  });
  expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
    'locating',
    'inputs',
    'observing',
    'proposing',
    'building',
    'verifying',
    'measuring',
    'diagnosing',
    'done',
  ]);
  const partials = progress.flatMap(({ partial }) => partial ?? []);
  expect(partials.length).toBeGreaterThan(3);
  for (const partial of partials) expectValidReport(partial);
  expect(partials.some(({ results }) => results.length === 1)).toBe(true);
});

test('while a strategy is measured, progress tells what its candidate that is ahead gains, until it has a row', async () => {
  const { progress } = await scriptedRun({ strategies: [replacing('memoization', 'n + n')], script: { samples } });
  const told = progress.filter(({ soFar }) => soFar !== undefined);
  expect(told.length).toBeGreaterThan(0);
  for (const { soFar, partial } of told) {
    expect(soFar?.map(({ strategy }) => strategy)).toEqual(['memoization']);
    expect(soFar?.[0]?.ratio).toBeGreaterThan(1);
    expect(partial?.results).toEqual([]);
  }
  expect(told[0]?.soFar?.[0]?.rounds).toBe(1);
  expect(progress.at(-1)?.soFar).toBeUndefined();
});

test('a strategy has no row before there are rounds enough to say something; at the end it is said that they were too few', async () => {
  const slow = { samples, taskMs: (task: Task) => (task.kind === 'sample' ? 3000 : 1) };
  const { report, progress } = await scriptedRun({
    strategies: [declining('typed-arrays'), replacing('memoization', 'n + n')],
    script: slow,
  });
  const rowIn = ({ results }: { readonly results: Report['results'] }) =>
    results.find(({ strategy }) => strategy === 'memoization');
  expect(rowIn(report)?.reasons[0]?.code).toBe('too-few-runs');
  const whileMeasuring = progress.filter(({ phase, round }) => phase === 'measuring' && round !== undefined);
  expect(whileMeasuring.length).toBeGreaterThan(0);
  for (const { partial } of whileMeasuring) expect(partial && rowIn(partial)).toBeUndefined();
});

test('where the time goes is asked for on the largest case, with the arguments renewed when they must be', async () => {
  const { report, runner } = await scriptedRun({
    strategies: [declining('typed-arrays')],
    script: { samples, observe: () => ({ ...returned, mutatesArguments: true }) },
  });
  const asked = runner.tasks.filter((task) => task.kind === 'diagnose');
  const baseline = { variant: { id: 'baseline' }, caseIndex: 1, workload: 'single', renewArguments: true };
  expect(asked).toMatchObject([
    { ...baseline, detail: 'lines' },
    { ...baseline, detail: 'tiers' },
  ]);
  expect(report.whySlow).toMatchObject({ case: 'n = 100', samples: 0, note: expect.stringMatching(/nothing to read/) });
});

test('how far V8 compiled it is asked of the original and of the winner, but not of one that works in threads', async () => {
  const answer = { profiled: true, intervalMs: 0.3, calls: 9, deopts: [] };
  const spot = { line: 0, column: 0, samples: 400 } as const;
  const script: Script = {
    samples,
    diagnose: ({ variant, detail }) =>
      detail === 'lines'
        ? { ...answer, profiled: false, spots: [] }
        : { ...answer, spots: [{ ...spot, tier: variant.id === 'baseline' ? 'turbofan' : 'interpreter' }] },
  };
  const asked = async (more: Partial<Candidate>) => {
    const { report, runner } = await scriptedRun({ strategies: [replacing('memoization', 'n + n', more)], script });
    const tasks = runner.tasks.flatMap((task) => (task.kind === 'diagnose' ? `${task.detail} ${task.variant.id}` : []));
    return { tasks, check: report.integrity.find(({ check }) => check === 'Same tier in both') };
  };
  const alike = await asked({});
  expect(alike.tasks).toEqual(['lines baseline', 'tiers baseline', 'tiers memoization/only']);
  expect(alike.check?.ok).toBe(false);
  const threaded = await asked({ workerEntries: [] });
  expect(threaded.tasks).toEqual(['lines baseline', 'tiers baseline']);
  expect(threaded.check).toBeUndefined();
});

test('a budget too small for profiles goes to the measurement, and a slow function leaves out those of the compilers first', async () => {
  const kinds = async (budgetMs: number, callMs: number) => {
    const { report, runner } = await scriptedRun({
      strategies: [declining('typed-arrays')],
      script: { samples, observe: () => ({ ...returned, firstCallMs: callMs, laterCallMs: callMs }) },
      options: { budgetMs },
    });
    const asked = runner.tasks.flatMap((task) => (task.kind === 'diagnose' ? task.detail : []));
    return { asked, note: report.whySlow?.note };
  };
  expect((await kinds(15_000, 1)).asked).toEqual(['lines', 'tiers']);
  expect((await kinds(15_000, 1500)).asked).toEqual(['lines']);
  expect(await kinds(1000, 1)).toEqual({ asked: [], note: 'A profile would take too much of this budget.' });
});

test('a budget that is spent has no room for profiles, and the report says what took the time', async () => {
  const { report, runner } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: { samples, taskMs: (task) => (task.kind === 'compare' ? 9000 : 100) },
  });
  expect(runner.tasks.filter((task) => task.kind === 'diagnose')).toEqual([]);
  expect(report.inputs.notes.at(-1)).toMatch(
    /^The run took \d+ s instead of 15 s: .* took 9\.\d s, whatever the budget\.$/,
  );
});

test('where little of a budget is left for measuring, all of it goes there, and the budget is kept', async () => {
  const { report, runner } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    options: { budgetMs: 8000 },
    script: { samples, taskMs: ({ kind }) => ({ describe: 4400, sample: 250 })[kind as string] ?? 100 },
  });
  // Three rounds of three processes, and more in the time that profiles would have taken.
  expect(runner.tasks.filter(({ kind }) => kind === 'sample').length).toBeGreaterThan(9);
  expect(report.results[0]?.verdict).toBe('faster');
  expect(report.inputs.notes.filter((note) => note.startsWith('The run took'))).toEqual([]);
});

test('a process that ends while it is asked where the time goes costs the report nothing else', async () => {
  const failure = { kind: 'crashed', message: 'It was ended by SIGSEGV.', nextStep: 'Try again.' } as const;
  const { report } = await scriptedRun({
    strategies: [replacing('memoization', 'n + n')],
    script: { samples, diagnose: () => failure },
  });
  expect(report.whySlow?.note).toBe('It was ended by SIGSEGV.');
  expect(report.results).toHaveLength(1);
  expectValidReport(report);
});
