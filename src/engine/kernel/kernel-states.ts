// What is known of all variables at one place of a function: joined where ways meet, widened where loops keep growing it.
import * as facts from '../source/ranges/number-fact.ts';
import type { Expression, Local } from './kernel-ir.ts';

type NumberFact = facts.NumberFact;

/** What each variable holds at one place; a variable that is not in it has no value yet. */
export type State = Map<Local, NumberFact>;
/** Undefined: control does not come here. */
export type Reached = State | undefined;

/** The variable of `n % 2 === 0`. A remainder is exact, so no rounding is in the way; a multiple of 0.5 tells nothing. */
export function multipleIn(condition: Expression): { readonly local: Local; readonly of: number } | undefined {
  if (condition.kind !== 'compare' || condition.operator !== '===') return undefined;
  const { left, right } = condition;
  if (left.kind !== 'arithmetic' || left.operator !== '%' || right.kind !== 'constant' || right.value !== 0)
    return undefined;
  const isOfVariable = left.left.kind === 'local' && left.right.kind === 'constant';
  if (!isOfVariable || !Number.isSafeInteger(left.right.value) || left.right.value === 0) return undefined;
  return { local: left.left.local, of: left.right.value };
}

export function without(state: Reached, local: Local): Reached {
  const copy = state && new Map(state);
  copy?.delete(local);
  return copy;
}

export function joinStates(a: Reached, b: Reached): Reached {
  return a && b ? union(a, b) : (a ?? b);
}

/** A variable without a value on one of the ways may be unset. */
export function union(a: State, b: State): State {
  if (a === b) return a;
  // Most variables are not touched between two places: what is the same fact needs no look.
  const joined: State = new Map(a);
  for (const [local, fact] of a) {
    const other = b.get(local);
    if (other !== fact) joined.set(local, facts.join(fact, other ?? { ...fact, missing: true }));
  }
  for (const [local, fact] of b) if (!a.has(local)) joined.set(local, { ...fact, missing: true });
  return joined;
}

export function isWithin(inner: State, outer: State): boolean {
  for (const [local, fact] of inner) {
    const known = outer.get(local);
    if (known === fact) continue;
    if (known === undefined || !facts.sameFact(facts.join(known, fact), known)) return false;
  }
  for (const [local, fact] of outer) if (!inner.has(local) && !fact.missing) return false;
  return true;
}

export function areSame(a: State, b: State): boolean {
  if (a.size !== b.size) return false;
  for (const [local, fact] of a) {
    const other = b.get(local);
    if (other !== fact && (other === undefined || !facts.sameFact(fact, other))) return false;
  }
  return true;
}

/** What keeps growing after so many rounds jumps ahead. */
export const roundsBeforeWidening = 3;

const highThresholds = [255, 2 ** 31 - 1, 2 ** 53, Infinity];
const lowThresholds = [0, -(2 ** 31), -(2 ** 53), -Infinity];

export function widenedFact(before: NumberFact, after: NumberFact): NumberFact {
  const low = after.low < before.low ? (lowThresholds.find((bound) => bound <= after.low) ?? -Infinity) : after.low;
  const high =
    after.high > before.high ? (highThresholds.find((bound) => bound >= after.high) ?? Infinity) : after.high;
  return { ...after, low, high };
}

export function widened(before: State, after: State): State {
  const result: State = new Map();
  for (const [local, fact] of after) {
    const known = before.get(local);
    result.set(local, known === undefined || known === fact ? fact : widenedFact(known, fact));
  }
  return result;
}
