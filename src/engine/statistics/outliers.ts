// Labels for values far from the rest. Nothing is thrown away for it: the trimmed mean needs no help, a person reading a chart does.
// Method: Tukey's fences (Exploratory Data Analysis, 1977): mild beyond 1.5, severe beyond 3 interquartile ranges from the quartiles.
import { quantile } from './quantile.ts';
import type { Sample } from './sample.ts';

export type OutlierLabel = 'low-severe' | 'low-mild' | 'none' | 'high-mild' | 'high-severe';

/** One label per value, in the order of the sample. */
export function labelOutliers(sample: Sample): OutlierLabel[] {
  const lower = quantile(sample.values, 0.25);
  const upper = quantile(sample.values, 0.75);
  const range = upper - lower;
  return sample.values.map((value) => {
    if (value < lower - 3 * range) return 'low-severe';
    if (value < lower - 1.5 * range) return 'low-mild';
    if (value > upper + 3 * range) return 'high-severe';
    if (value > upper + 1.5 * range) return 'high-mild';
    return 'none';
  });
}
