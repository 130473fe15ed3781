// When handing work over costs more than the work itself, as arithmetic on what was observed. The costs are floors (quiet machine, any
// number of threads), so a strategy declines here only what no machine could make pay; everything else is measured.
import type { ObserveAnswer, ValueProfile } from '../../process/protocol.ts';

/** Microseconds. Measured on Node 24: structured clone there, and the receiving side. */
const COST = {
  perValue: 0.05,
  perObject: 0.6,
  perProperty: 0.1,
  perCharacter: 0.0005,
  perNumberInArray: 0.035,
  perTypedArrayElement: 0.0005,
  perEntryOfMap: 0.3,
  /** One task to a pool and its answer. */
  perTask: 40,
} as const;

/** Time to copy one value to another thread, microseconds. Unknown insides count as little as they can. */
export function copyMicroseconds(value: ValueProfile): number {
  const length = value.length ?? 0;
  switch (value.kind) {
    case 'string':
      return COST.perValue + length * COST.perCharacter;
    case 'typed-array':
      return COST.perObject + length * COST.perTypedArrayElement;
    case 'array':
      return (
        COST.perObject +
        length * (value.elements === undefined ? COST.perNumberInArray : elementMicroseconds(value.elements))
      );
    case 'map':
    case 'set':
      return COST.perObject + length * COST.perEntryOfMap;
    case 'plain-object':
      return COST.perObject + (value.keys?.length ?? 0) * COST.perProperty;
    default:
      return COST.perValue;
  }
}

export function numbersMicroseconds(count: number): number {
  return count * COST.perNumberInArray;
}

function elementMicroseconds(element: ValueProfile): number {
  return element.kind === 'number' || element.kind === 'boolean' ? COST.perNumberInArray : copyMicroseconds(element);
}

export interface BreakEven {
  /** Microseconds of work, and of copying that goes with it. */
  readonly work: number;
  readonly overhead: number;
}

/** The case that stands the best chance, when even that cannot pay; undefined when some case could, or nothing was observed. */
export function hopelessBatch(observed: readonly ObserveAnswer[]): BreakEven | undefined {
  return hopeless(observed, (answer) => {
    const there = COST.perObject + sum(answer.arguments.map(copyMicroseconds));
    return there + (answer.result === undefined ? COST.perValue : copyMicroseconds(answer.result));
  });
}

/** The same for one call whose array is split: a task for each part, and every element there and its result back. */
export function hopelessSplit(observed: readonly ObserveAnswer[]): BreakEven | undefined {
  return hopeless(observed, (answer) => 2 * COST.perTask + movedMicroseconds(answer));
}

/** Every element of the largest array there, and its result back. */
export function movedMicroseconds(answer: ObserveAnswer): number {
  const arrays = answer.arguments.filter(({ kind }) => kind === 'array');
  const there = Math.max(0, ...arrays.map(copyMicroseconds));
  const back = answer.result?.kind === 'array' ? copyMicroseconds(answer.result) : 0;
  return there + back;
}

function hopeless(
  observed: readonly ObserveAnswer[],
  overheadOf: (answer: ObserveAnswer) => number,
): BreakEven | undefined {
  const cases = observed
    .filter(({ outcome }) => outcome === 'returned')
    .map((answer) => ({ work: answer.laterCallMs * 1000, overhead: overheadOf(answer) }))
    .sort((a, b) => b.work / b.overhead - a.work / a.overhead);
  const [best] = cases;
  return best !== undefined && best.work < best.overhead ? best : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Two significant digits are all that such floors are worth. */
export function showMicroseconds(microseconds: number): string {
  const rounded = Number(microseconds.toPrecision(2));
  return rounded >= 1000
    ? `${rounded / 1000} ms`
    : rounded >= 1
      ? `${rounded} µs`
      : `${Number((microseconds * 1000).toPrecision(2))} ns`;
}
