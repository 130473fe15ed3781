// By how much two builds of the same code differed: what every claim of a run is held against.
import type { Report } from '../model/report.ts';
import { formatPercent } from './format-duration.ts';

/** Two measured times are never the same to the last digit: zero means that none were compared. */
export function noiseSentence({ noise }: Pick<Report, 'noise'>): string {
  return noise.sameCodeDifference === 0
    ? 'Identical code could not be compared in this run.'
    : `Identical code differed by ${formatPercent(noise.sameCodeDifference)} in this run.`;
}
