// When two numbers count as equal. Exactly (Object.is: NaN equals NaN, -0 differs from 0) unless a strategy declares that it reassociates
// floating-point sums; then within a relative tolerance of the larger value, or of the sum of the inputs' magnitudes, because cancellation
// can make a tiny result out of large inputs (Higham, Accuracy and Stability of Numerical Algorithms, chapter 4).

export interface NumberRule {
  readonly tolerance: 'exact' | number;
  /** Sum of the magnitudes of all finite numbers in the inputs. */
  readonly inputMagnitude: number;
}

export const exactNumbers: NumberRule = { tolerance: 'exact', inputMagnitude: 0 };

export function sameNumber(expected: number, actual: number, rule: NumberRule): boolean {
  if (Object.is(expected, actual)) return true;
  if (rule.tolerance === 'exact' || !Number.isFinite(expected) || !Number.isFinite(actual)) return false;
  const distance = Math.abs(expected - actual);
  const larger = Math.max(Math.abs(expected), Math.abs(actual));
  return distance <= rule.tolerance * larger || distance <= rule.tolerance * rule.inputMagnitude;
}
