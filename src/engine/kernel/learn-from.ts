// What a condition that holds, or does not hold, says about the variables in it: `i < n`, `n >= 2`, `i * i <= n`, `b !== 0`.
import { limited, mirrored } from '../source/ranges/limit-fact.ts';
import * as facts from '../source/ranges/number-fact.ts';
import type { Comparison, Expression, Local } from './kernel-ir.ts';
import type { State } from './kernel-states.ts';
import { visitStatements } from './walk-kernel.ts';

type NumberFact = facts.NumberFact;

const opposites = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;

/** The state sharpened; undefined when the condition cannot come out this way. */
export function learnFrom(
  condition: Expression,
  holds: boolean,
  state: State,
  factOf: (expression: Expression) => NumberFact,
): State | undefined {
  if (condition.kind === 'isTruthy') {
    // Of NaN nothing is learned: it is not truthy, and not zero either.
    return holds ? learnUnequal(condition.operand, facts.exactly(0), state) : state;
  }
  if (condition.kind === 'test' && holds && (condition.test === 'integer' || condition.test === 'safe-integer')) {
    const limit = condition.test === 'safe-integer' ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
    return change(condition.operand, state, (fact) => ({
      ...fact,
      low: Math.max(fact.low, -limit),
      high: Math.min(fact.high, limit),
      integer: true,
      nan: false,
    }));
  }
  if (condition.kind !== 'compare') return state;
  const { operator, left, right } = condition;
  // A side says something about its variable as long as the other side does not change it meanwhile.
  const sides = { left: !changes(right, variableOf(left)), right: !changes(left, variableOf(right)) };
  const equal = (operator === '===' || operator === '!==') && (operator === '===') === holds;
  if ((operator === '===' || operator === '!==') && !equal) {
    const afterRight = sides.right ? learnUnequal(right, factOf(left), state) : state;
    return afterRight && sides.left ? learnUnequal(left, factOf(right), afterRight) : afterRight;
  }
  const known = operator === '===' || operator === '!==' ? '===' : holds ? operator : opposites[operator];
  const isNegation = !holds && known !== '===';
  const afterRight = sides.right ? learnCompared(right, mirrored[known], left, isNegation, state, factOf) : state;
  return sides.left ? learnCompared(left, known, right, isNegation, afterRight, factOf) : afterRight;
}

/** The variable that a side of a comparison is about. */
function variableOf(side: Expression): Local | undefined {
  if (side.kind === 'arithmetic' && side.operator === '+' && side.left.kind === 'local')
    return changes(side.right, side.left.local) ? undefined : side.left.local;
  return side.kind === 'local' || side.kind === 'assign' ? side.local : squared(side);
}

function changes(expression: Expression, local: Local | undefined): boolean {
  let found = false;
  visitStatements([{ kind: 'evaluate', expression }], {
    expression: (one) => {
      found ||= (one.kind === 'assign' || one.kind === 'postfix') && one.local === local;
    },
    statement: (one) => {
      found ||= one.kind === 'forget' && one.local === local;
    },
  });
  return found;
}

function learnCompared(
  side: Expression,
  operator: Exclude<Comparison, '!=='>,
  limit: Expression,
  isNegation: boolean,
  state: State | undefined,
  factOf: (expression: Expression) => NumberFact,
): State | undefined {
  if (state === undefined) return undefined;
  const bound = factOf(limit);
  const base = squared(side);
  if (base !== undefined && (operator === '<' || operator === '<=')) {
    const before = state.get(base);
    if (before === undefined) return state;
    // For a NaN or a square that was rounded nothing is lost: the root of the next larger double bounds them all.
    if (isNegation && (before.nan || bound.nan)) return state;
    const largest = Math.sqrt(Math.max(bound.high, 0)) * (1 + 2 ** -50);
    const limit = before.integer ? Math.floor(largest) : largest;
    return put(state, base, {
      ...before,
      low: Math.max(before.low, -limit),
      high: Math.min(before.high, limit),
      nan: isNegation ? before.nan : false,
    });
  }
  const part = isNegation ? undefined : boundedPart(side, operator, bound, factOf);
  if (part !== undefined) {
    const { local, largest } = part;
    return change({ kind: 'local', local }, state, (fact) => ({ ...fact, high: Math.min(fact.high, largest) }));
  }
  return change(side, state, (fact) => limited(fact, operator, bound, isNegation));
}

/** The variable of `i + width < limit`, and how large it can be. Sums of integers beyond the limit are no less for being rounded. */
function boundedPart(
  side: Expression,
  operator: Comparison,
  bound: NumberFact,
  factOf: (expression: Expression) => NumberFact,
): { readonly local: Local; readonly largest: number } | undefined {
  if (side.kind !== 'arithmetic' || side.operator !== '+' || side.left.kind !== 'local') return undefined;
  const { left, right } = side;
  if (changes(right, left.local)) return undefined;
  const other = factOf(right);
  const areIntegers = facts.isInteger(factOf(left)) && facts.isInteger(other);
  const isLess = operator === '<' || operator === '<=';
  if (!isLess || !areIntegers || bound.high > 2 ** 52 || Math.abs(other.low) > 2 ** 52) return undefined;
  return { local: left.local, largest: Math.floor(bound.high) - other.low };
}

/** The variable of `i * i`. */
function squared(side: Expression): Local | undefined {
  if (side.kind !== 'arithmetic' || side.operator !== '*') return undefined;
  const { left, right } = side;
  return left.kind === 'local' && right.kind === 'local' && left.local === right.local ? left.local : undefined;
}

/** An integer that is not the end of its interval lies one further in. */
function learnUnequal(side: Expression, other: NumberFact, state: State): State | undefined {
  const isOneValue = other.low === other.high && !other.nan && !other.missing;
  if (!isOneValue) return state;
  return change(side, state, (fact) => {
    if (!fact.integer) return fact;
    const low = fact.low === other.low ? fact.low + 1 : fact.low;
    const high = fact.high === other.low ? fact.high - 1 : fact.high;
    return { ...fact, low, high, negativeZero: fact.negativeZero && other.low !== 0 };
  });
}

function change(side: Expression, state: State, sharpen: (fact: NumberFact) => NumberFact): State | undefined {
  const local = side.kind === 'local' || side.kind === 'assign' ? side.local : undefined;
  const before = local === undefined ? undefined : state.get(local);
  if (local === undefined || before === undefined) return state;
  const after = sharpen(before);
  // An empty interval: only NaN is left, or nothing at all.
  if (after.low > after.high) return after.nan ? put(state, local, { ...after, ...wholeLine }) : undefined;
  return put(state, local, after);
}

const wholeLine = { low: -Infinity, high: Infinity, integer: false };

function put(state: State, local: Local, fact: NumberFact): State {
  const before = state.get(local);
  if (before !== undefined && facts.sameFact(before, fact)) return state;
  return new Map(state).set(local, fact);
}
