// A size close to where a rewrite is expected to begin to pay, in the manner of the sizes that the inputs name: arguments are only known to make sense for
// sizes like those. A transform for powers of two has none in between that are not.
import type { StrategyResult } from '../../model/report.ts';

type BreakEven = NonNullable<StrategyResult['breakEven']>;

/** A place known this closely is not looked at again. */
const KNOWN_WITHIN = 1.2;
/** Closer to a size that was measured than this, another tells nothing new. */
const APART = 1.1;

/** Undefined where the place is known well enough, or no such size lies between the two measured ones around it. `named` are the inputs' own. */
export function sizeBetween(
  place: BreakEven,
  named: readonly number[],
  measured: readonly number[],
): number | undefined {
  if (place.high / place.low < KNOWN_WITHIN || !named.every((size) => Number.isInteger(size) && size > 0))
    return undefined;
  const step = named.reduce(greatestCommonDivisor, 0);
  const areDoubled = named.every((size) => Number.isInteger(Math.log2(size)));
  const size = areDoubled ? 2 ** Math.round(Math.log2(place.size)) : step * Math.round(place.size / step);
  const before = measured.filter((one) => one <= place.size);
  const after = measured.filter((one) => one > place.size);
  const isBetween = size > APART * Math.max(...before) && APART * size < Math.min(...after);
  return isBetween && before.length > 0 && after.length > 0 ? size : undefined;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
