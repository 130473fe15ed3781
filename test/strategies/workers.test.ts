import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createVariantBuilder } from '../../src/engine/build/create-variant-builder.ts';
import type { ObserveAnswer } from '../../src/engine/process/protocol.ts';
import { withSizeGuard } from '../../src/engine/size-guard.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import type { Proposal } from '../../src/engine/strategies/strategy.ts';
import { loopSites } from '../../src/engine/strategies/workers/loop-sites.ts';
import { arrayMapSites } from '../../src/engine/strategies/workers/map-sites.ts';
import { shareableArrays } from '../../src/engine/strategies/workers/shared-numbers.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import type { VariantModule } from '../../src/model/variant.ts';
import { type ExecuteRequest, proposeOn, subjectOf, testFixtures } from '../support/check-strategy.ts';
import { type ObservedOutcome, outcomeOf } from '../support/outcomes.ts';
import { editedText } from '../support/propose-on.ts';
import { repository, runInProject } from '../support/user-project.ts';

/** Builds the candidate as a run does, with its worker file, and calls it on a real pool. */
async function executeOnPool({ subject, candidate, cases }: ExecuteRequest): Promise<readonly ObservedOutcome[]> {
  const temporaryRoot = mkdtempSync(join(tmpdir(), 'speedlens-workers-test-'));
  const builder = createVariantBuilder({ temporaryRoot });
  try {
    const inputs = {
      origin: 'declared' as const,
      notes: [],
      // Objects with private fields have to be of the very class that the variant has.
      source: { kind: 'bench-tags' as const, expressions: [classOf(subject)] },
    };
    const built = await builder.build({ id: 'workers', subject, inputs, candidate }, new AbortController().signal);
    if (!built.ok) throw new Error(built.message);
    const variant = (await import(pathToFileURL(built.bundle.entry).href)) as VariantModule;
    const calls = cases.calls?.() ?? [];
    const receiver = cases.receiver?.(variant.inputs.fixed?.[0]?.args?.() as unknown as Record<string, unknown>);
    try {
      return candidate.workload === 'batch'
        ? await batchOutcomes(variant, calls)
        : await singleOutcomes(variant, calls, receiver);
    } finally {
      await variant.dispose?.();
    }
  } finally {
    await builder.dispose();
    rmSync(temporaryRoot, { recursive: true });
  }
}

function classOf({ access }: Subject): string {
  return access.kind === 'class-member' ? `{ ${access.className} }` : '[]';
}

async function singleOutcomes(
  variant: VariantModule,
  calls: readonly (readonly unknown[])[],
  receiver: unknown,
): Promise<ObservedOutcome[]> {
  const outcomes: ObservedOutcome[] = [];
  for (const args of calls) outcomes.push(await outcomeOf(() => variant.call(receiver, args), args));
  return outcomes;
}

/** Each call as a batch of its own, and all at once: the whole must give the same, or throw the first failure. */
async function batchOutcomes(
  variant: VariantModule,
  calls: readonly (readonly unknown[])[],
): Promise<ObservedOutcome[]> {
  const outcomes: ObservedOutcome[] = [];
  for (const args of calls) {
    outcomes.push(await outcomeOf(async () => ((await variant.call(undefined, [args])) as unknown[])[0], args));
  }
  const whole = await outcomeOf(() => variant.call(undefined, calls), calls);
  const failure = outcomes.find(({ kind }) => kind === 'threw');
  const values = outcomes.map((outcome) => (outcome.kind === 'returned' ? outcome.value : undefined));
  expect(whole).toEqual(
    failure === undefined ? { kind: 'returned', value: values, args: calls } : { ...failure, args: calls },
  );
  return outcomes;
}

testFixtures(workers, {
  execute: executeOnPool,
  // With the line that leaves small inputs alone, for which every input is small.
  alsoAs: (candidate, { style }) => {
    const crossing = { size: 1e6, low: 1e6, high: 1e6 };
    const guarded = withSizeGuard(candidate, { measured: 'from', crossing }, [], style.eol);
    if (candidate.sizeGuard !== undefined) expect(guarded).toBeDefined();
    return guarded && { ...candidate, files: guarded.files };
  },
});

function codesOfSites(text: string): string[] {
  return arrayMapSites(subjectOf(text), []).flatMap(({ reasons }) => reasons.map(({ code }) => code));
}

