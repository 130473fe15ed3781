// Loops that count upwards: the counter, how far it goes, by how much, and indices that differ by whole numbers.
import type { Expression, Local } from './kernel-ir.ts';
import { constant } from './kernel-steps.ts';
import { type Changes, type Loop, setIn } from './loop-changes.ts';

export interface Count {
  readonly local: Local;
  readonly operator: '<' | '<=';
  readonly bound: Expression;
  readonly step: Expression;
}

/** `c` of `for (…; c < bound; c += step)`, which nothing else sets. */
export function countOf({ test, testsFirst, update, body }: Loop, changes: Changes): Count | undefined {
  const [next, ...more] = update;
  if (!testsFirst || test?.kind !== 'compare' || next?.kind !== 'evaluate' || more.length > 0) return undefined;
  const { left, right: bound, operator } = test;
  if ((operator !== '<' && operator !== '<=') || left.kind !== 'local' || !changes.leave(bound)) return undefined;
  const { local } = left;
  const step = stepOf(next.expression, local);
  if (step === undefined || setIn(body).has(local) || !isPlain(step) || !changes.leave(step)) return undefined;
  return { local, operator, bound, step };
}

function stepOf(expression: Expression, local: Local): Expression | undefined {
  if (expression.kind === 'postfix')
    return expression.local === local && expression.delta === 1 ? constant(1) : undefined;
  if (expression.kind !== 'assign' || expression.local !== local || expression.value.kind !== 'arithmetic')
    return undefined;
  const { operator, left, right } = expression.value;
  if (operator !== '+' || !isLocal(left, local)) return undefined;
  return right.kind !== 'constant' || right.value > 0 ? right : undefined;
}

/** `i + 2` is `i` and 2. */
export function withoutOffset(index: Expression): { readonly base: Expression; readonly offset: number } {
  if (index.kind !== 'arithmetic' || index.right.kind !== 'constant') return { base: index, offset: 0 };
  const { operator, left, right } = index;
  if ((operator !== '+' && operator !== '-') || !Number.isSafeInteger(right.value)) return { base: index, offset: 0 };
  const inner = withoutOffset(left);
  return { base: inner.base, offset: inner.offset + (operator === '+' ? right.value : -right.value) };
}

/** It is the counter, and what no round changes: one more in each round. */
export function movesByOne(base: Expression, count: Count, changes: Changes): boolean {
  if (isLocal(base, count.local)) return true;
  if (base.kind !== 'arithmetic' || base.operator !== '+') return false;
  const { left, right } = base;
  return (
    (movesByOne(left, count, changes) && changes.leave(right)) ||
    (movesByOne(right, count, changes) && changes.leave(left))
  );
}

/** Looked at once more, it costs nothing, and hands nothing over to the original. */
export function isPlain(expression: Expression): boolean {
  return expression.kind === 'local' || expression.kind === 'constant' || expression.kind === 'length';
}

export function isLocal(expression: Expression, local: Local): boolean {
  return expression.kind === 'local' && expression.local === local;
}
