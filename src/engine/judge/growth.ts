// Puts the growth of the time over the sizes beside the times of a variant. How it is found is statistics/growth-fit.ts.
import type { Measured } from '../../model/report.ts';
import { fitGrowth } from '../statistics/growth-fit.ts';

/** With its growth, or with the reason why the sizes do not tell. Fixed cases have no sizes, and nothing is said of them. */
export function withGrowth<T extends Measured>(measured: T): T & Pick<Measured, 'growth' | 'noGrowth'> {
  const sized = measured.perCase.flatMap(({ size, time }) => (size === undefined ? [] : [{ size, time }]));
  if (sized.length === 0) return measured;
  const outcome = fitGrowth(sized);
  return 'growth' in outcome ? { ...measured, growth: outcome.growth } : { ...measured, noGrowth: outcome.reason };
}