describe('a map cannot be split when', () => {
  it.each([
    [
      'its callback changes the index that it takes',
      'export function f(xs: number[]): number[] { return xs.map((x, i) => x * i++); }',
      ['W5'],
    ],
    [
      'its callback is parseInt, which takes the index as well',
      'export function f(xs: string[]): number[] { return xs.map(parseInt); }',
      ['C1'],
    ],
    [
      'its callback looks at the whole array',
      'export function f(xs: number[]): number[] { return xs.map((x) => x / xs.length); }',
      ['W5'],
    ],
    [
      'it is given a value for this',
      'export function f(xs: number[]): number[] { return xs.map((x) => x + 1, 3); }',
      ['W5'],
    ],
    [
      'its callback carries a value from element to element',
      'export function f(xs: number[]): number[] { let sum = 0; return xs.map((x) => (sum += x)); }',
      ['W1'],
    ],
    [
      'its callback collects into a set',
      'export function f(xs: number[]): boolean[] { const seen = new Set<number>(); return xs.map((x) => { const had = seen.has(x); seen.add(x); return had; }); }',
      ['W1'],
    ],
    [
      'its callback changes the element',
      'export function f(xs: { n: number }[]): number[] { return xs.map((x) => { x.n += 1; return x.n; }); }',
      ['W7'],
    ],
    [
      'its callback uses a local function',
      'export function f(xs: number[], k: number): number[] { const add = (x: number) => x + k; return xs.map((x) => add(x)); }',
      ['W6'],
    ],
    [
      'its callback gives back the element itself',
      'export function f(xs: { n: number }[]): { n: number }[] { return xs.map((x) => x); }',
      ['W7'],
    ],
    [
      'its results are promises',
      'export function f(xs: number[]): Promise<number>[] { return xs.map(async (x) => x); }',
      ['W5', 'W6'],
    ],
    [
      'its forEach looks at the list that it appends to, by another name',
      'export function f(xs: number[]): number[] { const out: number[] = []; const view = out; xs.forEach((x) => { out.push(x + view.length); }); return out; }',
      ['W1'],
    ],
    [
      'its forEach appends to a list that is gone over',
      'export function f(): number[] { const out: number[] = [1]; out.forEach((x) => { out.push(x + 1); }); return out; }',
      ['W1'],
    ],
    [
      'its forEach hands out elements of the caller',
      'export function f(xs: { n: number }[]): { n: number }[] { const out: { n: number }[] = []; xs.forEach((x) => { out.push(x); }); return out; }',
      ['W7'],
    ],
    [
      'what its forEach did before a failure can be seen',
      'export function f(xs: string[]): number[] { const out: number[] = []; try { xs.forEach((x) => { out.push(JSON.parse(x) as number); }); } catch {} return out; }',
      ['W4'],
    ],
    [
      'the rest of its forEach may throw',
      'export function f(xs: string[]): number { let n = 0; xs.forEach((x) => { const s = x.trim(); n += JSON.parse(s) as number; }); return n; }',
      ['W1'],
    ],
    [
      'the rest of its forEach changes what the work on later elements reads',
      'export function f(xs: number[]): number { const seen: number[] = []; const view = seen; xs.forEach((x) => { const n = Math.sqrt(x) + view.length; seen.push(n); }); return seen.length; }',
      ['W1'],
    ],
    [
      'its forEach changes what the module keeps',
      'let n = 0;\nexport function f(xs: number[]): void { xs.forEach((x) => { const s = Math.sqrt(x); n += s; }); }',
      ['W1'],
    ],
    [
      'its reduce keeps elements of the caller',
      'export function f(xs: { k: string }[]) { return xs.reduce((found: Record<string, { k: string }>, x) => { const k = x.k.trim(); found[k] = x; return found; }, {}); }',
      ['W1'],
    ],
    [
      'its reduce starts from what the caller has',
      'export function f(xs: string[], found: Record<string, number>) { return xs.reduce((all, x) => { const k = x.trim(); all[k] = 1; return all; }, { ...found }); }',
      ['W1'],
    ],
  ])('%s', (_, text, codes) => {
    expect(codesOfSites(text)).toEqual(codes);
  });

  it('while the plain twin of all these can', () => {
    expect(
      codesOfSites('export function f(xs: number[], k: number): number[] { return xs.map((x) => x * k); }'),
    ).toEqual([]);
    expect(
      arrayMapSites(
        subjectOf('export function f(xs: number[], k: number): number[] { return xs.map((x) => x * k); }'),
        [],
      ),
    ).toHaveLength(1);
  });
});

