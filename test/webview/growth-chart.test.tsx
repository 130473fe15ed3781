import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, StrategyResult } from '../../src/model/report.ts';
import { GrowthChart } from '../../src/webview/growth-chart.tsx';
import { growthPlot } from '../../src/webview/growth-plot.ts';
import { logarithmicScale } from '../../src/webview/logarithmic-axis.ts';
import { SizesTable } from '../../src/webview/sizes-table.tsx';
import { spreadApart } from '../../src/webview/spread-apart.ts';
import { elementsOf, textOf } from '../support/page-text.ts';
import { linearGrowth, measuredResult, sampleReport } from '../support/sample-report.ts';

const strategies = ['workers', 'typed-arrays', 'memoization'].map((id) => ({
  id,
  title: id.toUpperCase(),
  folklore: '',
  whenNotToUse: '',
}));
const crossing = { size: 5200, low: 4800, high: 5900 };
const extrapolated = { pays: 'from', size: 3e6, low: 2.5e6, high: 3.6e6 } as const;

function chart(report: Report) {
  const node = <GrowthChart report={report} strategies={strategies} />;
  const elements = elementsOf(node);
  const withClass = (name: string) => elements.filter(({ props }) => String(props['class']).split(' ').includes(name));
  return { elements, withClass, text: textOf(node), words: String(withClass('growth-chart')[0]?.props['aria-label']) };
}

function withoutGrowth(result: StrategyResult): StrategyResult {
  if (result.measured === undefined) return result;
  const { growth: _, ...measured } = result.measured;
  return { ...result, measured };
}

function withSizes(count: number): Report {
  const report = sampleReport([]);
  return { ...report, baseline: { perCase: report.baseline.perCase.slice(0, count) } };
}

describe('the chart of time over size', () => {
  it('has a line, a band and a labelled mark for each variant', () => {
    const { withClass, text } = chart(
      sampleReport([measuredResult('workers', 'slower', 0.5), measuredResult('memoization', 'faster', 4)]),
    );
    expect(withClass('measured')).toHaveLength(3);
    expect(withClass('band')).toHaveLength(3);
    expect(withClass('fitted')).toHaveLength(3);
    expect(withClass('line-label').map((label) => label.text)).toEqual([
      'originalas n',
      'WORKERSas n',
      'MEMOIZATIONas n',
    ]);
    expect(text).toContain('dashed is the fitted growth');
  });

  it('has no room for an interval that says nothing', () => {
    const report = sampleReport([]);
    const [first, ...others] = report.baseline.perCase;
    if (first === undefined) throw new Error('The sample report has cases.');
    const wide = { ...first, time: { ...first.time, low: first.time.value / 500, high: first.time.value * 500 } };
    const narrow = { ...first, time: { ...first.time, low: first.time.value, high: first.time.value } };
    const plotOf = (one: typeof first) =>
      growthPlot({ ...report, baseline: { perCase: [one, ...others] } }, strategies);
    expect(plotOf(wide)?.lines).toEqual(plotOf(narrow)?.lines);
    expect(plotOf(wide)?.times.ticks).toEqual(plotOf(narrow)?.times.ticks);
  });

  it('needs two sizes', () => {
    expect(chart(withSizes(1)).elements).toEqual([]);
    expect(chart(withSizes(2)).withClass('measured')).toHaveLength(1);
    const fixed = {
      ...withSizes(3),
      baseline: { perCase: withSizes(3).baseline.perCase.map(({ label, time }) => ({ label, time })) },
    };
    expect(chart(fixed).elements).toEqual([]);
  });

  it('draws no curve and shades nothing where no growth is known', () => {
    const report = { ...withSizes(3), results: [withoutGrowth(measuredResult('workers', 'slower', 0.5))] };
    const { withClass, text } = chart(report);
    expect(withClass('measured')).toHaveLength(2);
    for (const name of ['fitted', 'extrapolated', 'beyond']) expect(withClass(name)).toEqual([]);
    expect(text).not.toContain('dashed');
    expect(text).not.toContain('extrapolated');
  });

  it('goes on beyond the measured sizes as a dotted line on shaded ground, which is said', () => {
    const { withClass, text } = chart(sampleReport([]));
    expect(withClass('extrapolated')).toHaveLength(1);
    expect(withClass('beyond')).toHaveLength(1);
    expect(text).toContain('shaded: extrapolated');
  });

  it('marks a break-even with its interval and the sign of its line', () => {
    const { withClass, text } = chart(
      sampleReport([measuredResult('workers', 'faster', 2, { payingSizes: { measured: 'from', crossing } })]),
    );
    expect(text).toContain('pays from n ≈ 5,200');
    expect(withClass('break-even').length).toBeGreaterThan(0);
    expect(withClass('expected')).toEqual([]);
  });

  it('an expected break-even is dotted, worded as an expectation, and inside the picture', () => {
    const report = sampleReport([
      measuredResult('workers', 'slower', 0.5, { payingSizes: { measured: 'none', extrapolated } }),
    ]);
    const { withClass, text } = chart(report);
    expect(text).toContain('may pay from n ≈ 3,000,000');
    expect(withClass('expected').length).toBeGreaterThan(0);
    const plot = growthPlot(report, strategies);
    expect(plot?.sizes.position(extrapolated.high)).toBeLessThan(1);
  });

  it('never draws a curve further than a decade past the sizes, nor one that leaves the others no room', () => {
    const far = { ...extrapolated, size: 9e6, low: 8e6, high: 1e7 };
    const exponential = {
      ...linearGrowth(3),
      fits: [{ form: '2^n', constantNs: 0, factorNs: 1e-300, typicalError: 0.01 }],
    } as const;
    const report = sampleReport([
      measuredResult('workers', 'slower', 0.5, { payingSizes: { measured: 'none', extrapolated: far } }),
    ]);
    for (const shown of [
      report,
      { ...report, baseline: { ...report.baseline, growth: { ...exponential, toSize: 900 } } },
    ]) {
      const plot = growthPlot(shown, strategies);
      const tallest = Math.max(...(plot?.lines.flatMap(({ points }) => points.map(({ time }) => time.high)) ?? []));
      for (const { size, time } of plot?.lines.flatMap((line) => line.extrapolated.flat()) ?? []) {
        expect(size).toBeLessThanOrEqual(1e7 * 1.0001);
        expect(time).toBeLessThanOrEqual(8 * tallest);
      }
    }
  });

  it('draws every form that the times do not tell apart', () => {
    const fits = [
      { form: 'n', constantNs: 0, factorNs: 3, typicalError: 0.03 },
      { form: 'n log n', constantNs: 0, factorNs: 0.16, typicalError: 0.04 },
    ] as const;
    const report = sampleReport([]);
    const { withClass } = chart({ ...report, baseline: { ...report.baseline, growth: { ...linearGrowth(3), fits } } });
    expect(withClass('fitted')).toHaveLength(1);
    expect(withClass('extrapolated')).toHaveLength(2);
  });

  it('leaves out rewrites that are wrong', () => {
    const { withClass } = chart(sampleReport([measuredResult('workers', 'not-equivalent', 9)]));
    expect(withClass('measured')).toHaveLength(1);
  });

  it('says in words what it shows', () => {
    const { words } = chart(
      sampleReport([measuredResult('workers', 'faster', 2, { payingSizes: { measured: 'from', crossing } })]),
    );
    expect(words).toContain('original: 300 ns at n = 100, 3.00 ms at n = 1M, grows as n.');
    expect(words).toContain('WORKERS: Pays from about n = 5,200 (4,800 to 5,900) on.');
  });

  it('says which line was timed on other calls than the original’s', () => {
    const result = measuredResult('memoization', 'faster', 4);
    const ratios =
      result.measured?.speedup.map((speedup) => ({ ...speedup, ratio: { ...speedup.ratio, value: 40 } })) ?? [];
    const sequence = { ...result, measured: { perCase: result.measured?.perCase ?? [], speedup: ratios } };
    expect(chart(sampleReport([sequence])).text).toContain('MEMOIZATION: timed on whole sequences of calls');
    expect(chart(sampleReport([result])).text).not.toContain('sequences');
  });
});

