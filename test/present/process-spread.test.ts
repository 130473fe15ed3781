import { describe, expect, it } from 'vitest';
import type { ProcessSpread, Report } from '../../src/model/report.ts';
import { caseTime, spreadSentences } from '../../src/present/process-spread.ts';
import { timeWords } from '../../src/present/speedup-words.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { sampleReport } from '../support/sample-report.ts';

function withSpread(processes: ProcessSpread): Report {
  const report = sampleReport([]);
  const [first] = report.baseline.perCase;
  if (first === undefined) throw new Error('no case');
  return { ...report, results: [], baseline: { perCase: [{ ...first, processes }] } };
}

describe('the processes behind a time', () => {
  const label = sampleReport([]).baseline.perCase[0]?.label ?? '';

  it('are not worth a word when they agree, mild outliers included', () => {
    const quiet = withSpread({ count: 12, outliers: [{ label: 'high-mild', time: 1100 }] });
    expect(spreadSentences(quiet, titleFromId)).toEqual([]);
  });

  it('are named when some lie far off', () => {
    const report = withSpread({
      count: 12,
      outliers: [
        { label: 'high-mild', time: 1100 },
        { label: 'high-severe', time: 4200 },
      ],
    });
    expect(spreadSentences(report, titleFromId)).toEqual([
      `At ${label} the original took far from its usual time in 1 of 12 processes (4.20 µs).`,
    ]);
  });

  it('run at one of two speeds', () => {
    const report = withSpread({ count: 12, outliers: [], twoSpeeds: { fast: 1000, slow: 1400, slowShare: 0.25 } });
    expect(spreadSentences(report, titleFromId)).toEqual([
      `At ${label} the original runs at one of two speeds, decided when a process starts: 1.00 µs in 9 of 12 processes, 1.40 µs in 3.`,
    ]);
  });
});

describe('the time of a case', () => {
  const time = { value: 9.2, low: 9, high: 9.4, confidence: 0.95 } as const;

  it('that is below the floor is an upper bound', () => {
    expect(caseTime({ time })).toBe('9.20 ns');
    expect(caseTime({ time, belowFloor: true })).toBe('under 9.40 ns');
  });

  it('of which only the bounds are known is no single figure', () => {
    expect(caseTime({ time, boundsOnly: true })).toBe('9.00 ns to 9.40 ns');
  });

  it('is worded the same where it is that of a rewrite', () => {
    const label = 'n = 10';
    const measured = { label, time, boundsOnly: true } as const;
    const speedup = { label, ratio: { value: 2, low: 1.9, high: 2.1, confidence: 0.95 } } as const;
    expect(timeWords({ measured, speedup })).toBe('9.00 ns to 9.40 ns');
    expect(timeWords({ measured: { label, time }, speedup: { ...speedup, baselineTime: time } })).toBe(
      '9.20 ns → 9.20 ns',
    );
  });
});