describe('parts count in tables of their own', () => {
  const deliveryOf = (table: string, step: string): string => {
    const text = `export function f(rows: number[][]) { const table${table}; for (const row of rows) { for (const x of row) { ${step} } } return table; }`;
    return loopSites(subjectOf(text))
      .map((answer) => (answer.kind === 'site' ? answer.site.delivery.kind : 'declined'))
      .join();
  };

  it.each([
    [' = new Map<number, number>()', 'table.set(x, (table.get(x) ?? 0) + 1);', 'own'],
    [': Record<string, number> = {}', 'table[x] = (table[x] || 0) + 2;', 'own'],
    [' = new Int32Array(9)', 'table[x]++;', 'own'],
    // Sums of these depend on their order.
    [' = new Map<number, number>()', 'table.set(x, (table.get(x) ?? 0) + x);', 'declined'],
    [' = new Map<number, number>()', 'table.set(x, (table.get(x) ?? 1) + 1);', 'declined'],
    [' = new Float32Array(9)', 'table[x]++;', 'declined'],
    [' = new Uint8ClampedArray(9)', 'table[x]++;', 'declined'],
    // What stands outside of the array would be made there.
    [': number[] = new Array(9).fill(0)', 'table[x]++;', 'declined'],
    // The iterations look at what was counted.
    [' = new Map<number, number>()', 'if (table.size < 3) table.set(x, (table.get(x) ?? 0) + 1);', 'declined'],
    [' = new Map<number, number>()', 'table.set(x, (table.get(x + 1) ?? 0) + 1);', 'declined'],
    [' = new Map<number, number>([[1, 1]])', 'table.set(x, (table.get(x) ?? 0) + 1);', 'declined'],
  ])('const table%s; %s (%s)', (table, step, expected) => {
    expect(deliveryOf(table, step)).toBe(expected);
  });
});

describe('an array goes to threads in shared memory', () => {
  const shareable = (body: string, type = 'number[]'): readonly string[] => {
    const subject = subjectOf(
      `function g(x: number): number { let s = x; for (let k = 0; k < 9; k++) s = Math.sin(s); return s; }
function first(xs: readonly number[]): number { return xs[0] ?? 0; }
export function f(xs: ${type}): number[] { const out: number[] = []; for (let i = 0; i < 99; i++) { ${body} } return out; }`,
      'f',
    );
    return loopSites(subject).flatMap((answer) =>
      answer.kind === 'site' ? shareableArrays(answer.site, subject).map(({ name }) => name) : [],
    );
  };

  it.each([
    ['read by a place', 'out.push(g(xs[i]!));'],
    ['asked for its length', 'out.push(g(xs[0]!) + xs.length);'],
    ['gone over', 'let s = 0; for (const x of xs) s += g(x); out.push(s);'],
  ])('when it is only %s', (_, body) => {
    expect(shareable(body)).toEqual(['xs']);
  });

  it.each([
    ['a function gets it', 'out.push(g(first(xs)));', 'number[]'],
    ['one of its methods is called', 'out.push(g(xs.indexOf(i)));', 'number[]'],
    ['it may hold something else', 'out.push(g(Number(xs[i])));', '(number | string)[]'],
    ['its places are not numbers', "out.push(g(xs['at' as unknown as number]!)); xs.at(0);", 'number[]'],
  ])('but not when %s', (_, body, type) => {
    expect(shareable(body, type)).toEqual([]);
  });
});

const helper = 'function g(x: number): number { let s = x; for (let k = 0; k < 9; k++) s = Math.sin(s); return s; }\n';

function codesOfLoops(text: string): string[] {
  return loopSites(subjectOf(helper + text, 'f')).flatMap((answer) =>
    answer.kind === 'site' ? ['site'] : answer.reasons.map(({ code }) => code),
  );
}

