// How many results a cache holds: enough for ten times the different calls that the inputs make, so that it is no larger than what it is for. A
// cache that is full starts over, which costs little as long as that is seldom; a list of what was used last would cost every hit.
import ts from 'typescript';
import type { ObserveAnswer } from '../../process/protocol.ts';
import type { Subject } from '../../source/subject.ts';
import { reachesItself } from './reaches-itself.ts';
import type { ResultCopy } from './result-copies.ts';

/** 67 bytes an entry and some more for strings: ten to twenty megabytes. */
export const MOST_ENTRIES = 100_000;
/** Numbers below this are keys of arrays in arrays, by how many keys there are: a million cells, 8 MB. */
const LIMITS_OF_ARRAYS = [MOST_ENTRIES, 1000, 100];
const FEWEST_ENTRIES = 1000;
/** Of the keys and results of a full cache: some tens of megabytes. */
const MOST_CHARACTERS = 20_000_000;
/** Of results that may be long. */
const MOST_ARRAYS = 1000;
const ROOM = 10;

/** Undefined where so many keys would leave next to nothing for each. */
export function limitOfArray(keys: number): number | undefined {
  return LIMITS_OF_ARRAYS[keys - 1];
}

export function chooseLimit(
  subject: Subject,
  observed: readonly ObserveAnswer[],
  copy: ResultCopy | undefined,
): number {
  if (copy === 'slice') return MOST_ARRAYS;
  const possible = possibleCalls(subject);
  if (possible !== undefined) return possible;
  const most = Math.min(MOST_ENTRIES, mostForTexts(observed));
  const distinct = distinctCalls(observed);
  // A recursion remembers more than what it is called with, and would compute it all again if that were forgotten in between.
  if (distinct === undefined || reachesItself(subject)) return most;
  return Math.min(most, Math.max(FEWEST_ENTRIES, roundedUp(distinct * ROOM)));
}

/** How many different calls the types of the parameters allow, where these are a handful of values each; other ones are no reason to hold more. */
export function possibleCalls({ node, checker }: Pick<Subject, 'node' | 'checker'>): number | undefined {
  let count = 1;
  for (const { name, dotDotDotToken } of node.parameters) {
    if (dotDotDotToken !== undefined || !ts.isIdentifier(name)) return undefined;
    const type = checker.getTypeAtLocation(name);
    const values = type.isUnion() ? type.types : [type];
    if (!values.every(({ flags }) => (flags & SINGLE_VALUES) !== 0)) return undefined;
    count *= values.length;
  }
  return count > 1 && count <= FEWEST_ENTRIES ? count : undefined;
}

const SINGLE_VALUES = ts.TypeFlags.Literal | ts.TypeFlags.Undefined | ts.TypeFlags.Null;

/** Texts are held as they are: the longer those that were seen, the fewer. */
function mostForTexts(observed: readonly ObserveAnswer[]): number {
  const characters = observed.map((one) =>
    [...one.arguments, one.result].reduce(
      (sum, value) => sum + (value?.kind === 'string' ? (value.length ?? 0) : 0),
      0,
    ),
  );
  const longest = Math.max(0, ...characters);
  return longest === 0 ? MOST_ENTRIES : roundedDown(Math.max(10, MOST_CHARACTERS / longest));
}

/** Of the case with the most; undefined when no sequence is declared. */
export function distinctCalls(observed: readonly ObserveAnswer[]): number | undefined {
  const counts = observed.flatMap((one) => one.distinctCalls ?? []);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

function roundedDown(count: number): number {
  const power = 10 ** Math.floor(Math.log10(count));
  return Math.max(...[1, 2, 5].map((step) => step * power).filter((limit) => limit <= count));
}

/** To 1, 2 or 5 with zeros. */
function roundedUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return [1, 2, 5, 10].map((step) => step * power).find((limit) => limit >= count) ?? count;
}
