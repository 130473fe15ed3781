import { describe, expect, it } from 'vitest';
import type { CompareAnswer, FailureKind, TaskOutcome } from '../../../src/engine/process/protocol.ts';
import { type VerifyFacts, verifyCandidate } from '../../../src/engine/verify/verify-candidate.ts';
import { bundle, type ScriptedRunner, scriptedRunner } from './scripted-runner.ts';

const facts: VerifyFacts = {
  cases: [
    { index: 0, label: 'n = 1' },
    { index: 2, label: 'n = 9' },
  ],
  batch: false,
  tolerance: 'exact',
};
const options = { signal: new AbortController().signal, seed: 1, budgetMs: 1_000 };
const clean: CompareAnswer = { compared: 30, generated: 28, skipped: 1, returned: 29 };

const answered = (answer: CompareAnswer): TaskOutcome<'compare'> => ({ ok: true, answer });
const died = (kind: FailureKind): TaskOutcome<'compare'> => ({
  ok: false,
  failure: { kind, message: `it ${kind}.`, nextStep: 'Mend it.' },
});

function verify(runner: ScriptedRunner, of: VerifyFacts = facts) {
  return verifyCandidate(bundle('baseline'), bundle('candidate'), of, runner, options);
}

describe('verifyCandidate', () => {
  it('calls a candidate equivalent when no compared case differs', async () => {
    const runner = scriptedRunner(() => answered(clean));
    expect(await verify(runner)).toEqual({
      kind: 'equivalent',
      summary: { cases: 30, generatedCases: 28, skippedCases: 1, tolerance: 'exact' },
      reasons: [],
    });
    expect(runner.tasks[0]).toMatchObject({ caseIndexes: [0, 2], batch: false, tolerance: 'exact', seed: 1 });
    expect(runner.tasks[0]).not.toHaveProperty('mayBecomeAsync');
  });

  it('refutes it by a counterexample and hands that on', async () => {
    const counterexample = { args: '[0]', expected: '1', actual: '2' };
    const verification = await verify(scriptedRunner(() => answered({ ...clean, counterexample })));
    expect(verification).toMatchObject({ kind: 'not-equivalent', summary: { counterexample } });
    expect(verification.reasons[0]?.message).toBe('for [0] the original gives 1, the rewrite 2.');
  });

  it('claims nothing when nothing could be compared, or nothing but errors', async () => {
    const nothing = await verify(
      scriptedRunner(() => answered({ compared: 0, generated: 0, skipped: 12, returned: 0 })),
    );
    expect(nothing.kind).toBe('not-verified');
    expect(nothing.reasons[0]?.message).toContain('12');
    const errors = await verify(scriptedRunner(() => answered({ compared: 9, generated: 9, skipped: 0, returned: 0 })));
    expect(errors.kind).toBe('not-verified');
  });

  it('tells a hostile difference and what was taken on trust as caveats', async () => {
    const hostileDifferences = [{ args: '[undefined]', expected: '1', actual: '2', inputs: 'undefined and null' }];
    const verification = await verify(
      scriptedRunner(() => answered({ ...clean, hostileDifferences, uncompared: ['functions are trusted'] })),
    );
    expect(verification.kind).toBe('equivalent');
    expect(verification.reasons.map(({ code }) => code)).toEqual(['E3', 'E4']);
  });

  it('repeats without the dangerous cases when a process dies, and says so', async () => {
    const runner = scriptedRunner((_, index) => (index < 2 ? died('out-of-memory') : answered(clean)));
    const verification = await verify(runner);
    expect(verification.kind).toBe('equivalent');
    expect(runner.tasks.map(({ skipArms }) => skipArms?.length ?? 0)).toEqual([0, 2, 6]);
    expect(verification.reasons[0]).toMatchObject({
      code: 'E5',
      message: expect.stringContaining('it out-of-memory.'),
    });
  });

  it('fails when even the plain cases kill the process, and at once when the module does not load', async () => {
    const always = scriptedRunner(() => died('timed-out'));
    expect(await verify(always)).toMatchObject({ kind: 'failed', reasons: [{ code: 'E6', unlock: 'Mend it.' }] });
    expect(always.tasks).toHaveLength(4);
    const unloadable = scriptedRunner(() => died('load-threw'));
    expect((await verify(unloadable)).kind).toBe('failed');
    expect(unloadable.tasks).toHaveLength(1);
  });

  it('states the tolerance it compared with', async () => {
    const runner = scriptedRunner(() => answered(clean));
    const verification = await verify(runner, { ...facts, tolerance: 1e-12, mayBecomeAsync: true });
    expect(verification.summary.tolerance).toBe('numbers within 1e-12 relative');
    expect(runner.tasks[0]).toMatchObject({ tolerance: 1e-12, mayBecomeAsync: true });
  });
});