describe('a loop cannot be split when', () => {
  it.each([
    [
      'an iteration needs the result of the one before',
      'export function f(xs: number[]) { let s = 0; for (let i = 0; i < xs.length; i++) s = g(s + xs[i]); return s; }',
      ['W1'],
    ],
    [
      'an iteration looks at what was collected',
      'export function f(xs: number[]) { const out: number[] = []; for (const x of xs) out.push(g(x + out.length)); return out; }',
      ['W1'],
    ],
    [
      'the value that is collected is stored on the way as well',
      'export function f(xs: number[]) { const a = [1]; const out: number[] = []; for (let i = 0; i < xs.length; i++) out.push((a[i + 1] = g(a[i]))); return out; }',
      ['W1'],
    ],
    [
      'it reads through a view of what it writes to',
      'export function f(n: number) { const out = new Float64Array(n); const view = out.subarray(0); for (let i = 1; i < n; i++) out[i] = g(view[i - 1]!); return out; }',
      ['W3'],
    ],
    [
      'it reads through another view of the same memory',
      'export function f(n: number) { const out = new Float64Array(n); const view = new Float64Array(out.buffer); for (let i = 1; i < n; i++) out[i] = g(view[i - 1]!); return out; }',
      ['W3'],
    ],
    [
      'it reads what filling the array gave back',
      'export function f(n: number) { const out: number[] = new Array(n); const view = out.fill(0); for (let i = 1; i < n; i++) out[i] = g(view[i - 1]!); return out; }',
      ['W3'],
    ],
    [
      'a record holds what it writes to',
      'export function f(n: number) { const out: number[] = []; const all = { out }; const view = all.out; for (let i = 1; i < n; i++) out[i] = g(view[i - 1] ?? 0); return out; }',
      ['W3'],
    ],
    [
      'it returns at the first that fits',
      'export function f(xs: number[]) { const out: number[] = []; for (const x of xs) { if (x < 0) return out; out.push(g(x)); } return out; }',
      ['W4'],
    ],
    [
      'a failure in it is caught around it',
      'export function f(xs: number[]) { const out: number[] = []; try { for (const x of xs) out.push(g(x)); } catch { return out; } return out; }',
      ['W4'],
    ],
    [
      'it goes over what it appends to',
      'export function f(xs: number[]) { const out = [1]; for (const x of out) if (x < 9) out.push(g(x)); return out; }',
      ['W2'],
    ],
    [
      'another name holds what it appends to',
      'export function f(xs: number[]) { const out: number[] = []; const same = out; for (const x of xs) out.push(g(x) + same.length); return out; }',
      ['W3'],
    ],
    [
      'it hands out an object of the caller',
      'export function f(xs: { n: number }[]) { const out: { n: number }[] = []; for (const x of xs) { if (g(x.n) < 0) continue; out.push(x); } return out; }',
      ['W7'],
    ],
    [
      'it uses a local function',
      'export function f(xs: number[], k: number) { const h = (x: number) => g(x) + k; const out: number[] = []; for (const x of xs) out.push(h(x)); return out; }',
      ['W6'],
    ],
    [
      'it has a label',
      'export function f(xs: number[][]) { const out: number[] = []; outer: for (const x of xs) { for (const y of x) if (y < 0) continue outer; out.push(g(x.length)); } return out; }',
      ['W4'],
    ],
    [
      'an iteration hardly computes anything',
      'export function f(xs: number[]) { const out: number[] = []; for (const x of xs) out.push(x * 2); return out; }',
      ['W9'],
    ],
    [
      'it counts downwards',
      'export function f(xs: number[]) { const out: number[] = []; for (let i = xs.length - 1; i >= 0; i--) out.push(g(xs[i])); return out; }',
      ['W2'],
    ],
    [
      'it takes values from an iterator',
      'export function f(xs: number[]) { const it = xs.values(); const out: number[] = []; for (let i = 0; i < 9; i++) { for (const x of it) { out.push(g(x)); break; } } return out; }',
      ['W3'],
    ],
    [
      'the place of a value depends on what was computed',
      'export function f(xs: number[]) { const out = new Float64Array(9); for (let i = 0; i < xs.length; i++) { const at = g(xs[i]) | 0; out[at] = g(i); } return out; }',
      ['W2'],
    ],
  ])('%s', (_, text, codes) => {
    expect(codesOfLoops(text)).toEqual(codes);
  });

  it('while one whose work needs nothing of the iterations before can, even where what is done with it does', () => {
    for (const text of [
      'export function f(xs: number[]) { let s = 0; for (let i = 0; i < xs.length; i++) s = s * 2 + g(xs[i]); return s; }',
      'export function f(xs: number[]) { const out: number[] = []; for (const x of xs) out.push(g(x) + out.length); return out; }',
      'export function f(xs: { n: number }[]) { const out: { n: number }[] = []; for (const x of xs) if (g(x.n) > 0) out.push(x); return out; }',
      'export function f(xs: number[]) { const m = new Map<number, number[]>(); for (const x of xs) { const k = g(x); let group = m.get(k); if (!group) { group = []; m.set(k, group); } group.push(x); } return m; }',
      'export function f(xs: number[]) { const a = [1]; for (let i = 0; i < xs.length; i++) { const y = g(xs[i]); a[i + 1] = a[i] + y; } return a; }',
    ])
      expect(codesOfLoops(text)).toEqual(['site']);
  });

  it.each([
    [
      'the rest of an iteration changes what its work reads',
      'export function f(xs: number[]) { const a = [1]; for (let i = 0; i < xs.length; i++) { const y = g(a[i]); a[i + 1] = y; a[i] = 0; } return a; }',
    ],
    [
      'the rest may throw, as the work of a later iteration may',
      'export function f(xs: number[]) { let s = 0; let t = 0; for (const x of xs) { const y = g(x); s += y; t += s.toString(99).length; } return s + t; }',
    ],
    [
      'the rest calls code of the user',
      'export function f(xs: number[]) { let s = 0; let t = 0; for (const x of xs) { const y = g(x); s += y; t = g(t + y); } return s + t; }',
    ],
    [
      'the work is skipped, depending on what came before',
      'export function f(xs: number[]) { let s = 0; for (const x of xs) { s += s > 9 ? 1 : g(x); } return s; }',
    ],
    [
      'iterations end early',
      'export function f(xs: number[]) { let s = 0; let t = 0; for (const x of xs) { const y = g(x); if (y > 9) continue; s += y; t -= y; } return s + t; }',
    ],
    [
      'the rest changes a variable of the work',
      'export function f(xs: number[]) { let s = 0; let t = 0; for (const x of xs) { let y = g(x); y += s; s += y; t -= y; } return s + t; }',
    ],
    [
      'the rest needs an object of the work',
      'export function f(xs: number[]) { let s = 0; let t = 0; for (const x of xs) { const y = { n: g(x) }; s += y.n; t -= y.n; } return s + t; }',
    ],
    [
      'the rest adds an object up',
      'export function f(xs: number[], o: { valueOf(): number }) { let s = 0; let t = 0; for (const x of xs) { const y = g(x); s += y + (o as any); t -= y; } return s + t; }',
    ],
    [
      'a group is an array of the caller',
      'export function f(xs: number[][]) { const m = new Map<number, number[]>(); for (const x of xs) { let k = 0; for (const v of x) k += v; const group = m.get(k); if (group) group.push(k); else m.set(k, x); } return m; }',
    ],
    [
      'a group becomes an array of the caller later on',
      'export function f(xs: number[][]) { const m = new Map<number, number[]>(); for (const x of xs) { let k = 0; for (const v of x) k += v; let group = m.get(k); if (!group) { group = x; m.set(k, group); } group.push(k); } return m; }',
    ],
    [
      'a group held an array of the caller before',
      'export function f(xs: number[][]) { const m = new Map<number, number[]>(); m.set(0, xs[0]!); for (const x of xs) { let k = 0; for (const v of x) k += v; const group = m.get(k); if (group) group.push(k); else m.set(k, [k]); } return m; }',
    ],
    [
      'what a group holds is changed as well',
      'export function f(xs: number[][]) { const m = new Map<number, number[][]>(); for (const x of xs) { let k = 0; for (const v of x) k += v; const group = m.get(k); if (group) { group.push(x); group[0]![0] = k; } else m.set(k, [x]); } return m; }',
    ],
  ])('not when %s', (_, text) => {
    expect(codesOfLoops(text)).not.toContain('site');
  });

  it('while the plain twin of all these can', () => {
    expect(
      codesOfLoops(
        'export function f(xs: number[]) { const out: number[] = []; for (const x of xs) out.push(g(x)); return out; }',
      ),
    ).toEqual(['site']);
  });
});

