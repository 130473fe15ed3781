// Whether the elements that a counted loop comes to are there is asked once, before the first round: where an index goes up by one with the
// counter and every round uses it, the last one tells. If that element is missing, the original would have had to take over in the end anyway.
import { KernelCopy } from './copy-kernel.ts';
import type { ExpressionKeys } from './expression-keys.ts';
import type { ArrayLocal, Expression, Local, Statement } from './kernel-ir.ts';
import { constant, unless } from './kernel-steps.ts';
import { type Changes, type Loop, onlyValues, setIn } from './loop-changes.ts';
import { CertainVisit } from './visit-certain.ts';
import { statementsOf } from './walk-kernel.ts';

interface Count {
  readonly local: Local;
  readonly operator: '<' | '<=';
  readonly bound: Expression;
}

export function withBoundsChecked(loop: Loop, changes: Changes, keys: ExpressionKeys): Loop {
  const count = countOf(loop, changes);
  if (count === undefined || leavesLoop(loop.body, loop.labels)) return loop;
  const names = onlyValues(loop.body);
  /** What a variable stands for that is set in one statement. */
  const named = (index: Expression): Expression => (index.kind === 'local' ? (names.get(index.local) ?? index) : index);
  const keyOf = (array: ArrayLocal, index: Expression): string => `${keys.ofObject(array)}[${keys.of(named(index))}]`;
  const checks = new Map<string, Statement>();
  const check = (array: ArrayLocal, index: Expression): void => {
    const key = keyOf(array, index);
    if (checks.has(key) || !changes.leave({ kind: 'length', array }) || !isCounted(named(index), count, changes))
      return;
    checks.set(key, unless(isThere(array, named(index), count)));
  };
  new CertainVisit({
    expression: (one) => {
      if (one.kind === 'read') check(one.array, one.index);
      return false;
    },
    write: ({ array, index, mayAppend }) => {
      if (mayAppend !== true) check(array, index);
    },
  }).statements(loop.body);
  if (checks.size === 0) return loop;
  const isInside = (array: ArrayLocal, index: Expression): boolean => checks.has(keyOf(array, index));
  const copy: KernelCopy = new KernelCopy(
    (one) =>
      one.kind === 'read' && isInside(one.array, one.index)
        ? { ...one, index: copy.expression(one.index), isInside: true }
        : undefined,
    (one) =>
      one.kind === 'write' && isInside(one.array, one.index)
        ? [{ ...one, index: copy.expression(one.index), value: copy.expression(one.value), isInside: true }]
        : undefined,
  );
  return {
    ...loop,
    prelude: [...(loop.prelude ?? []), ...checks.values()],
    body: copy.statements(loop.body),
  };
}

const plainCopy = new KernelCopy(() => undefined);

/** Rounding keeps the order: no index is above that of the last round. */
function isThere(array: ArrayLocal, index: Expression, { local, operator, bound }: Count): Expression {
  const last = (): Expression =>
    operator === '<='
      ? plainCopy.expression(bound)
      : { kind: 'arithmetic', operator: '-', left: plainCopy.expression(bound), right: constant(1) };
  const copy = new KernelCopy((one) => (isLocal(one, local) ? last() : undefined));
  const right: Expression = { kind: 'length', array };
  const isBelow: Expression = { kind: 'compare', operator: '<', left: copy.expression(index), right };
  if (operator === '<=' || bound.kind === 'length') return isBelow;
  // The counter is at most one less than the bound, as long as both are integers.
  const isWhole: Expression = { kind: 'test', test: 'integer', operand: plainCopy.expression(bound) };
  return { kind: 'both', left: isWhole, right: isBelow };
}

/** `c` of `for (…; c < bound; c++)`, which nothing else sets. */
function countOf({ test, testsFirst, update, body }: Loop, changes: Changes): Count | undefined {
  const [step, ...more] = update;
  if (!testsFirst || test?.kind !== 'compare' || step?.kind !== 'evaluate' || more.length > 0) return undefined;
  const { left, right: bound, operator } = test;
  if ((operator !== '<' && operator !== '<=') || left.kind !== 'local' || !changes.leave(bound)) return undefined;
  const { local } = left;
  return isStep(step.expression, local) && !setIn(body).has(local) ? { local, operator, bound } : undefined;
}

function isStep(expression: Expression, local: Local): boolean {
  if (expression.kind === 'postfix') return expression.local === local && expression.delta === 1;
  if (expression.kind !== 'assign' || expression.local !== local || expression.value.kind !== 'arithmetic')
    return false;
  const { operator, left, right } = expression.value;
  return operator === '+' && isLocal(left, local) && right.kind === 'constant' && right.value === 1;
}

/** The counter, and what is the same in all rounds added to it or taken from it. */
function isCounted(index: Expression, count: Count, changes: Changes): boolean {
  if (isLocal(index, count.local)) return true;
  if (index.kind !== 'arithmetic') return false;
  const { operator, left, right } = index;
  if (operator !== '+' && operator !== '-') return false;
  if (isCounted(left, count, changes)) return changes.leave(right);
  return operator === '+' && isCounted(right, count, changes) && changes.leave(left);
}

function isLocal(expression: Expression, local: Local): boolean {
  return expression.kind === 'local' && expression.local === local;
}

/** Not all rounds may come, or not as far as they are written. */
function leavesLoop(statements: readonly Statement[], own: readonly string[]): boolean {
  const leaves = (inner: readonly Statement[], labels: readonly string[]): boolean =>
    inner.some((statement) => {
      if (statement.kind === 'return') return true;
      if (statement.kind === 'break') return !labels.includes(statement.label);
      if (statement.kind === 'continue') return !own.includes(statement.label) && !labels.includes(statement.label);
      const within =
        statement.kind === 'loop' || statement.kind === 'block' ? [...labels, ...statement.labels] : labels;
      return statementsOf(statement).some((part) => leaves(part, within));
    });
  return leaves(statements, []);
}