describe('the table of every size', () => {
  const table = (report: Report) => textOf(<SizesTable report={report} strategies={strategies} />);

  it('has the growth of each variant with its error and exponent', () => {
    const shown = table(sampleReport([measuredResult('workers', 'slower', 0.5)]));
    expect(shown).toContain('growsas nas n');
    expect(shown).toContain('typical error1.2 %1.2 %');
    expect(shown).toContain('exponent1.00 0.95 to 1.05');
  });

  it('says why there is none', () => {
    const report = withSizes(2);
    const shown = table({ ...report, baseline: { ...report.baseline, noGrowth: 'Two sizes are too few.' } });
    expect(shown).toContain('Two sizes are too few.');
    expect(shown).not.toContain('grows');
  });
});

describe('labels that are spread apart', () => {
  it('keep their order and distance, stay inside, and move only when they must', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 280, noNaN: true }), { minLength: 1, maxLength: 7 }), (wanted) => {
        const places = spreadApart(wanted, 36, 18, 262);
        const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((index) => places[index] ?? Number.NaN);
        for (const place of sorted) {
          expect(place).toBeGreaterThanOrEqual(18 - 1e-6);
          expect(place).toBeLessThanOrEqual(262 + 1e-6);
        }
        for (const [index, place] of sorted.entries())
          if (index > 0) expect(place - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(36 - 1e-6);
      }),
      { seed: 4, numRuns: 300 },
    );
    expect(spreadApart([40, 200], 36, 18, 262)).toEqual([40, 200]);
    expect(spreadApart([100, 100], 36, 18, 262)).toEqual([100, 136]);
  });

  it('share the room when there is too little', () => {
    expect(spreadApart([0, 0, 0], 36, 0, 40)).toEqual([0, 20, 40]);
  });
});

describe('the scale of an axis', () => {
  it('shows every value with a little room, and has no mark that is not on it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-2, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (values) => {
          const axis = logarithmicScale(values, 4.2);
          for (const value of values) {
            expect(axis.position(value)).toBeGreaterThan(0);
            expect(axis.position(value)).toBeLessThan(1);
          }
          for (const tick of axis.ticks) {
            expect(axis.position(tick)).toBeGreaterThan(0);
            expect(axis.position(tick)).toBeLessThan(1);
          }
        },
      ),
      { seed: 6, numRuns: 300 },
    );
    expect(logarithmicScale([100, 1e6], 7).ticks).toEqual([100, 1e3, 1e4, 1e5, 1e6]);
    expect(logarithmicScale([100, 1e6], 4.2).ticks).toEqual([100, 1e4, 1e6]);
  });
});
