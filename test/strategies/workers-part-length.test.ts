import { describe, expect, it } from 'vitest';
import { partsAt } from '../../src/engine/judge/shared-out-crossing.ts';
import { withPartsInTurn } from '../../src/engine/parts-in-turn.ts';
import type { ObserveAnswer } from '../../src/engine/process/protocol.ts';
import { fewestPieces, partLengthOf, takenPartLength } from '../../src/engine/strategies/workers/part-length.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import { proposeOn, subjectOf } from '../support/check-strategy.ts';

const names = {
  count: 'xs.length',
  pieces: 'elements',
  threads: 'cores()',
  partLength: 'part',
  partsPerThread: 'each',
};

function observed(laterCallMs: number, more: Partial<ObserveAnswer> = {}): ObserveAnswer {
  return { outcome: 'returned', laterCallMs, ...more } as ObserveAnswer;
}

describe('how long a part is', () => {
  it('four for each thread, where nothing else is known or one piece takes long enough', () => {
    for (const fewest of [undefined, 1, 0.2])
      expect(partLengthOf({ ...names, fewest }).lines.at(-1)).toBe(
        '  const part = Math.ceil(xs.length / (4 * cores()));',
      );
  });

  it('one for each thread, where four would each be shorter than a hand-over is worth', () => {
    expect(partLengthOf({ ...names, fewest: 500 }).lines).toEqual([
      '  // Several parts per thread, so that one slow part does not keep all the others waiting, where each has 500 elements: that took about 1 ms.',
      '  const each = xs.length < 2_000 * cores() ? 1 : 4;',
      '  const part = Math.ceil(xs.length / (each * cores()));',
    ]);
  });

  it('one at least, where the count may be a fraction next to 0, of which a share is none', () => {
    const given = { ...names, count: 'n', mayBeTiny: true, fewest: undefined };
    for (const { written } of [partLengthOf(given), takenPartLength(given)]) {
      expect(written).toBe('Math.max(1, Math.ceil(n / (4 * cores())))');
      const lengthOf = new Function('n', 'cores', `return ${written};`);
      expect(lengthOf(Number.MIN_VALUE, () => 2)).toBe(1);
    }
    const { written } = takenPartLength({ ...given, fewest: 100 });
    expect(new Function('n', 'cores', `return ${written};`)(Number.MIN_VALUE, () => 2)).toBeGreaterThan(0);
  });

  it('where the caller takes parts as well, as many as the judge of sizes counts with', () => {
    for (const threads of [2, 4, 16]) {
      for (const fewest of [10, 200, 3000]) {
        const { written, taken } = takenPartLength({ ...names, count: 'count', threads: 'threads', fewest });
        if (taken === undefined) throw new Error('Few pieces are one part.');
        const lengthOf = new Function('count', 'threads', `return ${written.replaceAll('_', '')};`);
        const counted = { ...taken, threads };
        expect(partsAt(taken.undivided, counted)).toBe(1);
        for (let count = 1; count < 9000; count += 7)
          expect(partsAt(count, counted)).toBe(Math.ceil(count / (lengthOf(count, threads) as number)));
      }
    }
  });

  it('the pieces of a millisecond come from the longest call observed', () => {
    const lengths = [10, 1000, 100];
    const calls = [observed(1), observed(20), observed(2)];
    expect(fewestPieces(calls, (answer) => lengths[calls.indexOf(answer)])).toBe(50);
    expect(fewestPieces([observed(3)], () => 1000)).toBe(300);
    expect(fewestPieces([observed(0)], () => 10)).toBeUndefined();
    expect(fewestPieces([observed(5, { outcome: 'threw' })], () => 10)).toBeUndefined();
    expect(fewestPieces([observed(5)], () => undefined)).toBeUndefined();
  });
});

const text = `export function f(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) { let s = x; for (let k = 0; k < 99; k++) s = Math.sin(s); out.push(s); }
  return out;
}`;

describe('the number of parts', () => {
  it('is named by every rewrite as its file has it', () => {
    const proposal = proposeOn(workers, subjectOf(text, 'f'));
    const candidates = proposal.kind === 'candidates' ? proposal.candidates : [];
    expect(candidates.length).toBeGreaterThan(2);
    for (const candidate of candidates) {
      const compared = withPartsInTurn(candidate)?.files[0]?.edits ?? [];
      expect(compared.map(({ text: one }) => one).join('')).toContain('__speedlensTurn');
    }
  });

  it('cannot be named wrongly', () => {
    const proposal = proposeOn(workers, subjectOf(text, 'f'));
    const [candidate] = proposal.kind === 'candidates' ? proposal.candidates : [];
    const parts = candidate?.parts;
    if (candidate === undefined || parts === undefined) throw new Error('The loop is split.');
    expect(() => withPartsInTurn({ ...candidate, parts: { ...parts, written: 'elsewhere' } })).toThrow('elsewhere');
    const { parts: _parts, ...whole } = candidate;
    expect(withPartsInTurn(whole)).toBeUndefined();
  });
});