describe('what was observed', () => {
  const text = 'export function add(a: number, b: number): number { return a + b; }';
  const number = { kind: 'number' as const, cloneable: true };
  const observedWith = (laterCallMs: number): ObserveAnswer => ({
    outcome: 'returned',
    firstCallMs: laterCallMs,
    laterCallMs,
    argumentsMs: 0,
    returnsPromise: false,
    mutatesArguments: false,
    deterministic: true,
    arguments: [number, number],
    result: number,
  });
  const proposalFor = (...observed: ObserveAnswer[]): Proposal => {
    const subject = subjectOf(text);
    return workers.propose({ subject, effects: analyzeEffects(subject), observed, hasSequence: false });
  };

  it('declines calls that take less time than the copy of their arguments, with both numbers', () => {
    const proposal = proposalFor(observedWith(0.00002));
    expect(proposal).toMatchObject({ kind: 'declined', reasons: [{ code: 'W9' }] });
    if (proposal.kind === 'declined')
      expect(proposal.reasons[0].message).toMatch(/takes about 20 ns, .* takes about 750 ns\.$/);
  });

  it('lets the case that stands the best chance decide', () => {
    expect(proposalFor(observedWith(0.00002), observedWith(0.5)).kind).toBe('candidates');
  });

  it('refutes a type that claims plain data', () => {
    const refuted = { ...observedWith(1), arguments: [{ ...number, cloneable: false }, number] };
    expect(proposalFor(refuted)).toMatchObject({ kind: 'declined', reasons: [{ code: 'W6' }] });
  });
});

