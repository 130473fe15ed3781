// Dependence tests on subscripts: whether two of them can mean the same place in different iterations. The classical ones on polynomials with
// symbolic coefficients (Allen & Kennedy, Optimizing Compilers for Modern Architectures, chapter 3; Maslov, Delinearization, PLDI 1992).
// "Not separate" always means: not proven.
import {
  atomsOf,
  atomsOfMonomial,
  constant,
  constantValue,
  minus,
  type Polynomial,
  plus,
  scaled,
  times,
} from '../ranges/polynomial.ts';

export interface InnerLoop {
  /** First and last value as polynomials: the last one is included. */
  readonly first: Polynomial;
  readonly last: Polynomial;
  /** Whether the bounds are certainly integers. */
  readonly isIntegral: boolean;
}

export interface IterationSpace {
  /** Atom of the loop's variable. */
  readonly variable: string;
  readonly step: number;
  /** How far the variable can be from its first value, at most; undefined when not known. */
  readonly span: Polynomial | undefined;
  /** Loops inside, by the atom of their variable. */
  readonly inner: ReadonlyMap<string, InnerLoop>;
  /** Atoms that are never negative where the subscripts are evaluated. */
  readonly nonNegative: ReadonlySet<string>;
}

export type Separation =
  | { readonly kind: 'separate'; readonly nonZero?: string; readonly integers?: readonly string[] }
  | { readonly kind: 'distance'; readonly iterations: number }
  | { readonly kind: 'unknown'; readonly why: 'same-place' | 'strides' | 'overlap' };

/** Whether `a` of one iteration and `b` of another are certainly different. */
export function separation(a: Polynomial, b: Polynomial, space: IterationSpace): Separation {
  const left = splitBy(a, space.variable);
  const right = splitBy(b, space.variable);
  if (left === undefined || right === undefined) return { kind: 'unknown', why: 'strides' };
  if (minus(left.stride, right.stride).size > 0) return unequalStrides(left, right, space);
  const stride = scaled(left.stride, Math.abs(space.step));
  if (mentions(left.rest, space.inner) || mentions(right.rest, space.inner)) {
    return withInnerLoops(stride, left.rest, right.rest, space);
  }
  const difference = minus(left.rest, right.rest);
  const distance = constantValue(difference);
  const size = constantValue(stride);
  if (size === 0) {
    return distance === undefined || distance === 0 ? { kind: 'unknown', why: 'same-place' } : { kind: 'separate' };
  }
  if (distance === 0) {
    if (size !== undefined) return { kind: 'separate' };
    const [only] = atomsOf(stride);
    return stride.size === 1 && only !== undefined && atomsOf(stride).size === 1
      ? { kind: 'separate', nonZero: only }
      : { kind: 'unknown', why: 'strides' };
  }
  if (distance !== undefined && size !== undefined) {
    if (distance % size !== 0) return { kind: 'separate' };
    const span = space.span && constantValue(space.span);
    const iterations = Math.abs(distance / size);
    return span !== undefined && iterations * Math.abs(space.step) > span
      ? { kind: 'separate' }
      : { kind: 'distance', iterations };
  }
  return beyondSpan(difference, left.stride, space);
}

/** A distance that no two iterations are apart: `b[i]` and `b[i + n]` while `i` runs over n values. */
function beyondSpan(difference: Polynomial, stride: Polynomial, { span }: IterationSpace): Separation {
  if (span === undefined) return { kind: 'unknown', why: 'strides' };
  const reach = times(stride, span);
  const isBeyond = [difference, scaled(difference, -1)].some((far) => {
    const left = constantValue(minus(far, reach));
    return left !== undefined && left > 0;
  });
  return isBeyond ? { kind: 'separate' } : { kind: 'unknown', why: 'overlap' };
}

