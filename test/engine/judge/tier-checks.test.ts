import { describe, expect, it } from 'vitest';
import type { CodeTiers, Tier } from '../../../src/engine/diagnose/code-tiers.ts';
import { tierChecks } from '../../../src/engine/judge/tier-checks.ts';

function tiers(shares: Partial<Record<Tier, number>>, more: Partial<CodeTiers> = {}): CodeTiers {
  return {
    samples: 300,
    shares: { interpreter: 0, baseline: 0, maglev: 0, turbofan: 0, ...shares },
    calls: 500,
    deopts: [],
    ...more,
  };
}

function rows(original: CodeTiers, winner?: CodeTiers) {
  const checks = tierChecks(
    { name: 'the original', tiers: original },
    winner === undefined ? undefined : { name: 'the fastest rewrite', tiers: winner },
  );
  return Object.fromEntries(checks.map(({ check, ...row }) => [check, row]));
}

const deopt = (whileWarm: number) => ({
  line: 7,
  column: 3,
  text: 'sum += x;',
  reason: 'wrong map',
  sentence: 'An object had another shape.',
  duringWarmUp: 0,
  whileWarm,
});

const compiled = tiers({ turbofan: 0.9, interpreter: 0.1 });

describe('the tier of original and winner', () => {
  it('is the same when both ran in optimised code, whichever compiler made it', () => {
    expect(rows(compiled, tiers({ maglev: 0.8, turbofan: 0.15, baseline: 0.05 }))['Same tier in both']).toEqual({
      ok: true,
      detail:
        'Once warm, the original ran in optimised code for 90 % of the time, the fastest rewrite ran in optimised code for 95 % of the time (80 % by Maglev).',
    });
  });

  it('is not the same when one of them was mostly interpreted', () => {
    const row = rows(compiled, tiers({ baseline: 0.7, turbofan: 0.3 }))['Same tier in both'];
    expect(row?.ok).toBe(false);
    expect(row?.detail).toContain('how far V8 had compiled each');
  });

  it('is not told of one alone, nor of too few samples', () => {
    expect(rows(compiled)).not.toHaveProperty('Same tier in both');
    expect(rows(compiled, tiers({ interpreter: 1 }, { samples: 20 }))).not.toHaveProperty('Same tier in both');
    expect(rows(tiers({ interpreter: 1 }, { samples: 20 }))).toEqual({});
  });
});

describe('a deopt loop', () => {
  it('is none when no code was thrown away while warm, or only now and then', () => {
    expect(rows(compiled, compiled)['No deopt loop']).toEqual({
      ok: true,
      detail: 'V8 threw away no optimised code of the original and the fastest rewrite once they were warm.',
    });
    expect(rows(tiers({ turbofan: 1 }, { deopts: [deopt(9)] }))['No deopt loop']?.ok).toBe(true);
  });

  it('is one when the same place is given up again and again, with the figure, the line and the reason', () => {
    const row = rows(compiled, tiers({ turbofan: 1 }, { deopts: [deopt(2), deopt(120)] }))['No deopt loop'];
    expect(row?.ok).toBe(false);
    expect(row?.detail).toContain(
      'of the fastest rewrite 120 times in 500 calls at line 7 (“wrong map”). Its times are those of code that is compiled again',
    );
  });
});