it.each([
  ['getHours', true],
  ['getUTCHours', false],
])('the time zone that threads start with is told: %s', (reader, isTold) => {
  const subject = subjectOf(`export function hours(times: number[]): number[] {
  return times.map((time) => {
    let n = 0;
    for (let i = 0; i < 1000; i++) n += new Date(time + i).${reader}();
    return n;
  });
}
`);
  const proposal = proposeOn(workers, subject);
  const codes = proposal.kind === 'candidates' ? proposal.candidates.map(({ caveats }) => caveats.at(-1)?.code) : [];
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.every((code) => (code === 'W11') === isTold)).toBe(true);
});

it('the callers that would have to wait are named with their lines', () => {
  const subject = subjectOf(
    'export function f(n: number): number { return n + 1; }\nexport const g = () =>\n  f(1) + f(2);',
    'f',
  );
  const proposal = proposeOn(workers, subject);
  expect(proposal.kind === 'candidates' && proposal.candidates[0].caveats[0]?.message).toContain(
    'its callers (sample.ts:3, sample.ts:3)',
  );
});

it.each([
  ['every one waits', 'await f(xs)', 'await fParallel(xs)', 'sample.ts:7 waited already and calls fParallel now.'],
  ['one of them does not wait', 'f(xs)', 'f(xs)', 'its callers (sample.ts:6, sample.ts:7) must await it'],
])('the calls of the file follow where %s', (_, call, called, message) => {
  const text = `export function f(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) { let s = x; for (let k = 0; k < 99; k++) s = Math.sin(s); out.push(s); }
  return out;
}
${call === 'f(xs)' ? 'export const now = (xs: number[]) => f(xs);' : ''}
export async function g(xs: number[]) { return (await f(xs)).length; }`;
  const subject = subjectOf(text, 'f');
  const proposal = proposeOn(workers, subject);
  const candidates = proposal.kind === 'candidates' ? proposal.candidates : [];
  const first = candidates.find(({ signature }) => signature === 'async');
  if (first === undefined) throw new Error('The loop is split.');
  expect(first.caveats.at(-1)?.message).toContain(message);
  expect(editedText(subject, first)).toContain(called === 'f(xs)' ? '(await f(xs)).length' : `(${called}).length`);
});

const typeScriptSource = `import { weigh } from './weigh.js';

export interface Parcel {
  kilos: number[];
}

export function weights(parcels: Parcel[], factor: number): number[] {
  return parcels.map((parcel) => weigh(parcel.kilos) * factor);
}
`;
const weighSource =
  'export function weigh(kilos: number[]): number {\n  let sum = 0;\n  for (const kilo of kilos) sum += kilo;\n  return sum;\n}\n';
const callsOfBoth = (name: string) => `${name}([{ kilos: [1, 2] }, { kilos: [3] }], 2)`;
const strict = { strict: true, target: 'es2022', outDir: 'dist', rootDir: 'src', types: ['node'], skipLibCheck: true };

