// Combinations of rewrites that each help: when they are tried, how they are put together, what is said of them.
import { expect, test } from 'vitest';
import { combineCandidates } from '../../src/engine/combine-candidates.ts';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import type { Candidate, Strategy } from '../../src/engine/strategies/strategy.ts';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { webassembly } from '../../src/engine/strategies/webassembly/webassembly.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import { subjectOf } from '../support/check-strategy.ts';
import { expectValidReport } from '../support/report-schema.ts';
import { declining, replacing, sameOnAll, scriptedRun } from '../support/scripted-pipeline.ts';

const slow = [1000, 1001, 1002, 1003];
const fast = [500, 501, 502, 503];
const faster = [200, 201, 202, 203];

/** Adds a function beside the subject that takes many calls at once, as the workers strategy does. */
function beside(id: 'workers'): Strategy {
  return {
    ...replacing(id, ''),
    propose: ({ subject }) => {
      const end = subject.text.length;
      const text = `\nexport function doubleMany(lists: [number][]): number[] {\n  return lists.map((list) => double(...list));\n}\n`;
      const candidate: Candidate = {
        strategy: id,
        variant: 'batch',
        summary: 'Many at once.',
        signature: 'async',
        files: [{ path: subject.file, edits: [{ start: end, end, text }] }],
        dependencies: {},
        workload: 'batch',
        callBinding: 'doubleMany',
        tolerance: 'exact',
        caveats: [],
      };
      return { kind: 'candidates', candidates: [candidate] };
    },
  };
}

const strategies = [beside('workers'), replacing('typed-arrays', 'n + n')];
const samples = {
  baseline: slow,
  'baseline-again': slow,
  'workers/batch': fast,
  'typed-arrays/only': fast,
  'typed-arrays+workers/only+batch': faster,
};

test('two that help are raced together, after the first rounds, and the whole is judged like any rewrite', async () => {
  const { report, built } = await scriptedRun({ strategies, script: { samples } });
  expect(built).toContain('typed-arrays+workers/only+batch');
  expect(report.results.map(({ strategy, verdict }) => [strategy, verdict])).toEqual([
    ['workers', 'faster'],
    ['typed-arrays', 'faster'],
    ['typed-arrays+workers', 'faster'],
  ]);
  const whole = report.results[2];
  expect(whole?.rewrite?.diff).toContain('+  return n + n;');
  expect(whole?.rewrite?.diff).toContain('+export function doubleMany');
  expect(report.summary.bestStrategy).toBe('typed-arrays+workers');
  expect(report.summary.sentence).toMatch(/^typed-arrays \+ workers makes double 4\.9\d*x faster/);
  expectValidReport(report);
});

test('a combination that does no better than one of its parts is never the best', async () => {
  const { report } = await scriptedRun({
    strategies,
    script: { samples: { ...samples, 'typed-arrays+workers/only+batch': fast } },
  });
  expect(report.results[2]?.verdict).toBe('faster');
  expect(report.results[2]?.reasons[0]?.code).toBe('K2');
  expect(report.summary.bestStrategy).not.toBe('typed-arrays+workers');
});

test.each([
  ['K1', 'only workers seems to help', { 'typed-arrays/only': slow }],
  ['K1', 'no strategy by itself', { 'typed-arrays/only': slow, 'workers/batch': slow }],
] as const)('%s: %s', async (code, words, more) => {
  const { report } = await scriptedRun({ strategies, script: { samples: { ...samples, ...more } } });
  const row = report.results.find(({ strategy }) => strategy === 'combinations');
  expect(row?.verdict).toBe('declined');
  expect(row?.reasons[0]?.code).toBe(code);
  expect(row?.reasons[0]?.message).toContain(words);
  expectValidReport(report);
});

