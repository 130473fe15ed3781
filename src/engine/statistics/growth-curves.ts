// Curves through times over sizes: each form fitted by least squares in relative error. Which of them to believe is growth-fit.ts.
// Method: weighted linear least squares with non-negative coefficients. Times span decades, so that absolute errors would let the largest size
// decide alone (as in Google Benchmark's complexity fit, src/complexity.cc); a deviation counts as a share of the time, in units of its error.
import { expectedTime, growthTerm } from '../../model/growth-curve.ts';
import type { GrowthFit } from '../../model/report.ts';

export interface GrowthPoint {
  readonly size: number;
  /** Logarithm of the time. */
  readonly log: number;
  /** Standard error of `log`. */
  readonly error: number;
}

export interface FittedCurve {
  readonly fit: GrowthFit;
  /** Squared deviations of the logarithms in units of their errors. */
  readonly chiSquare: number;
  /** How many numbers were fitted: 1 or 2. */
  readonly parameters: 1 | 2;
}

type Form = GrowthFit['form'];

/** 2^n beyond this size is no number any more, and nothing that takes so long was measured. */
const LARGEST_EXPONENT = 1000;
/** A growing part below this share of the time is not seen. */
const VISIBLE_SHARE = 0.2;

/** factor * f(n). Undefined where f(n) is not a number. */
export function fitPure(points: readonly GrowthPoint[], form: Form): FittedCurve | undefined {
  if (form === '2^n' && points.some(({ size }) => size > LARGEST_EXPONENT)) return undefined;
  const logFactor = weightedMean(
    points,
    points.map((point) => point.log - Math.log(growthTerm(form, point.size))),
  );
  return curve({ form, constantNs: 0, factorNs: Math.exp(logFactor) }, points, 1);
}

/**
 * constant + factor * f(n), both above zero: what a call costs whatever its size, and what grows. Undefined when no such curve is best, or when the growing part is seen at
 * fewer than two sizes: a single point has no form.
 */
export function fitWithConstant(points: readonly GrowthPoint[], form: Form): FittedCurve | undefined {
  if (form === '2^n' && points.some(({ size }) => size > LARGEST_EXPONENT)) return undefined;
  // The term in units of its largest value, so that 2^n and 1 meet as numbers of like size.
  const largest = Math.max(...points.map(({ size }) => growthTerm(form, size)));
  const line = weightedLine(
    points.map(({ size, log, error }) => ({
      x: growthTerm(form, size) / largest,
      y: Math.exp(log),
      weight: 1 / (Math.exp(log) * error) ** 2,
    })),
  );
  if (line === undefined || line.intercept <= 0 || line.slope <= 0) return undefined;
  const fit = { form, constantNs: line.intercept, factorNs: line.slope / largest };
  const visible = points.filter(({ size }) => fit.constantNs < (1 - VISIBLE_SHARE) * expectedTime(toFit(fit), size));
  return new Set(visible.map(({ size }) => size)).size < 2 ? undefined : curve(fit, points, 2);
}

/** factor * n^k with any k, a straight line in log-log scale. */
export function fitPower(points: readonly GrowthPoint[]): FittedCurve & { readonly exponentError: number } {
  const line = logLine(points, Math.log);
  const fit = { form: 'n^k', constantNs: 0, factorNs: Math.exp(line.intercept), parameter: line.slope } as const;
  return { ...curve(fit, points, 2), exponentError: line.slopeError };
}

/** factor * c^n with any c, a straight line when only time is logarithmic. Undefined unless c is above 1 and the curve within numbers. */
export function fitExponential(points: readonly GrowthPoint[]): FittedCurve | undefined {
  if (points.some(({ size }) => size > LARGEST_EXPONENT)) return undefined;
  const line = logLine(points, (size) => size);
  const factorNs = Math.exp(line.intercept);
  if (line.slope <= 0 || factorNs === 0) return undefined;
  return curve({ form: 'c^n', constantNs: 0, factorNs, parameter: Math.exp(line.slope) }, points, 2);
}

function curve(fit: Omit<GrowthFit, 'typicalError'>, points: readonly GrowthPoint[], parameters: 1 | 2): FittedCurve {
  const deviations = points.map(({ size, log }) => Math.log(expectedTime(toFit(fit), size)) - log);
  const squares = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
  // Divided by what is left after fitting: a curve of two numbers comes closer to three points whatever they are.
  const typicalError = Math.expm1(Math.sqrt(squares / Math.max(1, points.length - parameters)));
  const chiSquare = points.reduce((sum, { error }, index) => sum + ((deviations[index] as number) / error) ** 2, 0);
  return { fit: { ...fit, typicalError }, chiSquare, parameters };
}

function toFit(fit: Omit<GrowthFit, 'typicalError'>): GrowthFit {
  return { ...fit, typicalError: 0 };
}

function weightedMean(points: readonly GrowthPoint[], values: readonly number[]): number {
  const weights = points.map(({ error }) => 1 / error ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] as number), 0) / total;
}

interface Line {
  readonly intercept: number;
  readonly slope: number;
  /** Standard error of the slope if the weights are inverse variances. */
  readonly slopeError: number;
}

function logLine(points: readonly GrowthPoint[], xOf: (size: number) => number): Line {
  const line = weightedLine(points.map(({ size, log, error }) => ({ x: xOf(size), y: log, weight: 1 / error ** 2 })));
  if (line === undefined) throw new Error('a line needs two different sizes');
  return line;
}

/** Undefined when all x are the same. */
function weightedLine(
  points: readonly { readonly x: number; readonly y: number; readonly weight: number }[],
): Line | undefined {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const xMean = points.reduce((sum, { x, weight }) => sum + weight * x, 0) / total;
  const yMean = points.reduce((sum, { y, weight }) => sum + weight * y, 0) / total;
  const spread = points.reduce((sum, { x, weight }) => sum + weight * (x - xMean) ** 2, 0);
  if (!(spread > 0)) return undefined;
  const slope = points.reduce((sum, { x, y, weight }) => sum + weight * (x - xMean) * (y - yMean), 0) / spread;
  return { intercept: yMean - slope * xMean, slope, slopeError: 1 / Math.sqrt(spread) };
}
