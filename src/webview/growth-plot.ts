// What the chart of time over size shows and where: lines, fitted curves, break-evens, the axes. Numbers only; drawing is growth-chart.tsx.
import { expectedTime } from '../model/growth-curve.ts';
import type { Estimate, Growth, Measured, Report, StrategyResult } from '../model/report.ts';
import { growthForm, shownGrowth } from '../present/growth-sentence.ts';
import { saysSomething } from '../present/interval-words.ts';
import { rounded } from '../present/paying-sentence.ts';
import type { StrategyRow } from '../protocol/report-panel-protocol.ts';
import { type Axis, logarithmicScale } from './logarithmic-axis.ts';

export interface GrowthPlot {
  readonly lines: readonly PlotLine[];
  readonly breakEvens: readonly BreakEvenMark[];
  readonly sizes: Axis;
  readonly times: Axis;
  readonly smallest: number;
  readonly largest: number;
  /** Titles of lines that were timed on other calls than the original's line, so that the two do not compare. */
  readonly otherCalls: readonly string[];
}

export interface PlotLine {
  readonly title: string;
  /** Place in the order of colours and shapes; 0 is the original. */
  readonly style: number;
  readonly points: readonly PlotPoint[];
  /** 'as n log n', where it is known. */
  readonly growth: string | undefined;
  readonly fitted: readonly Place[];
  /** One for each form that the times do not tell apart, to the right; one to the left where a break-even is expected there. */
  readonly extrapolated: readonly (readonly Place[])[];
}

export interface Place {
  readonly size: number;
  readonly time: number;
}

export interface PlotPoint {
  readonly size: number;
  readonly time: Estimate;
}

export interface BreakEvenMark {
  readonly style: number;
  readonly size: number;
  readonly low: number;
  readonly high: number;
  readonly isExtrapolated: boolean;
  /** 'pays from n ≈ 520'. */
  readonly words: string;
}

/** More marks than these touch each other at the smallest width of the page. */
const MOST_SIZES_MARKED = 4.2;
const MOST_TIMES_MARKED = 7;
/** The ratio of two medians is not the median of ratios, but not this far from it. */
const OTHER_RATIO = 1.5;
/** How far curves are drawn past the largest size when nothing is expected there; a factor. */
const USUAL_REACH = 2.5;
/** Never further, as the engine expects nothing beyond. */
const FARTHEST_REACH = 10;
/** A curve leaves the picture where it takes this many times what was measured: else 2^n would leave no room for anything else. */
const TALLEST = 8;
const STEPS = 40;

/** Undefined with fewer than two sizes: a point has no growth. */
export function growthPlot(report: Report, strategies: readonly StrategyRow[]): GrowthPlot | undefined {
  const series = [
    { title: 'original', measured: report.baseline, growth: report.baseline.growth, result: undefined },
    ...strategies.flatMap((strategy) => {
      const result = report.results.find((candidate) => candidate.strategy === strategy.id);
      if (result?.measured === undefined || result.verdict === 'not-equivalent' || result.verdict === 'failed')
        return [];
      return [{ title: strategy.title, measured: result.measured, growth: shownGrowth(result), result }];
    }),
  ].map((one, style) => ({ ...one, style, points: pointsOf(one.measured) }));
  const original = series[0]?.points ?? [];
  if (new Set(original.map(({ size }) => size)).size < 2) return undefined;
  const points = series.flatMap((one) => one.points);
  const [smallest, largest] = endsOf(points.map(({ size }) => size));
  const ends = { smallest, largest, tallest: TALLEST * Math.max(...points.map(({ time }) => time.high)) };
  const breakEvens = series.flatMap(({ result, style }) => (result === undefined ? [] : breakEvenOf(result, style)));
  const reach = reachOf(breakEvens, ends);
  const lines = series
    .filter((one) => one.points.length > 0)
    .map(({ title, style, points: measured, growth }) => ({
      title,
      style,
      points: measured,
      growth: growth === undefined ? undefined : growthForm(growth),
      fitted: growth === undefined ? [] : curve(growth, 0, growth.fromSize, growth.toSize),
      extrapolated: growth === undefined ? [] : extrapolations(growth, { ...ends, ...reach }),
    }));
  const drawn = lines.flatMap((line) => [...line.fitted, ...line.extrapolated.flat()]);
  return {
    lines,
    breakEvens,
    sizes: logarithmicScale(
      [smallest, largest, ...drawn.map(({ size }) => size), ...breakEvens.map(({ size }) => size)],
      MOST_SIZES_MARKED,
    ),
    times: logarithmicScale(
      [...points.flatMap(({ time }) => [time.value, time.low, time.high]), ...drawn.map(({ time }) => time)].filter(
        (time) => time > 0,
      ),
      MOST_TIMES_MARKED,
    ),
    smallest,
    largest,
    otherCalls: series
      .filter(({ result }) => result !== undefined && isOnOtherCalls(result, report))
      .map(({ title }) => title),
  };
}

