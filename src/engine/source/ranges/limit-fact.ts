// What a comparison that holds says about one of its operands.
import type { ComparisonOperator } from './known-conditions.ts';
import type { NumberFact } from './number-fact.ts';

/** The operator with its sides exchanged. */
export const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===' } as const satisfies Record<
  ComparisonOperator,
  ComparisonOperator
>;

export function limited(
  fact: NumberFact,
  operator: ComparisonOperator,
  bound: NumberFact | undefined,
  isNegation: boolean,
): NumberFact {
  // A comparison with something that is no number (a string, a bigint) says nothing here; a failed one may have failed over NaN.
  if (bound === undefined || bound.other || fact.other) return fact;
  if (isNegation && (bound.nan || bound.missing)) return fact;
  if (operator === '===' && bound.missing) return fact;
  const sharp = isNegation ? fact : { ...fact, nan: false, missing: false };
  const step = fact.integer && bound.integer ? 1 : 0;
  switch (operator) {
    case '<':
      return { ...sharp, high: Math.min(fact.high, bound.high - step) };
    case '<=':
      return { ...sharp, high: Math.min(fact.high, bound.high) };
    case '>':
      return { ...sharp, low: Math.max(fact.low, bound.low + step) };
    case '>=':
      return { ...sharp, low: Math.max(fact.low, bound.low) };
    case '===':
      return {
        ...sharp,
        low: Math.max(fact.low, bound.low),
        high: Math.min(fact.high, bound.high),
        integer: fact.integer || bound.integer,
      };
  }
}
