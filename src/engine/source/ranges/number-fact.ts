// What is known about the value of an expression that should be a number: its interval and the odd values it may take.
// Arithmetic on it is in number-arithmetic.ts. Nothing here looks at syntax.

export interface NumberFact {
  /** Bounds of all values that are numbers and not NaN. An infinite bound may also mean: not known. */
  readonly low: number;
  readonly high: number;
  /** Every such value is an integer (or infinite). */
  readonly integer: boolean;
  readonly negativeZero: boolean;
  readonly nan: boolean;
  /** May be undefined, as an array read past the end is, whatever its type says. */
  readonly missing: boolean;
  /** May be no number at all: a string, a bigint, an object, null. */
  readonly other: boolean;
}

export const anyNumber: NumberFact = {
  low: -Infinity,
  high: Infinity,
  integer: false,
  negativeZero: true,
  nan: true,
  missing: false,
  other: false,
};

export const anyValue: NumberFact = { ...anyNumber, missing: true, other: true };

/** Only undefined: the interval of its numbers is empty. */
export const noNumber: NumberFact = {
  low: Infinity,
  high: -Infinity,
  integer: true,
  negativeZero: false,
  nan: false,
  missing: true,
  other: false,
};

export function integersBetween(low: number, high: number): NumberFact {
  return { low, high, integer: true, negativeZero: false, nan: false, missing: false, other: false };
}

export const int32 = integersBetween(-(2 ** 31), 2 ** 31 - 1);

export function exactly(value: number): NumberFact {
  if (Number.isNaN(value)) return { ...integersBetween(0, 0), nan: true };
  const fact = integersBetween(value, value);
  return {
    ...fact,
    integer: !(Math.abs(value) < Infinity) || Number.isInteger(value),
    negativeZero: Object.is(value, -0),
  };
}

/** A value that is certainly an integer of finite size, -0 aside. */
export function isInteger(fact: NumberFact): boolean {
  return fact.integer && !fact.nan && !fact.missing && !fact.other;
}

export function isNumber(fact: NumberFact): boolean {
  return !fact.missing && !fact.other;
}

export function sameFact(a: NumberFact, b: NumberFact): boolean {
  return (
    a.low === b.low &&
    a.high === b.high &&
    a.integer === b.integer &&
    a.negativeZero === b.negativeZero &&
    a.nan === b.nan &&
    a.missing === b.missing &&
    a.other === b.other
  );
}

export function join(a: NumberFact, b: NumberFact): NumberFact {
  if (a === b) return a;
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    integer: a.integer && b.integer,
    negativeZero: a.negativeZero || b.negativeZero,
    nan: a.nan || b.nan,
    missing: a.missing || b.missing,
    other: a.other || b.other,
  };
}

/** What holds when both hold. */
export function meet(a: NumberFact, b: NumberFact): NumberFact {
  return {
    low: Math.max(a.low, b.low),
    high: Math.min(a.high, b.high),
    integer: a.integer || b.integer,
    negativeZero: a.negativeZero && b.negativeZero,
    nan: a.nan && b.nan,
    missing: a.missing && b.missing,
    other: a.other && b.other,
  };
}

const highThresholds = [1, 255, 65_535, 2 ** 31 - 1, 2 ** 32, Infinity];
const lowThresholds = [0, -1, -(2 ** 31), -Infinity];

/** Jumps to the next threshold where a bound still grows, so that a fixpoint is reached in a few rounds. */
export function widen(before: NumberFact, after: NumberFact): NumberFact {
  const low = after.low < before.low ? (lowThresholds.find((bound) => bound <= after.low) ?? -Infinity) : after.low;
  const high =
    after.high > before.high ? (highThresholds.find((bound) => bound >= after.high) ?? Infinity) : after.high;
  return { ...after, low, high };
}
