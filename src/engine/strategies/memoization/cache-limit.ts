// How many results a cache holds: enough for ten times the different calls that the inputs make, so that it is no larger than what it is for. A
// cache that is full starts over, which costs little as long as that is seldom; a list of what was used last would cost every hit.
import type { ObserveAnswer } from '../../process/protocol.ts';
import type { Subject } from '../../source/subject.ts';
import { reachesItself } from './reaches-itself.ts';
import type { ResultCopy } from './result-copies.ts';

/** 67 bytes an entry and some more for strings: ten to twenty megabytes. */
export const MOST_ENTRIES = 100_000;
const FEWEST_ENTRIES = 1000;
/** Of results that may be long. */
const MOST_ARRAYS = 1000;
const ROOM = 10;

export function chooseLimit(
  subject: Subject,
  observed: readonly ObserveAnswer[],
  copy: ResultCopy | undefined,
): number {
  if (copy === 'slice') return MOST_ARRAYS;
  const distinct = distinctCalls(observed);
  // A recursion remembers more than what it is called with, and would compute it all again if that were forgotten in between.
  if (distinct === undefined || reachesItself(subject)) return MOST_ENTRIES;
  return Math.min(MOST_ENTRIES, Math.max(FEWEST_ENTRIES, roundedUp(distinct * ROOM)));
}

/** Of the case with the most; undefined when no sequence is declared. */
export function distinctCalls(observed: readonly ObserveAnswer[]): number | undefined {
  const counts = observed.flatMap((one) => one.distinctCalls ?? []);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** To 1, 2 or 5 with zeros. */
function roundedUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return [1, 2, 5, 10].map((step) => step * power).find((limit) => limit >= count) ?? count;
}
