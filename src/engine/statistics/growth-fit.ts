// How time grows with size: which of the usual forms (1, log n, n, n log n, n^2, n^3, 2^n) the measured sizes speak for, said only as far as they do.
// Method: every form is fitted in relative error, alone and with a constant cost per call (growth-curves.ts), and the forms are compared by
// Akaike's criterion with known errors, scaled by the misfit of the best (QAIC: Burnham and Anderson, Model Selection and Multimodel Inference,
// 2nd ed. 2002, sections 2.5 and 2.6). Forms within 4 of the best are not ruled out by that measure, and all are named. The idea of naming
// a form from timings is Google Benchmark's (src/complexity.cc, "oAuto"), the meaning of the forms that of Cormen et al., Introduction to Algorithms,
// chapter 3; unlike there a form is refused when the times do not follow it, and then the exponent or base is fitted as well.
import type { Estimate, Growth } from '../../model/report.ts';
import {
  type FittedCurve,
  fitExponential,
  fitPower,
  fitPure,
  fitWithConstant,
  type GrowthPoint,
} from './growth-curves.ts';

export type GrowthOutcome = { readonly growth: Growth } | { readonly reason: string };

const FORMS = ['1', 'log n', 'n', 'n log n', 'n^2', 'n^3', '2^n'] as const;

const FEWEST_SIZES = 3;
/** With sizes closer together than this, n and n log n are the same curve, and n and n^2 nearly so. */
const SMALLEST_SPAN = 4;
/** Steeper than any power among the forms: then close sizes are the only ones there can be, and 2^n is plain from them. */
const STEEP_EXPONENT = 4;
/** No program follows a form more closely: caches, branches and rounded-up logarithms bend every curve by about this much. */
const SMALLEST_ERROR = 0.03;
/** Deviations up to this share are followed whatever the intervals say. */
const GOOD_ENOUGH = 0.1;
/** Times that follow none of the usual forms get an exponent or a base of their own, this far off at most: caches cost more than that. */
const ROUGHLY = 0.5;
/** Times that neither grow nor shrink are the same at every size if they are this close to it. */
const ROUGHLY_CONSTANT = 0.25;
/** With a standard error above this the uncertainty is to blame, not the form. */
const UNCERTAIN = 0.2;
/** Flatter than this, a power or a base is no growth, and its misfit is all there is to see. */
const SMALLEST_POWER = 0.15;
const SMALLEST_BASE = 1.05;
/** Difference in QAIC below which two forms are both named. */
const TELLS_APART = 4;
/** More forms than this are no answer. */
const MOST_FORMS = 3;
/** A constant cost is given up for growth only for this much in chi-square, one degree of freedom: 1 %. */
const GROWTH_THRESHOLD = 6.63;
const NORMAL_95 = 1.959964;

/** Times with their intervals by size; sizes that are not positive have no place in log-log scale and are left out. */
export function fitGrowth(times: readonly { readonly size: number; readonly time: Estimate }[]): GrowthOutcome {
  const points = times
    .filter(({ size, time }) => size > 0 && Number.isFinite(size) && time.value > 0)
    .map(({ size, time }) => toPoint(size, time));
  const sizes = points.map(({ size }) => size);
  const [fromSize, toSize] = [Math.min(...sizes), Math.max(...sizes)];
  const distinct = new Set(sizes).size;
  if (distinct < FEWEST_SIZES)
    return {
      reason: `How the time grows takes at least ${FEWEST_SIZES} sizes to see; ${distinct === 1 ? 'one was' : `${distinct} were`} measured.`,
    };
  const power = fitPower(points);
  const exponent = exponentOf(power, points.length);
  const close = toSize / fromSize < SMALLEST_SPAN;
  const tooClose = {
    reason: `How the time grows cannot be seen from sizes this close together: the largest should be at least ${SMALLEST_SPAN} times the smallest.`,
  };
  // Not by the exponent's own interval: 2^n is no line in log-log scale, and the misfit makes that wide.
  if (close && exponent.value - NORMAL_95 * power.exponentError < STEEP_EXPONENT) return tooClose;
  const usual = close ? believable(bestOfForm(points, '2^n'), points) : formsWithSupport(points);
  const chosen = usual.length > 0 ? usual : roughForm(points, close ? undefined : power, exponent);
  const fits = chosen.map(({ fit }) => fit);
  if (fits.length === 0 && close) return tooClose;
  if (fits.length > MOST_FORMS || (fits.length === 0 && points.some(({ error }) => error > UNCERTAIN)))
    return { reason: 'The times are too uncertain to tell how they grow: more budget makes their intervals narrower.' };
  if (fits.length === 0)
    return { reason: 'The times follow no simple form: something else than the size decides, or changes with it.' };
  return { growth: { fits, exponent, fromSize, toSize } };
}

