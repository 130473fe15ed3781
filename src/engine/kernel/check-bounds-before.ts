// Whether the elements that a counted loop comes to are there is asked once, before the first round: where an index goes up with the counter, or
// stays the same, and every round uses it, the last one tells. If that element is missing, the original would have had to take over in the end
// anyway.
import { KernelCopy } from './copy-kernel.ts';
import type { ExpressionKeys } from './expression-keys.ts';
import type { ArrayLocal, Expression, Local, Statement } from './kernel-ir.ts';
import { constant, product, read, unless } from './kernel-steps.ts';
import { type Changes, type Loop, onlyValues, setIn } from './loop-changes.ts';
import { CertainVisit } from './visit-certain.ts';
import { statementsOf } from './walk-kernel.ts';

interface Count {
  readonly local: Local;
  readonly operator: '<' | '<=';
  readonly bound: Expression;
  readonly step: Expression;
}

/** Elements whose indices differ by integers: the one with the largest tells of all. */
interface Check {
  readonly array: ArrayLocal;
  readonly index: Expression;
  readonly offset: number;
}

export function withBoundsChecked(loop: Loop, changes: Changes, keys: ExpressionKeys): Loop {
  const count = countOf(loop, changes);
  if (count === undefined || leavesLoop(loop.body, loop.labels)) return loop;
  const names = new RoundNames(loop.body);
  const keyOf = (array: ArrayLocal, index: Expression): string =>
    `${keys.ofObject(array)}[${keys.of(names.valueOf(index))}]`;
  const inside = new Set<string>();
  const checks = new Map<string, Check>();
  const check = (array: ArrayLocal, read: Expression): void => {
    const index = names.valueOf(read);
    const isKnown = inside.has(keyOf(array, read)) || !changes.leave({ kind: 'length', array });
    if (isKnown || !isCounted(index, count, changes)) return;
    inside.add(keyOf(array, read));
    const { base, offset } = withoutOffset(index);
    const key = `${keys.ofObject(array)}[${keys.of(base)}]`;
    const before = checks.get(key);
    if (before === undefined || before.offset < offset) checks.set(key, { array, index, offset });
  };
  const certain = new Set<Expression>();
  new CertainVisit({
    expression: (one) => {
      if (one.kind === 'read') check(one.array, one.index);
      if (one.kind === 'assign') {
        certain.add(one);
        names.set(one.local);
      }
      return false;
    },
    write: ({ array, index, mayAppend }) => {
      if (mayAppend !== true) check(array, index);
    },
  }).statements(loop.body);
  if (checks.size === 0) return loop;
  names.beginRound();
  const isInside = (array: ArrayLocal, index: Expression): boolean => inside.has(keyOf(array, index));
  const copy: KernelCopy = new KernelCopy(
    (one) => {
      if (one.kind === 'read' && isInside(one.array, one.index))
        return { ...one, index: copy.expression(one.index), isInside: true };
      if (one.kind !== 'assign' || !certain.has(one)) return undefined;
      const value = copy.expression(one.value);
      names.set(one.local);
      return { ...one, value };
    },
    (one) =>
      one.kind === 'write' && isInside(one.array, one.index)
        ? [{ ...one, index: copy.expression(one.index), value: copy.expression(one.value), isInside: true }]
        : undefined,
  );
  return {
    ...loop,
    prelude: [
      ...(loop.prelude ?? []),
      ...[...checks.values()].map(({ array, index }) => unless(isThere(array, index, count))),
    ],
    body: copy.statements(loop.body),
  };
}

/** What variables stand for that are set in one statement of a round: from there to the end of the round, and not before. */
class RoundNames {
  readonly #values: ReadonlyMap<Local, Expression>;
  readonly #set = new Set<Local>();

  constructor(body: readonly Statement[]) {
    this.#values = onlyValues(body);
  }

  beginRound(): void {
    this.#set.clear();
  }

  set(local: Local): void {
    this.#set.add(local);
  }

