// Each row of the integrity panel, green and red, on facts written by hand; test/engine/measure/integrity-of-real-code.test.ts has real ones.
import { describe, expect, it } from 'vitest';
import {
  againstClaims,
  CHECK,
  integrityChecks,
  type MeasurementFacts,
} from '../../../src/engine/judge/integrity-checks.ts';
import type { SamplingFacts } from '../../../src/engine/process/protocol.ts';

const sound: SamplingFacts = {
  isAsync: false,
  timerStepNs: 40,
  sampleNs: 200_000,
  processorShare: 0.99,
  involuntarySwitches: 3,
  calls: 1_000_000,
  emptyCalls: { beforeNs: 4.2, firstAfterNs: 6.1, afterNs: 4.2 },
  argumentsChanged: false,
  result: 'same',
};

function panel(changed: Partial<SamplingFacts>, more: Partial<MeasurementFacts> = {}) {
  const run = { steady: true, facts: { ...sound, ...changed } };
  return integrityChecks({
    series: [
      [run, run],
      [run, run],
    ],
    rounds: 8,
    deterministic: true,
    isIdle: false,
    mayWait: false,
    sameCodeDifference: 0.012,
    ...more,
  });
}

function row(check: string, changed: Partial<SamplingFacts>, more: Partial<MeasurementFacts> = {}) {
  const found = panel(changed, more).find((one) => one.check === check);
  if (found === undefined) throw new Error(`there is no row ${check}`);
  return found;
}

describe('the integrity panel', () => {
  it('is green from top to bottom for a sound measurement, each row with its figure', () => {
    const checks = panel({});
    expect(checks.map(({ check }) => check)).toEqual(Object.values(CHECK));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(againstClaims(checks)).toBeUndefined();
    expect(row(CHECK.timerFloor, {}).detail).toBe('Samples lasted 200 µs, 5,000 steps of the timer (40.0 ns).');
    expect(row(CHECK.machineLoad, {}).detail).toContain('got 99 % of a processor');
    expect(row(CHECK.harnessNotInlined, {}).detail).toContain('took 4.20 ns');
    expect(row(CHECK.sameCode, {}).detail).toContain('1.2 % over 8 rounds');
  });

  it('leaves rows out that nobody has facts for, as in answers of a scripted process', () => {
    const checks = integrityChecks({
      series: [[{ steady: true }]],
      rounds: 0,
      deterministic: true,
      isIdle: false,
      mayWait: false,
    });
    expect(checks.map(({ check }) => check)).toEqual([CHECK.sameResults, CHECK.steadyState, CHECK.sameCode]);
  });
});

describe('inputs renewed', () => {
  const renewed = (shared: NonNullable<SamplingFacts['renewed']>['shared'], lists = 500) => ({
    renewed: { lists, calls: 500, shared },
  });

  it('is green when every call had a list of its own, and says when the lists could not be looked into', () => {
    expect(row(CHECK.inputsRenewed, renewed('nothing'))).toMatchObject({ ok: true });
    expect(row(CHECK.inputsRenewed, renewed('unchanged'))).toMatchObject({ ok: true });
    expect(row(CHECK.inputsRenewed, renewed('too-large')).detail).toContain('too large');
  });

  it('is red, and takes claims back, when there were fewer lists than calls', () => {
    const found = row(CHECK.inputsRenewed, renewed('nothing', 10));
    expect(found).toMatchObject({ ok: false });
    expect(found.detail).toContain('2000 calls had only 40 argument lists');
    expect(againstClaims([found])?.message).toBe(found.detail);
  });

  it('is red, and says what to mend, when lists share an object that calls change or that hides its state', () => {
    for (const shared of ['changed', 'hidden'] as const) {
      const found = row(CHECK.inputsRenewed, renewed(shared));
      expect(found).toMatchObject({ ok: false });
      expect(found.detail).toContain('Make the object anew inside `args`');
      expect(againstClaims([found])).toBeDefined();
    }
  });
});

describe('arguments not mutated', () => {
  it('is green without a claim when the arguments are too large to be looked at', () => {
    const { argumentsChanged: _changed, ...unknown } = sound;
    const run = { steady: true, facts: unknown };
    expect(row(CHECK.argumentsNotMutated, {}, { series: [[run]] }).detail).toContain('too large');
  });

  it('is red, and takes claims back, when they had changed after the last sample', () => {
    const found = row(CHECK.argumentsNotMutated, { argumentsChanged: true });
    expect(found).toMatchObject({ ok: false });
    expect(found.detail).toContain('in 4 of 4 processes');
    expect(againstClaims([found])).toBeDefined();
  });
});

describe('result consumed', () => {
  it('is red for a function that returns nothing and does nothing, green when what it does outlives the call', () => {
    const nothing = row(CHECK.resultConsumed, { result: 'undefined' }, { isIdle: true });
    expect(nothing).toMatchObject({ ok: false });
    expect(againstClaims([nothing])).toBeDefined();
    expect(row(CHECK.resultConsumed, { result: 'undefined' })).toMatchObject({ ok: true });
    expect(row(CHECK.resultConsumed, {}, { isIdle: true })).toMatchObject({ ok: true });
  });

  it('is red when the last result is another one, unless results are never the same twice', () => {
    const found = row(CHECK.resultConsumed, { result: 'different' });
    expect(found).toMatchObject({ ok: false });
    expect(againstClaims([found])).toBeDefined();
    expect(row(CHECK.resultConsumed, { result: 'different' }, { deterministic: false })).toMatchObject({ ok: true });
  });
});