function toPoint(size: number, time: Estimate): GrowthPoint {
  // The interval is wider than the normal one by the few processes behind it; read as normal it errs on the uncertain side.
  const measured = Math.log(time.high / time.low) / 2 / NORMAL_95;
  const error = Number.isFinite(measured) ? Math.hypot(measured, SMALLEST_ERROR) : 1;
  return { size, log: Math.log(time.value), error };
}

/** The slope, with an interval that widens when the points do not lie on a line. */
function exponentOf({ fit, chiSquare, exponentError }: ReturnType<typeof fitPower>, count: number): Estimate {
  const value = fit.parameter ?? 0;
  const half = NORMAL_95 * exponentError * Math.sqrt(misfit(chiSquare, count - 2));
  return { value, low: value - half, high: value + half, confidence: 0.95 };
}

/** The usual forms that the times follow, without those that a better one outdoes; best first. Empty when they follow none. */
function formsWithSupport(points: readonly GrowthPoint[]): readonly FittedCurve[] {
  const curves = FORMS.flatMap((form) => bestOfForm(points, form));
  const scale = Math.min(...curves.map(({ chiSquare, parameters }) => misfit(chiSquare, points.length - parameters)));
  const constant = curves.find(({ fit }) => fit.form === '1');
  const isConstant = (other: FittedCurve): boolean =>
    constant !== undefined &&
    other.parameters === 2 &&
    (constant.chiSquare - other.chiSquare) / scale < GROWTH_THRESHOLD;
  // Any form with a constant and next to no growth follows constant times: that is no evidence for the form.
  const candidates = curves.filter((one) => !isConstant(one)).flatMap((one) => believable([one], points));
  const criterion = ({ chiSquare, parameters }: FittedCurve): number => chiSquare / scale + 2 * parameters;
  const best = Math.min(...candidates.map(criterion));
  return candidates.filter((one) => criterion(one) - best < TELLS_APART).sort((a, b) => criterion(a) - criterion(b));
}

/** For times that none of the usual forms describes: about constant, or n^k or c^n, whichever is closer. */
function roughForm(
  points: readonly GrowthPoint[],
  power: FittedCurve | undefined,
  exponent: Estimate,
): readonly FittedCurve[] {
  if (exponent.low <= 0 || exponent.value < SMALLEST_POWER) {
    const isFlat = Math.abs(exponent.value) < SMALLEST_POWER;
    return isFlat ? within(bestOfForm(points, '1'), ROUGHLY_CONSTANT) : [];
  }
  const grows = ({ fit }: FittedCurve): boolean =>
    (fit.parameter ?? 0) >= (fit.form === 'n^k' ? SMALLEST_POWER : SMALLEST_BASE);
  return within(
    bestOf([power, fitExponential(points)].filter((curve) => curve !== undefined && grows(curve))),
    ROUGHLY,
  );
}

/** With a constant cost per call or without, whichever is worth its parameter. */
function bestOfForm(points: readonly GrowthPoint[], form: (typeof FORMS)[number]): readonly FittedCurve[] {
  return bestOf([fitPure(points, form), form === '1' ? undefined : fitWithConstant(points, form)]);
}

function bestOf(curves: readonly (FittedCurve | undefined)[]): readonly FittedCurve[] {
  const criterion = ({ chiSquare, parameters }: FittedCurve): number => chiSquare + 2 * parameters;
  return curves
    .filter((curve) => curve !== undefined)
    .sort((a, b) => criterion(a) - criterion(b))
    .slice(0, 1);
}

/** Those that the times follow: closely, or as closely as their intervals let one expect. */
function believable(curves: readonly FittedCurve[], points: readonly GrowthPoint[]): readonly FittedCurve[] {
  return within(curves, ROUGHLY).filter(
    ({ fit, chiSquare, parameters }) =>
      fit.typicalError <= GOOD_ENOUGH || chiSquare <= largestChance(points.length - parameters),
  );
}

function within(curves: readonly FittedCurve[], farthest: number): readonly FittedCurve[] {
  return curves.filter(({ fit }) => fit.typicalError <= farthest);
}

/** Chi-square per degree of freedom, not below 1: how much larger the deviations are than the errors. */
function misfit(chiSquare: number, degrees: number): number {
  return Math.max(1, chiSquare / Math.max(1, degrees));
}

/** The 99 % point of chi-square after Wilson and Hilferty, "The Distribution of Chi-Square", PNAS 17 (1931); good to 3 % from one degree on. */
function largestChance(degrees: number): number {
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + 2.326348 * Math.sqrt(spread)) ** 3;
}