test('a combination that differs from the original is not measured, and the row says so', async () => {
  const { report, runner } = await scriptedRun({
    strategies,
    script: {
      samples,
      compare: (task) =>
        task.candidate.id.startsWith('planted/') || task.candidate.id.includes('+')
          ? { ...sameOnAll, counterexample: { args: '1', expected: '2', actual: '3' } }
          : sameOnAll,
    },
  });
  const measured = runner.tasks.flatMap((task) => (task.kind === 'sample' ? [task.variant.id] : []));
  expect(measured.some((id) => id.includes('+'))).toBe(false);
  expect(report.results.at(-1)).toMatchObject({ strategy: 'combinations', reasons: [{ code: 'K4' }] });
});

test('one strategy alone has nothing to be combined with, and no row', async () => {
  const { report } = await scriptedRun({ strategies: [beside('workers')], script: { samples } });
  expect(report.results.map(({ strategy }) => strategy)).toEqual(['workers']);
});

const editDistance = `export function distance(a: string, b: string): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  let current = new Array<number>(b.length + 1).fill(0);
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
    }
    const spare = previous;
    previous = current;
    current = spare;
  }
  return previous[b.length]!;
}
`;

function combined(...pair: readonly [Strategy, Strategy]): { text: string; candidate: Candidate } | undefined {
  const subject = subjectOf(editDistance);
  const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: false };
  const parts = pair.map((strategy) => {
    const proposal = strategy.propose(context);
    if (proposal.kind === 'declined') throw new Error(`${strategy.id}: ${proposal.reasons[0].message}`);
    return proposal.candidates[0];
  });
  const [one, other] = parts;
  if (one === undefined || other === undefined) return undefined;
  const candidate = combineCandidates(one, other, {
    context,
    strategies: pair,
    reopen: (text) => subjectOf(text, 'distance'),
  });
  if (candidate === undefined) return undefined;
  const changes = new Map(
    candidate.files.map((file) => [file.path, file.newText ?? applyEdits(subject.text, file.edits ?? [])]),
  );
  expect(subject.project.diagnosticsAddedBy(changes).filter(({ message }) => !message.includes('piscina'))).toEqual([]);
  return { text: applyEdits(subject.text, candidate.files[0]?.edits ?? []), candidate };
}

test('real strategies go together: typed arrays inside, threads or a cache around', () => {
  const threads = combined(workers, typedArrays);
  expect(threads?.candidate.strategy).toBe('typed-arrays+workers');
  expect(threads?.text).toContain('Array(b.length + 1)');
  expect(threads?.text).toContain('distanceMany');
  const cache = combined(typedArrays, memoization);
  expect(cache?.candidate.strategy).toBe('typed-arrays+memoization');
  expect(cache?.candidate.resetExpression).toBeDefined();
  expect(cache?.text).toContain('distanceCache');
  expect(cache?.text).toMatch(/new (Uint|Int|Float)\d+Array/);
});

test('each thread loads the WebAssembly module for itself', () => {
  const threads = combined(webassembly, workers);
  expect(threads?.candidate.strategy).toBe('webassembly+workers');
  expect(threads?.candidate.files.map(({ path }) => path.replace(/^.*\//, ''))).toEqual([
    'sample.ts',
    'sample.distance.wasm.ts',
    'sample.worker.ts',
  ]);
});

test('threads do parts of the function for typed arrays that stands beside the original', () => {
  const subject = subjectOf(`export function averages(xs: number[], window: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    const from = Math.max(0, i - window + 1);
    let sum = 0;
    for (let j = from; j <= i; j++) sum += xs[j]!;
    out.push(sum / (i - from + 1));
  }
  return out;
}
`);
  const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: false };
  const [inner, outer] = [typedArrays, workers].map((strategy) => {
    const proposal = strategy.propose(context);
    const wanted = strategy === typedArrays ? 'end-to-end' : 'loop-waiting';
    return proposal.kind === 'candidates' ? proposal.candidates.find(({ variant }) => variant === wanted) : undefined;
  });
  if (inner === undefined || outer === undefined) throw new Error('Both were expected to offer something.');
  const reopen = (text: string, name = 'averages') => subjectOf(text, name);
  const both = combineCandidates(outer, inner, { context, strategies: [typedArrays, workers], reopen });
  expect(both).toMatchObject({
    ...{ strategy: 'typed-arrays+workers', variant: 'end-to-end+loop-in-place-waiting', signature: 'typed' },
    ...{ callBinding: 'averagesTyped', typedData: { parameters: ['numbers', null], result: true } },
  });
  const text = applyEdits(subject.text, both?.files[0]?.edits ?? []);
  // The original is what it was; beside it threads fill one array in memory that all see.
  expect(text).toContain(subject.text.trim());
  expect(text).toContain('averagesTypedOnThreads(');
  expect(text).toContain('const sharedOut = sharedFloat64Array(out);');
  const others = both?.files.slice(1).map(({ path, newText }) => [path, newText ?? ''] as const) ?? [];
  expect(subject.project.diagnosticsAddedBy(new Map([[subject.file, text], ...others]))).toEqual([]);
});