describe("the rewrite runs in the user's own project, and the program ends by itself", () => {
  const plain = 'function square(n) {\n  return n * n;\n}\n';
  const typed = `/** @param {number} n */\n${plain}`;

  it('plain JavaScript as ES modules', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'square.js': `${typed.replace('function', 'export function')}`,
      'main.js': `import { squareMany } from './square.js';\nconsole.log(await squareMany([[2], [3], [4]]));\n`,
    };
    expect(await runInProject({ files, subject: 'square.js', select: 'square', main: 'main.js' }, 'call-batch')).toBe(
      '[ 4, 9, 16 ]\n',
    );
  });

  it('plain JavaScript as CommonJS', async () => {
    const files = {
      'package.json': '{}',
      'square.js': `${typed}\nmodule.exports = { square };\n`,
      'main.js': `const { squareMany } = require('./square.js');\nsquareMany([[2], [3], [4]]).then(console.log);\n`,
    };
    expect(await runInProject({ files, subject: 'square.js', select: 'square', main: 'main.js' }, 'call-batch')).toBe(
      '[ 4, 9, 16 ]\n',
    );
  });

  it('TypeScript compiled to ES modules by tsc', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, module: 'nodenext' }, include: ['src'] }),
      'src/weights.ts': typeScriptSource,
      'src/weigh.ts': weighSource,
      'src/main.ts': `import { weights } from './weights.js';\nconsole.log(${callsOfBoth('weights')});\nconst { weightsParallel } = (await import('./weights.js')) as any;\nconsole.log(await ${callsOfBoth('weightsParallel')});\n`,
    };
    const output = await runInProject(
      { files, subject: 'src/weights.ts', select: 'weights', compile: true, main: 'dist/main.js' },
      'array-map',
    );
    expect(output).toBe('[ 6, 6 ]\n[ 6, 6 ]\n');
  });

  it('TypeScript compiled to CommonJS by tsc', async () => {
    const files = {
      'package.json': '{}',
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, module: 'node16' }, include: ['src'] }),
      'src/weights.ts': typeScriptSource.replace('./weigh.js', './weigh'),
      'src/weigh.ts': weighSource,
      'src/main.ts': `import * as api from './weights';\n(api as any).${callsOfBoth('weightsParallel')}.then(console.log);\n`,
    };
    const output = await runInProject(
      { files, subject: 'src/weights.ts', select: 'weights', compile: true, main: 'dist/main.js' },
      'array-map',
    );
    expect(output).toBe('[ 6, 6 ]\n');
  });

  it('TypeScript whose import paths are rewritten by tsc', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: { ...strict, module: 'nodenext', rewriteRelativeImportExtensions: true },
        include: ['src'],
      }),
      'src/weights.ts': typeScriptSource.replace('./weigh.js', './weigh.ts'),
      'src/weigh.ts': weighSource,
      'src/main.ts': `const { weightsParallel } = (await import('./weights.ts')) as any;\nconsole.log(await ${callsOfBoth('weightsParallel')});\n`,
    };
    const output = await runInProject(
      { files, subject: 'src/weights.ts', select: 'weights', compile: true, main: 'dist/main.js' },
      'array-map',
    );
    expect(output).toBe('[ 6, 6 ]\n');
  });

  const loopSource = `function settle(x: number): number {
  let value = x;
  for (let round = 0; round < 20; round++) value = Math.sqrt(value + 1);
  return Math.round(value * 1000);
}

export function settleAll(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) out.push(settle(x));
  return out;
}
`;
  const loopFiles = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        module: 'preserve',
        noEmit: true,
        types: ['node'],
        skipLibCheck: true,
      },
      include: ['src'],
    }),
    'src/settle.ts': loopSource,
    'src/main.ts': `import * as api from './settle';\nconst settled = await (api as any).settleAllParallel([1, 2, 3]);\nconsole.log(settled.join() === api.settleAll([1, 2, 3]).join(), settled.length);\n`,
  };
  const loopProject = { files: loopFiles, subject: 'src/settle.ts', select: 'settleAll' };
  const bundled = ['src/main.ts', 'src/settle.worker.ts'];
  const esbuildScript = `import { buildSync } from ${JSON.stringify(pathToFileURL(join(repository, 'node_modules/esbuild/lib/main.js')).href)};
  buildSync({ entryPoints: ${JSON.stringify(bundled)}, bundle: true, platform: 'node', format: 'esm', packages: 'external', outdir: 'dist' });\n`;
  const viteConfig = {
    root: '.',
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: 'dist',
      rollupOptions: {
        input: { main: 'src/main.ts', 'settle.worker': 'src/settle.worker.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        preserveEntrySignatures: 'strict',
        external: ['piscina'],
      },
    },
  };
  const viteScript = `import { build } from ${JSON.stringify(pathToFileURL(join(repository, 'node_modules/vite/dist/node/index.js')).href)};
  await build(${JSON.stringify(viteConfig)});\n`;

  const waitingMain = `import { settleAll } from './settle';
const xs = Array.from({ length: 64 }, (_, i) => i);
const expected = xs.map((x) => {
  let value = x;
  for (let round = 0; round < 20; round++) value = Math.sqrt(value + 1);
  return Math.round(value * 1000);
});
const isRight = () => settleAll(xs).join() === expected.join();
const first = isRight();
setTimeout(() => console.log(first, Array.from({ length: 50 }, isRight).every(Boolean)), 300);
`;
  const waitingOutput = 'true true\n';
  const waitingFiles = { ...loopFiles, 'src/main.ts': waitingMain };
  const waitingProject = { ...loopProject, files: waitingFiles };
  const plainLoopSource = `/** @param {number} x @returns {number} */
function settle(x) {
  let value = x;
  for (let round = 0; round < 20; round++) value = Math.sqrt(value + 1);
  return Math.round(value * 1000);
}

/** @param {number[]} xs @returns {number[]} */
function settleAll(xs) {
  const out = [];
  for (const x of xs) out.push(settle(x));
  return out;
}
`;

  it('TypeScript whose imports name compiled files, run by tsx', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, module: 'nodenext' }, include: ['src'] }),
      'src/weights.ts': typeScriptSource,
      'src/weigh.ts': weighSource,
      'src/main.ts': `const { weightsParallel } = (await import('./weights.js')) as any;\nconsole.log(await ${callsOfBoth('weightsParallel')});\n`,
    };
    const output = await runInProject(
      {
        files,
        subject: 'src/weights.ts',
        select: 'weights',
        packages: ['tsx'],
        nodeArguments: ['--import', 'tsx'],
        main: 'src/main.ts',
      },
      'array-map',
    );
    expect(output).toBe('[ 6, 6 ]\n');
  });

  it('TypeScript run by tsx', async () => {
    const output = await runInProject(
      { ...loopProject, packages: ['tsx'], nodeArguments: ['--import', 'tsx'], main: 'src/main.ts' },
      'loop',
    );
    expect(output).toBe('true 3\n');
  });

  it('TypeScript run by tsx, whose function waits for its threads', async () => {
    const output = await runInProject(
      { ...waitingProject, packages: ['tsx'], nodeArguments: ['--import', 'tsx'], main: 'src/main.ts' },
      'loop-waiting',
    );
    expect(output).toBe(waitingOutput);
  });

  it('TypeScript compiled to CommonJS by tsc, whose function waits for its threads', async () => {
    const files = {
      ...waitingFiles,
      'package.json': '{}',
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, module: 'node16' }, include: ['src'] }),
    };
    const output = await runInProject(
      { ...waitingProject, files, compile: true, main: 'dist/main.js' },
      'loop-waiting',
    );
    expect(output).toBe(waitingOutput);
  });

  it('TypeScript compiled to ES modules by tsc, whose function waits for its threads', async () => {
    const files = {
      ...waitingFiles,
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...strict, module: 'nodenext' }, include: ['src'] }),
      'src/main.ts': waitingMain.replace('./settle', './settle.js'),
    };
    const output = await runInProject(
      { ...waitingProject, files, compile: true, main: 'dist/main.js' },
      'loop-waiting',
    );
    expect(output).toBe(waitingOutput);
  });

  it('plain JavaScript as CommonJS, whose function waits for its threads', async () => {
    const files = {
      'package.json': '{}',
      'settle.js': `${plainLoopSource}\nmodule.exports = { settleAll };\n`,
      'main.js': waitingMain.replace(
        "import { settleAll } from './settle'",
        "const { settleAll } = require('./settle.js')",
      ),
    };
    const output = await runInProject(
      { files, subject: 'settle.js', select: 'settleAll', main: 'main.js' },
      'loop-waiting',
    );
    expect(output).toBe(waitingOutput);
  });

  it.each(['esbuild', 'vite'])('TypeScript bundled by %s, whose function waits for its threads', async (bundler) => {
    const files = { ...waitingFiles, 'build.mjs': bundler === 'vite' ? viteScript : esbuildScript };
    const output = await runInProject(
      { ...waitingProject, files, buildScript: 'build.mjs', main: 'dist/main.js' },
      'loop-waiting',
    );
    expect(output).toBe(waitingOutput);
  });

  it('TypeScript bundled by esbuild, with the worker file as an entry of its own', async () => {
    const output = await runInProject(
      {
        ...loopProject,
        files: { ...loopFiles, 'build.mjs': esbuildScript },
        buildScript: 'build.mjs',
        main: 'dist/main.js',
      },
      'loop',
    );
    expect(output).toBe('true 3\n');
  });

  it('TypeScript bundled by Vite for Node, with the worker file as an entry of its own', async () => {
    const output = await runInProject(
      {
        ...loopProject,
        files: { ...loopFiles, 'build.mjs': viteScript },
        buildScript: 'build.mjs',
        main: 'dist/main.js',
      },
      'loop',
    );
    expect(output).toBe('true 3\n');
  });
});
