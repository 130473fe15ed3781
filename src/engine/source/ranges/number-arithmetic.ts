// What JavaScript's operators and Math do to number facts. They follow double arithmetic: rounding is monotone, so computing with the end
// points in doubles gives bounds that hold for the rounded results.
import { anyNumber, exactly, int32, integersBetween, isInteger, join, type NumberFact } from './number-fact.ts';

/** The operand of arithmetic: undefined becomes NaN. */
function operand(fact: NumberFact): NumberFact {
  return fact.missing ? { ...fact, missing: false, nan: true } : fact;
}

function containsZero(fact: NumberFact): boolean {
  return fact.low <= 0 && fact.high >= 0;
}

function isUnbounded(fact: NumberFact): boolean {
  return fact.low === -Infinity || fact.high === Infinity;
}

/** Zero or above, and never -0. */
function isNonNegative(fact: NumberFact): boolean {
  return fact.low >= 0 && !fact.negativeZero;
}

function bounds(values: readonly number[]): { low: number; high: number } {
  const known = values.map((value) => (Number.isNaN(value) ? 0 : value));
  return { low: Math.min(...known), high: Math.max(...known) };
}

type Transfer = (a: NumberFact, b: NumberFact) => NumberFact;

function arithmetic(transfer: Transfer): Transfer {
  return (left, right) => {
    const a = operand(left);
    const b = operand(right);
    const result = transfer(a, b);
    return { ...result, nan: result.nan || a.nan || b.nan, other: a.other || b.other };
  };
}

export const add = arithmetic((a, b) => {
  const opposite = (a.high === Infinity && b.low === -Infinity) || (a.low === -Infinity && b.high === Infinity);
  return {
    ...anyNumber,
    low: Number.isNaN(a.low + b.low) ? -Infinity : a.low + b.low,
    high: Number.isNaN(a.high + b.high) ? Infinity : a.high + b.high,
    integer: a.integer && b.integer,
    negativeZero: a.negativeZero && b.negativeZero,
    nan: opposite,
  };
});

export const subtract = arithmetic((a, b) => ({
  ...add(a, { ...b, low: -b.high, high: -b.low, negativeZero: containsZero(b) }),
}));

export const multiply = arithmetic((a, b) => {
  const { low, high } = bounds([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]);
  const bothNonNegative = isNonNegative(a) && isNonNegative(b);
  const noZero = a.integer && b.integer && !containsZero(a) && !containsZero(b);
  return {
    ...anyNumber,
    low,
    high,
    integer: a.integer && b.integer,
    negativeZero: !bothNonNegative && !noZero,
    nan: (containsZero(a) && isUnbounded(b)) || (containsZero(b) && isUnbounded(a)),
  };
});

export const divide = arithmetic((a, b) => {
  const positiveDivisor = b.low > 0;
  const negativeZero = !(isNonNegative(a) && positiveDivisor);
  if (containsZero(b)) return { ...anyNumber, negativeZero };
  const { low, high } = bounds([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]);
  return { ...anyNumber, low, high, negativeZero, nan: isUnbounded(a) && isUnbounded(b) };
});

export const remainder = arithmetic((a, b) => {
  const integer = a.integer && b.integer;
  const largest = Math.max(Math.abs(b.low), Math.abs(b.high)) - (integer ? 1 : 0);
  return {
    ...anyNumber,
    low: a.low < 0 ? Math.max(a.low, -largest) : 0,
    high: a.high > 0 ? Math.min(a.high, largest) : 0,
    integer,
    negativeZero: !isNonNegative(a),
    nan: containsZero(b) || isUnbounded(a),
  };
});

export const power = arithmetic((a, b) => {
  const value = a.low === a.high && b.low === b.high ? a.low ** b.low : Number.NaN;
  return Number.isSafeInteger(value) && isInteger(a) && isInteger(b) && b.low >= 0 ? exactly(value) : anyNumber;
});

export function negate(fact: NumberFact): NumberFact {
  const a = operand(fact);
  return { ...a, low: 0 - a.high, high: 0 - a.low, negativeZero: containsZero(a) };
}

/** Whether conversion to a signed 32-bit integer only drops the fraction. */
function fitsInt32(fact: NumberFact): boolean {
  return fact.low >= int32.low && fact.high <= int32.high && !fact.nan && !fact.missing;
}

function asInt32(fact: NumberFact): NumberFact {
  return fitsInt32(fact) ? integersBetween(Math.trunc(fact.low), Math.trunc(fact.high)) : int32;
}

function bitwise(transfer: Transfer): Transfer {
  return (left, right) => ({ ...transfer(asInt32(left), asInt32(right)), other: left.other || right.other });
}

/** The smallest 2^k - 1 that is not below the value. */
function allBitsOf(value: number): number {
  return value <= 0 ? 0 : 2 ** Math.floor(Math.log2(value) + 1) - 1;
}

export const bitAnd = bitwise((a, b) => {
  if (a.low >= 0 && b.low >= 0) return integersBetween(0, Math.min(a.high, b.high));
  if (a.low >= 0) return integersBetween(0, a.high);
  return b.low >= 0 ? integersBetween(0, b.high) : int32;
});

export const bitOr = bitwise((a, b) => {
  if (b.low === 0 && b.high === 0) return a;
  if (a.low === 0 && a.high === 0) return b;
  return a.low >= 0 && b.low >= 0
    ? integersBetween(0, Math.min(int32.high, allBitsOf(Math.max(a.high, b.high))))
    : int32;
});

export const bitXor = bitwise((a, b) =>
  a.low >= 0 && b.low >= 0 ? integersBetween(0, Math.min(int32.high, allBitsOf(Math.max(a.high, b.high)))) : int32,
);

export const shiftLeft = bitwise(() => int32);

export const shiftRight = bitwise((a, b) => {
  if (b.low !== b.high) return integersBetween(Math.min(a.low, 0), Math.max(a.high, -1));
  const distance = b.low & 31;
  return integersBetween(a.low >> distance, a.high >> distance);
});

export function shiftRightUnsigned(left: NumberFact, right: NumberFact): NumberFact {
  const distance = right.low === right.high && isInteger(right) ? right.low & 31 : 0;
  const highest = fitsInt32(left) && left.low >= 0 ? Math.trunc(left.high) : 2 ** 32 - 1;
  return { ...integersBetween(0, Math.floor(highest / 2 ** distance)), other: left.other || right.other };
}

export const minimum = arithmetic((a, b) => ({ ...join(a, b), high: Math.min(a.high, b.high) }));
export const maximum = arithmetic((a, b) => ({ ...join(a, b), low: Math.max(a.low, b.low) }));

export function rounded(fact: NumberFact, round: (value: number) => number, mayGiveNegativeZero: boolean): NumberFact {
  const a = operand(fact);
  const negativeZero = a.negativeZero || (mayGiveNegativeZero && !a.integer && a.low < 0 && a.high > -1);
  return { ...a, low: round(a.low), high: round(a.high), integer: true, negativeZero };
}

export function absolute(fact: NumberFact): NumberFact {
  const a = operand(fact);
  const { low, high } = bounds([Math.abs(a.low), Math.abs(a.high)]);
  return { ...a, low: containsZero(a) ? 0 : low, high, negativeZero: false };
}