test('what does not go together is left alone: a cache below threads, a strategy with itself', () => {
  expect(combined(memoization, workers)).toBeUndefined();
  expect(combined(typedArrays, typedArrays)).toBeUndefined();
});

test('two parts of a function that plain JavaScript changes apart are changed together as well', async () => {
  const subject = subjectOf(`interface Order { customer: string; total: number }
interface Customer { id: string; region: string }
export function revenue(orders: Order[], customers: Customer[]): Record<string, number> {
  return orders.reduce<Record<string, number>>((sums, order) => {
    const customer = customers.find((one) => one.id === order.customer);
    const region = customer ? customer.region : 'unknown';
    return { ...sums, [region]: (sums[region] ?? 0) + order.total };
  }, {});
}
`);
  const context = { subject, effects: analyzeEffects(subject), observed: [], hasSequence: false };
  const proposal = plainJavaScript.propose(context);
  const [one, other] = proposal.kind === 'candidates' ? proposal.candidates : [];
  if (one === undefined || other === undefined) throw new Error('two candidates were expected');
  const tools = { context, strategies: [plainJavaScript], reopen: (text: string) => subjectOf(text, 'revenue') };
  const both = combineCandidates(one, other, tools);
  expect(both).toMatchObject({ strategy: 'plain-javascript', variant: 'map+loop', signature: 'same' });
  const text = applyEdits(subject.text, both?.files[0]?.edits ?? []);
  expect(text).toContain('customersById.get(order.customer)');
  expect(text).toContain('else sums[region] = (sums[region] ?? 0) + order.total;');
  expect(text).not.toMatch(/\.reduce|\.find\(/);
  expect(combineCandidates(one, one, tools)).toBeUndefined();
});

test('and raced together in the row of plain JavaScript, with no word of other strategies', async () => {
  const two: Strategy = {
    ...replacing('plain-javascript', ''),
    propose: (context) => {
      const [a, b] = ['n + n', 'n << 1'].map((text, index) => {
        const variant = index === 0 ? 'first' : 'second';
        return replacing('plain-javascript', text, { variant }).propose(context);
      });
      if (a?.kind !== 'candidates' || b?.kind !== 'candidates') return declining('plain-javascript').propose(context);
      return { kind: 'candidates', candidates: [...a.candidates, ...b.candidates] };
    },
  };
  const { report } = await scriptedRun({
    strategies: [two, replacing('typed-arrays', 'n + n')],
    script: {
      samples: {
        baseline: slow,
        'baseline-again': slow,
        'plain-javascript/first': fast,
        'plain-javascript/second': fast,
        'typed-arrays/only': slow,
      },
    },
  });
  // The second finds nothing left to replace after the first.
  expect(report.results.map(({ strategy, verdict }) => [strategy, verdict])).toEqual([
    ['plain-javascript', 'faster'],
    ['typed-arrays', 'no-difference'],
    ['combinations', 'declined'],
  ]);
  expect(report.results[2]?.reasons[0]?.code).toBe('K1');
});