/** Call sequences are compared with sequences of the original, not with the single calls that its line shows: then the ratio is another one. */
function isOnOtherCalls({ measured }: StrategyResult, { baseline }: Report): boolean {
  return (measured?.speedup ?? []).some(({ label, ratio }) => {
    const original = baseline.perCase.find((one) => one.label === label)?.time.value;
    const rewrite = measured?.perCase.find((one) => one.label === label)?.time.value;
    if (original === undefined || rewrite === undefined) return false;
    return Math.abs(Math.log(original / rewrite / ratio.value)) > Math.log(OTHER_RATIO);
  });
}

function pointsOf({ perCase }: Measured): readonly PlotPoint[] {
  return perCase
    .flatMap(({ size, time }) => {
      if (size === undefined || size <= 0 || time.value <= 0) return [];
      return [{ size, time: saysSomething(time) ? time : { ...time, low: time.value, high: time.value } }];
    })
    .sort((a, b) => a.size - b.size);
}

function breakEvenOf({ payingSizes, breakEven }: StrategyResult, style: number): readonly BreakEvenMark[] {
  const measured = payingSizes?.crossing ?? breakEven ?? undefined;
  if (measured !== undefined) {
    const side = payingSizes?.measured === 'up-to' ? 'up to' : 'from';
    return [{ style, ...measured, isExtrapolated: false, words: `pays ${side} n ≈ ${rounded(measured.size, 2)}` }];
  }
  const expected = payingSizes?.extrapolated;
  if (expected === undefined) return [];
  const { size, low, high } = expected;
  const side = expected.pays === 'from' ? 'from' : 'up to';
  return [{ style, size, low, high, isExtrapolated: true, words: `may pay ${side} n ≈ ${rounded(size, 2)}` }];
}

interface Ends {
  readonly smallest: number;
  readonly largest: number;
  readonly tallest: number;
}

/** From which size to which the curves are drawn: a little past the largest, or past what is expected to cross. */
function reachOf(breakEvens: readonly BreakEvenMark[], { smallest, largest }: Ends) {
  const expected = breakEvens.filter(({ isExtrapolated }) => isExtrapolated);
  const highest = Math.max(...expected.map(({ high }) => high));
  const lowest = Math.min(...expected.map(({ low }) => low));
  return {
    to: Math.min(FARTHEST_REACH * largest, Math.max(USUAL_REACH * largest, highest * 1.3)),
    from: lowest < smallest ? Math.max(smallest / FARTHEST_REACH, lowest / 1.3, 1) : smallest,
  };
}

function extrapolations(
  growth: Growth,
  { from, to, tallest }: Ends & { readonly from: number; readonly to: number },
): readonly (readonly Place[])[] {
  const right = growth.fits.map((_, index) =>
    curve(growth, index, growth.toSize, to).filter(({ time }) => time <= tallest),
  );
  const left = from < growth.fromSize ? growth.fits.map((_, index) => curve(growth, index, from, growth.fromSize)) : [];
  return [...right, ...left].filter((places) => places.length > 1);
}

function curve(growth: Growth, index: number, from: number, to: number): readonly Place[] {
  const fit = growth.fits[index];
  if (fit === undefined || from >= to) return [];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const size = from * (to / from) ** (step / STEPS);
    return { size, time: expectedTime(fit, size) };
  });
}

function endsOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