describe('timer floor', () => {
  it('is red when the samples of one series are shorter than a hundred steps, not when one process is', () => {
    const run = (sampleNs: number) => ({ steady: true, facts: { ...sound, sampleNs } });
    const long = [run(200_000), run(200_000), run(200_000)];
    expect(row(CHECK.timerFloor, {}, { series: [long, [run(3000), run(3000), run(200_000)]] })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('75 steps') as string,
    });
    expect(row(CHECK.timerFloor, {}, { series: [long, [run(3000), run(200_000), run(200_000)]] }).ok).toBe(true);
  });
});

describe('harness not inlined', () => {
  it('is red when most loops had been compiled for the variant alone, or for the empty function before', () => {
    const specialised = { beforeNs: 4.2, firstAfterNs: 18, afterNs: 4.3 };
    const found = row(CHECK.harnessNotInlined, { emptyCalls: specialised });
    expect(found).toMatchObject({ ok: false });
    expect(againstClaims([found])).toBeDefined();
    expect(
      row(CHECK.harnessNotInlined, { emptyCalls: { beforeNs: 0.9, firstAfterNs: 6, afterNs: 4.2 } }),
    ).toMatchObject({ ok: false });
    const run = (emptyCalls: SamplingFacts['emptyCalls']) => ({ steady: true, facts: { ...sound, emptyCalls } });
    const mostly = [run(specialised), run(sound.emptyCalls), run(sound.emptyCalls)];
    expect(row(CHECK.harnessNotInlined, {}, { series: [mostly] }).ok).toBe(true);
  });

  it('does not mind a loop that few calls left cold', () => {
    const cold = { beforeNs: 20, firstAfterNs: 18, afterNs: 5 };
    expect(row(CHECK.harnessNotInlined, { calls: 300, emptyCalls: cold })).toMatchObject({
      ok: true,
      detail: expect.stringContaining('too few') as string,
    });
    expect(row(CHECK.harnessNotInlined, { calls: 300_000, emptyCalls: cold }).ok).toBe(false);
  });

  it('does not mind a loop that was still cold before sampling', () => {
    const cold = { beforeNs: 15, firstAfterNs: 6.1, afterNs: 4.2 };
    expect(row(CHECK.harnessNotInlined, { emptyCalls: cold }).ok).toBe(true);
  });
});

describe('machine load', () => {
  const machine = {
    cores: 2,
    loadAtStart: 3.24,
    loadAtEnd: 4,
    busiest: { name: 'webpack', processes: 3, share: 0.93 },
  };

  it('is red below 90 % of a processor and names who had the rest', () => {
    const { ok, detail } = row(CHECK.machineLoad, { processorShare: 0.7 }, { machine });
    expect(ok).toBe(false);
    expect(detail).toBe(
      'The benchmark got 70 % of a processor and made room for others 12 times in 4 processes. Load average 3.2 before, 4.0 after, on 2 cores. webpack (3 processes) used 93 % of a core meanwhile. Times are longer and wider apart than the code alone makes them: close other programs and run again.',
    );
  });

  it('does not blame a program that hardly ran', () => {
    const idle = { ...machine, busiest: { name: 'clock', processes: 1, share: 0.02 } };
    expect(row(CHECK.machineLoad, { processorShare: 0.7 }, { machine: idle }).detail).not.toContain('clock');
  });

  it('judges functions that wait by the load before the run alone', () => {
    expect(row(CHECK.machineLoad, { isAsync: true, processorShare: 0.01 }, { machine }).ok).toBe(false);
    const quiet = { cores: 2, loadAtStart: 0.3 };
    expect(row(CHECK.machineLoad, { processorShare: 0.2 }, { mayWait: true, machine: quiet }).ok).toBe(true);
    expect(row(CHECK.machineLoad, { isAsync: true, processorShare: 0.01 }, { machine: quiet }).ok).toBe(true);
  });
});

describe('the rows that were always there', () => {
  it('are red when outcomes differ, when most processes never became steady, and when identical builds are far apart or unknown', () => {
    expect(row(CHECK.sameResults, {}, { deterministic: false }).ok).toBe(false);
    const restless = { steady: false, facts: sound };
    expect(
      row(CHECK.steadyState, {}, { series: [[restless, restless, { steady: true, facts: sound }]] }),
    ).toMatchObject({
      ok: false,
      detail: expect.stringContaining('1 of 3 processes') as string,
    });
    // Processes that could not tell neither redden the row nor whiten it.
    const untold = { ...restless, warmUpTooShort: true } as const;
    expect(row(CHECK.steadyState, {}, { series: [[untold, untold, untold, restless]] })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('0 of 1 processes whose calls are short enough') as string,
    });
    expect(row(CHECK.steadyState, {}, { series: [[untold, untold]] })).toMatchObject({
      ok: true,
      detail: expect.stringContaining('too few windows') as string,
    });
    expect(row(CHECK.sameCode, {}, { sameCodeDifference: 0.11 }).ok).toBe(false);
    const checks = integrityChecks({ series: [], rounds: 1, deterministic: true, isIdle: false, mayWait: false });
    expect(checks.find(({ check }) => check === CHECK.sameCode)?.ok).toBe(false);
    expect(againstClaims(checks)).toBeUndefined();
  });
});