function unequalStrides(left: Split, right: Split, { inner }: IterationSpace): Separation {
  const [a, b, distance] = [left.stride, right.stride, minus(left.rest, right.rest)].map(constantValue);
  const unknown: Separation = { kind: 'unknown', why: 'strides' };
  if (a === undefined || b === undefined || distance === undefined || mentions(left.rest, inner)) return unknown;
  const divisor = gcd(Math.abs(a), Math.abs(b));
  return divisor !== 0 && distance % divisor !== 0 ? { kind: 'separate' } : unknown;
}

/** `i*w + x` with x < w: what the inner loops add stays below the stride, so iterations write to ranges of their own. */
function withInnerLoops(stride: Polynomial, left: Polynomial, right: Polynomial, space: IterationSpace): Separation {
  const { inner } = space;
  const [leftMost, leftLeast] = [extreme(left, space, 1), extreme(left, space, -1)];
  const [rightMost, rightLeast] = [extreme(right, space, 1), extreme(right, space, -1)];
  const overlap: Separation = { kind: 'unknown', why: 'overlap' };
  if (!leftMost || !leftLeast || !rightMost || !rightLeast) return overlap;
  const isBelow = [minus(leftMost, rightLeast), minus(rightMost, leftLeast)].every((reach) => {
    const room = constantValue(plus(minus(stride, reach), constant(-1)));
    return room !== undefined && room >= 0;
  });
  if (!isBelow) return overlap;
  const used = [...inner].filter(([name]) => atomsOf(left).has(name) || atomsOf(right).has(name));
  // With one inner loop `x < w` keeps x - x' below w even when w is a fraction; sums of several need whole numbers, and so do different places in
  // one iteration: `4 * (2.5 * y + x) + 2` is the first place of the next y.
  const isSame = minus(left, right).size === 0;
  const unsure = used.length > 1 || !isSame ? used.filter(([, { isIntegral }]) => !isIntegral) : [];
  return unsure.length === 0 ? { kind: 'separate' } : { kind: 'separate', integers: unsure.map(([name]) => name) };
}

/** The largest (or least) value over the inner loops; undefined when a coefficient's sign is not known. */
function extreme(given: Polynomial, { inner, nonNegative }: IterationSpace, direction: 1 | -1): Polynomial | undefined {
  let form = given;
  // Bounds may mention variables of loops further out; those are replaced in their turn.
  for (let round = 0; round <= inner.size; round += 1) {
    const name = [...inner.keys()].reverse().find((one) => atomsOf(form).has(one));
    if (name === undefined) return form;
    const split = splitBy(form, name);
    const range = inner.get(name);
    if (split === undefined || range === undefined) return undefined;
    const sign = signOf(split.stride, nonNegative);
    if (sign === undefined) return undefined;
    form = plus(split.rest, times(split.stride, sign * direction > 0 ? range.last : range.first));
  }
  return undefined;
}

function signOf(stride: Polynomial, nonNegative: ReadonlySet<string>): number | undefined {
  if (![...atomsOf(stride)].every((name) => nonNegative.has(name))) return undefined;
  const signs = new Set([...stride.values()].map(Math.sign));
  const [only] = signs;
  return signs.size === 1 ? only : undefined;
}

interface Split {
  readonly stride: Polynomial;
  readonly rest: Polynomial;
}

/** `stride * name + rest`; undefined when the variable occurs in a higher power. */
function splitBy(form: Polynomial, name: string): Split | undefined {
  const stride = new Map<string, number>();
  const rest = new Map<string, number>();
  for (const [monomial, coefficient] of form) {
    const atoms = [...atomsOfMonomial(monomial)];
    const at = atoms.indexOf(name);
    if (at < 0) {
      rest.set(monomial, coefficient);
      continue;
    }
    atoms.splice(at, 1);
    if (atoms.includes(name)) return undefined;
    stride.set(atoms.join('*'), coefficient);
  }
  return { stride, rest };
}

function mentions(form: Polynomial, inner: ReadonlyMap<string, InnerLoop>): boolean {
  return [...atomsOf(form)].some((name) => inner.has(name));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