  valueOf(index: Expression): Expression {
    const value = index.kind === 'local' && this.#set.has(index.local) ? this.#values.get(index.local) : undefined;
    return value ?? index;
  }
}

const plainCopy = new KernelCopy(() => undefined);

/** `i + 2` is `i` and 2. */
function withoutOffset(index: Expression): { readonly base: Expression; readonly offset: number } {
  if (index.kind !== 'arithmetic' || index.right.kind !== 'constant') return { base: index, offset: 0 };
  const { operator, left, right } = index;
  if ((operator !== '+' && operator !== '-') || !Number.isSafeInteger(right.value)) return { base: index, offset: 0 };
  const inner = withoutOffset(left);
  return { base: inner.base, offset: inner.offset + (operator === '+' ? right.value : -right.value) };
}

/** Rounding keeps the order: no index is above that of the last round. */
function isThere(array: ArrayLocal, index: Expression, count: Count): Expression {
  const { local, operator, bound, step } = count;
  const isOne = step.kind === 'constant' && step.value === 1;
  const copy = new KernelCopy((one) => (isLocal(one, local) ? lastOf(count) : undefined));
  const right: Expression = { kind: 'length', array };
  const isBelow: Expression = { kind: 'compare', operator: '<', left: copy.expression(index), right };
  const whole = [
    // The counter is at most one less than the bound, as long as both are integers.
    ...(operator === '<' && bound.kind !== 'length' ? [bound] : []),
    ...(isOne ? [] : [read(local), step]),
  ].filter(({ kind }) => kind !== 'constant');
  const isUpward: readonly Expression[] =
    step.kind === 'constant'
      ? []
      : [{ kind: 'compare', operator: '>', left: plainCopy.expression(step), right: constant(0) }];
  const areWhole = whole.map(
    (one): Expression => ({ kind: 'test', test: 'integer', operand: plainCopy.expression(one) }),
  );
  return [...areWhole, ...isUpward, isBelow].reduce((left, one) => ({ kind: 'both', left, right: one }));
}

/** The counter of the last round. With other steps than one, from that of the first round, which the counter has when it is asked. */
function lastOf({ local, operator, bound, step }: Count): Expression {
  const limit: Expression =
    operator === '<='
      ? plainCopy.expression(bound)
      : { kind: 'arithmetic', operator: '-', left: plainCopy.expression(bound), right: constant(1) };
  if (step.kind === 'constant' && step.value === 1) return limit;
  const way: Expression = { kind: 'arithmetic', operator: '-', left: limit, right: read(local) };
  const steps: Expression = { kind: 'arithmetic', operator: '/', left: way, right: plainCopy.expression(step) };
  const whole: Expression = { kind: 'math', operation: 'floor', operands: [steps] };
  return { kind: 'arithmetic', operator: '+', left: read(local), right: product(whole, plainCopy.expression(step)) };
}

/** `c` of `for (…; c < bound; c += step)`, which nothing else sets. */
function countOf({ test, testsFirst, update, body }: Loop, changes: Changes): Count | undefined {
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

/** What is the same in all rounds, and goes up with the counter where it is in it. */
function isCounted(index: Expression, count: Count, changes: Changes): boolean {
  if (isLocal(index, count.local) || (isPlain(index) && changes.leave(index))) return true;
  if (index.kind !== 'arithmetic') return false;
  const { operator, left, right } = index;
  switch (operator) {
    case '+':
      return isCounted(left, count, changes) && isCounted(right, count, changes);
    case '-':
      return isCounted(left, count, changes) && changes.leave(right);
    case '*':
      return (
        (isFactor(left) && isCounted(right, count, changes)) || (isFactor(right) && isCounted(left, count, changes))
      );
    default:
      return false;
  }
}

function isFactor(expression: Expression): boolean {
  return expression.kind === 'constant' && expression.value > 0;
}

/** Looked at once more, it costs nothing, and hands nothing over to the original. */
function isPlain(expression: Expression): boolean {
  return expression.kind === 'local' || expression.kind === 'constant' || expression.kind === 'length';
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
