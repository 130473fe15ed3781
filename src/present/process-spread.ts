// What the reader of a time should know of the processes behind it: that it is below what can be measured, that the code runs at one of two
// speeds, that some processes lie far from the rest.
import type { MeasuredCase, ProcessSpread, Report } from '../model/report.ts';
import { formatDuration } from './format-duration.ts';

/** The time of a table cell: 'under 9 ns' for what is below the floor, '23 ns to 31 ns' where only the bounds are known. */
export function caseTime({
  time,
  belowFloor,
  boundsOnly,
}: Pick<MeasuredCase, 'time' | 'belowFloor' | 'boundsOnly'>): string {
  if (belowFloor === true) return `under ${formatDuration(time.high)}`;
  return boundsOnly === true
    ? `${formatDuration(time.low)} to ${formatDuration(time.high)}`
    : formatDuration(time.value);
}

/** One sentence for each variant and case that is remarkable; of quiet ones there is nothing to say. */
export function spreadSentences(report: Report, titleOf: (strategy: string) => string): readonly string[] {
  const variants = [
    { title: 'the original', perCase: report.baseline.perCase },
    ...report.results.map((result) => ({ title: titleOf(result.strategy), perCase: result.measured?.perCase ?? [] })),
  ];
  return variants.flatMap(({ title, perCase }) =>
    perCase.flatMap(({ label, processes }) => {
      const words = processes === undefined ? undefined : spreadWords(processes);
      return words === undefined ? [] : [`At ${label} ${title} ${words}.`];
    }),
  );
}

function spreadWords({ count, outliers, twoSpeeds }: ProcessSpread): string | undefined {
  if (twoSpeeds !== undefined) {
    const slow = Math.round(twoSpeeds.slowShare * count);
    return `runs at one of two speeds, decided when a process starts: ${formatDuration(twoSpeeds.fast)} in ${count - slow} of ${count} processes, ${formatDuration(twoSpeeds.slow)} in ${slow}`;
  }
  const far = outliers.filter(({ label }) => label === 'high-severe' || label === 'low-severe');
  if (far.length === 0) return undefined;
  const shown = far.map(({ time }) => formatDuration(time)).join(', ');
  return `took far from its usual time in ${far.length} of ${count} processes (${shown})`;
}
