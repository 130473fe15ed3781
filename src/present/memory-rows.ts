// What each variant does to memory, in the words of all surfaces: one row a variant, at the largest size that was measured.
import type { MeasuredCase, Report } from '../model/report.ts';
import { formatBytes, formatPercent } from './format-duration.ts';

export interface MemoryRow {
  readonly variant: string;
  /** 'unknown' where it could not be read. */
  readonly allocated: string;
  readonly collector: string;
  /** Peak resident set above that of an empty process. */
  readonly added: string;
}

/** The case that the rows speak of, and the rows. Undefined when nothing was found out about memory. */
export function memoryRows(
  report: Report,
  titleOf: (strategy: string) => string,
): { readonly label: string; readonly rows: readonly MemoryRow[] } | undefined {
  const last = report.baseline.perCase.at(-1);
  if (last === undefined) return undefined;
  const measured = [
    { variant: 'original', found: last },
    ...report.results.map((result) => ({
      variant: titleOf(result.strategy),
      found: result.measured?.perCase.find(({ label }) => label === last.label),
    })),
  ];
  const rows = measured.flatMap(({ variant, found }) =>
    found === undefined || !saysSomething(found) ? [] : [{ variant, ...rowOf(found) }],
  );
  return rows.length === 0 ? undefined : { label: last.label, rows };
}

/** How the figures were taken, and when not to trust them. */
export const memoryNotes: readonly string[] = [
  'Allocated: growth of the heap during calls made after the samples, collections included; given when most processes agree on it. What worker threads allocate is not seen; the promises of asynchronous calls are counted.',
  'Garbage collection: its share of the time of those calls, a fraction of a second in all; below about 1 % it says little.',
  'Resident: the most that a process held, less what it held before it loaded the code. Garbage that was not yet collected counts, as do the inputs; a few megabytes come and go by chance.',
];

/** In one sentence, for a terminal. */
export function memorySentence(report: Report, titleOf: (strategy: string) => string): string | undefined {
  const memory = memoryRows(report, titleOf);
  if (memory === undefined) return undefined;
  const each = memory.rows.map(
    ({ variant, allocated, collector, added }) =>
      `${variant} ${allocated === unknown ? 'allocates an unknown amount' : `allocates ${allocated}`} (garbage collection ${collector}, resident ${added})`,
  );
  return `Memory per call at ${memory.label}: ${each.join('; ')}.`;
}

const unknown = 'unknown';

function saysSomething({ allocatedBytes, collectorShare, addedRssBytes }: MeasuredCase): boolean {
  return allocatedBytes !== undefined || collectorShare !== undefined || addedRssBytes !== undefined;
}

function rowOf({ allocatedBytes, collectorShare, addedRssBytes }: MeasuredCase): Omit<MemoryRow, 'variant'> {
  return {
    allocated: allocatedBytes === undefined ? unknown : formatBytes(allocatedBytes),
    collector: collectorShare === undefined ? unknown : formatPercent(collectorShare),
    added: addedRssBytes === undefined ? unknown : `+${formatBytes(Math.max(0, addedRssBytes))}`,
  };
}
