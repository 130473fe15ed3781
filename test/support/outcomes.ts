// What a call did, in tests: value or error, and the arguments afterwards, compared strictly.
import { isDeepStrictEqual } from 'node:util';
import { fitsTypedArrays } from '../../src/engine/process/child/typed-data.ts';
import type { Candidate } from '../../src/engine/strategies/strategy.ts';

export type ObservedOutcome =
  | { readonly kind: 'returned'; readonly value: unknown; readonly args: readonly unknown[] }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string; readonly args: readonly unknown[] };

export async function outcomeOf(call: () => unknown, args: readonly unknown[]): Promise<ObservedOutcome> {
  try {
    return { kind: 'returned', value: await call(), args };
  } catch (error) {
    if (!(error instanceof Error)) return { kind: 'threw', name: typeof error, message: String(error), args };
    return { kind: 'threw', name: error.name, message: error.message, args };
  }
}

/** Which calls a candidate can be given: typed arrays cannot hold everything, nor do all that plain ones do. */
export function possibleCalls(
  { typedData }: Candidate,
  before: readonly (readonly unknown[])[],
  expected: readonly ObservedOutcome[],
  actual: readonly ObservedOutcome[],
): readonly boolean[] {
  return actual.map((outcome, index) => {
    const original = expected[index];
    if (typedData === undefined || original === undefined) return true;
    const value = original.kind === 'returned' ? original.value : undefined;
    const isTaken = outcome.kind === 'returned' || outcome.name !== 'NotInTypedArrays';
    return isTaken && fitsTypedArrays(typedData, { before: before[index] ?? [], after: original.args, value });
  });
}

/** A sentence about the first call whose outcomes differ; undefined when none does. NaN equals NaN, -0 differs from 0. */
export function firstDifference(
  expected: readonly ObservedOutcome[],
  actual: readonly ObservedOutcome[],
): string | undefined {
  const length = Math.max(expected.length, actual.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [expected[index], actual[index]];
    if (!isDeepStrictEqual(left, right)) return `call ${index}: expected ${print(left)}, got ${print(right)}`;
  }
  return undefined;
}

function print(outcome: ObservedOutcome | undefined): string {
  if (outcome === undefined) return 'no call';
  if (outcome.kind === 'threw') return `${outcome.name}: ${outcome.message}`;
  return Object.is(outcome.value, -0)
    ? '-0'
    : typeof outcome.value === 'object'
      ? JSON.stringify(outcome.value)
      : String(outcome.value);
}
