// Takes out of the times of processes what the machine was doing to all of them. A core that shares its units with a busy sibling, or runs at a lower
// frequency, is slower for seconds at a time: whole processes, low percentiles included, become 20 % slower. Each process also timed something that
// is the same in all of them (measure/child/yardstick.ts), so that part can be told apart, by how much this code suffers from it: code that waits for
// its own results hardly does, other code in full. On a machine that was busy on purpose, this explained 85 to 97 % of the variance between
// processes of 10 of the 14 subjects of `npm run bench:measurement`: standard deviations of 20 to 30 % became 4 to 12 %.
// Method: analysis of covariance, one slope for all variants on deviations from each variant's own mean (Cochran, "Analysis of Covariance: Its Nature
// and Uses", Biometrics 13, 1957); as a variance reduction for comparisons, Deng et al., "Improving the Sensitivity of Online Controlled Experiments by
// Utilizing Pre-Experiment Data", WSDM 2013. Processes run in shuffled order, so the readings of two variants differ by chance alone, and no slope,
// right or wrong, can move a ratio to one side.
import { twoSidedProbability } from './student-t.ts';

/** What one process says, both above zero, in any unit. */
export interface ProcessReading {
  readonly time: number;
  /** How long something took that is the same in every process. */
  readonly yardstick: number;
}

export interface SpeedAdjustment {
  /** Change of the logarithm of the time for that of the yardstick, 0 to 2. */
  readonly slope: number;
  /** Logarithm of the yardstick on the machine left alone: the lowest tenth of all readings. */
  readonly reference: number;
  /** Sum of squares of the logarithms of the yardstick within variants. */
  readonly yardstickSquares: number;
}

/** The slope is used only when chance would hardly show one: a slope made of noise would add noise. */
const SIGNIFICANCE = 0.01;
const FEWEST_DEGREES = 4;
/** Seen up to 1.7 (the yardstick itself waits for its own results now and then). */
const STEEPEST = 2;

/** One list for each variant. Undefined when the times do not plainly follow the yardstick. */
export function fitSpeedAdjustment(variants: readonly (readonly ProcessReading[])[]): SpeedAdjustment | undefined {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let count = 0;
  let used = 0;
  const yardsticks: number[] = [];
  for (const readings of variants) {
    if (readings.length < 2) continue;
    const x = readings.map(({ yardstick }) => Math.log(yardstick));
    const y = readings.map(({ time }) => Math.log(time));
    if (![...x, ...y].every((value) => Number.isFinite(value))) return undefined;
    const [meanX, meanY] = [mean(x), mean(y)];
    for (const [i, value] of x.entries()) {
      const [dx, dy] = [value - meanX, (y[i] as number) - meanY];
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    yardsticks.push(...x);
    count += readings.length;
    used++;
  }
  const degrees = count - used - 1;
  if (degrees < FEWEST_DEGREES || xx === 0 || xy <= 0) return undefined;
  const slope = xy / xx;
  const residual = Math.max(0, yy - slope * xy);
  const t = residual === 0 ? Number.POSITIVE_INFINITY : slope / Math.sqrt(residual / degrees / xx);
  if (twoSidedProbability(t, degrees) > SIGNIFICANCE) return undefined;
  yardsticks.sort((a, b) => a - b);
  return {
    slope: Math.min(STEEPEST, slope),
    reference: yardsticks[Math.floor(yardsticks.length / 10)] as number,
    yardstickSquares: xx,
  };
}

/** The time that the process would have taken on the machine left alone. */
export function adjustedTime({ time, yardstick }: ProcessReading, adjustment: SpeedAdjustment | undefined): number {
  if (adjustment === undefined) return time;
  return time * Math.exp(-adjustment.slope * (Math.log(yardstick) - adjustment.reference));
}

/**
 * How much larger the variance of a paired difference is for the slope having been estimated: the further apart the two variants' yardsticks happened
 * to lie, in logarithms, the more hangs on it.
 */
export function slopeUncertainty(
  { meanDifference, pairs }: { readonly meanDifference: number; readonly pairs: number },
  adjustment: SpeedAdjustment | undefined,
): number {
  if (adjustment === undefined) return 1;
  return 1 + (pairs / 2) * (meanDifference ** 2 / adjustment.yardstickSquares);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
