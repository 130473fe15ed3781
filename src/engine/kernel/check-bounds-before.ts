// Whether the elements that a counted loop comes to are there is asked once, before the first round: where an index goes up with the counter, or
// stays the same, and every round uses it, the last one tells. If that element is missing, the original would have had to take over in the end
// anyway.
import { KernelCopy } from './copy-kernel.ts';
import { type Count, countOf, isLocal, isPlain, withoutOffset } from './counted-loops.ts';
import type { ExpressionKeys } from './expression-keys.ts';
import type { ArrayLocal, Expression, Local, Statement, TableLocal } from './kernel-ir.ts';
import { constant, product, read, unless } from './kernel-steps.ts';
import type { Changes, Loop } from './loop-changes.ts';
import { copyWithNames, RoundNames } from './round-names.ts';
import { CertainVisit } from './visit-certain.ts';
import { partsOf, statementsOf } from './walk-kernel.ts';

/** Indices that differ by integers, below one limit: the largest tells of all. */
interface Check {
  readonly limit: Expression;
  readonly index: Expression;
  readonly offset: number;
}

/** What has to be above an index. Those that read alike are the same number. */
interface Limit {
  readonly value: Expression;
  /** The loop does not change it. */
  readonly isKept: boolean;
}

/** `rows`: which arrays are rows of a table for as long as it has that many columns. */
export function withBoundsChecked(
  loop: Loop,
  changes: Changes,
  keys: ExpressionKeys,
  rows: ReadonlyMap<ArrayLocal, TableLocal>,
): Loop {
  const count = countOf(loop, changes);
  if (count === undefined) return loop;
  const names = new RoundNames(loop.body);
  const rowsOf = (table: TableLocal): Limit => ({ value: read(table.rows), isKept: changes.leaveTable(table) });
  const columnsOf = (table: TableLocal): Limit => ({ value: read(table.columns), isKept: changes.leaveTable(table) });
  const lengthOf = (array: ArrayLocal): Limit => {
    const table = rows.get(array);
    const value: Expression = { kind: 'length', array };
    const isKept = changes.leave(value);
    return table !== undefined && isKept && changes.leaveTable(table) ? columnsOf(table) : { value, isKept };
  };
  const keyOf = (limit: Expression, base: Expression): string => `${keys.of(base)} below ${keys.of(limit)}`;

  const collect = (statements: readonly Statement[]): ReadonlyMap<string, Check> => {
    const checks = new Map<string, Check>();
    const add = (key: string, check: Check): void => {
      const before = checks.get(key);
      if (before === undefined || before.offset < check.offset) checks.set(key, check);
    };
    const check = ({ value: limit, isKept }: Limit, named: Expression): void => {
      const index = names.valueOf(named);
      if (!isKept || !isCounted(index, count, changes)) return;
      const { base, offset } = withoutOffset(index);
      add(keyOf(limit, base), { limit, index, offset });
    };
    // What does not move with the counter is the engine's to take out of the loop.
    const checkMoving = (limit: Limit, named: Expression): void => {
      if (reads(names.valueOf(named), count.local)) check(limit, named);
    };
    new CertainVisit({
      expression: (one) => {
        if (one.kind === 'read') check(lengthOf(one.array), one.index);
        if (one.kind === 'place') {
          checkMoving(rowsOf(one.table), one.row);
          checkMoving(columnsOf(one.table), one.column);
        }
        if (one.kind === 'assign') names.set(one.local);
        return false;
      },
      write: ({ array, index, mayAppend }) => {
        if (mayAppend !== true) check(lengthOf(array), index);
      },
      branches: ({ whenTrue, whenFalse }) => {
        const [some, others] = [whenTrue, whenFalse].map((branch) => names.within(() => collect(branch)));
        for (const [key, one] of some ?? []) {
          const other = others?.get(key);
          if (other !== undefined) add(key, one.offset < other.offset ? one : other);
        }
      },
    }).statements(statements);
    return checks;
  };
  const checks = new Map(leavesLoop(loop.body, loop.labels) ? [] : names.within(() => collect(loop.body)));
  const tested = keyOf(count.bound, read(count.local));
  const testedOffset = count.operator === '<' ? 0 : -1;
  if ((checks.get(tested)?.offset ?? testedOffset) <= testedOffset) checks.delete(tested);
  const isInside = ({ value: limit, isKept }: Limit, named: Expression): boolean => {
    const { base, offset } = withoutOffset(names.valueOf(named));
    const key = keyOf(limit, base);
    const largest = checks.get(key)?.offset ?? (key === tested ? testedOffset : -Infinity);
    return isKept && offset <= largest;
  };
  return {
    ...loop,
    prelude: [
      ...(loop.prelude ?? []),
      ...[...checks.values()].map(({ limit, index }) => unless(isThere(limit, index, count))),
    ],
    body: marked(loop.body, names, {
      element: (array, index) => isInside(lengthOf(array), index),
      row: ({ table, row }) => isInside(rowsOf(table), row),
      column: ({ table, column }) => isInside(columnsOf(table), column),
    }),
  };
}

type Place = Extract<Expression, { kind: 'place' }>;

interface Inside {
  readonly element: (array: ArrayLocal, index: Expression) => boolean;
  readonly row: (place: Place) => boolean;
  readonly column: (place: Place) => boolean;
}

/** The body, in which indices that are known to be inside say so. */
function marked(body: readonly Statement[], names: RoundNames, isInside: Inside): readonly Statement[] {
  return copyWithNames(body, names, {
    expression: (one, copy) => {
      if (one.kind === 'read' && isInside.element(one.array, one.index))
        return { ...one, index: copy.expression(one.index), isInside: true };
      if (one.kind !== 'place') return undefined;
      return {
        ...one,
        row: copy.expression(one.row),
        column: copy.expression(one.column),
        isRowInside: one.isRowInside === true || isInside.row(one),
        isColumnInside: one.isColumnInside === true || isInside.column(one),
      };
    },
    write: (one, copy) => {
      if (!isInside.element(one.array, one.index)) return undefined;
      return { ...one, index: copy.expression(one.index), value: copy.expression(one.value), isInside: true };
    },
  });
}

const plainCopy = new KernelCopy(() => undefined);

/** Rounding keeps the order: no index is above that of the last round. */
function isThere(limit: Expression, index: Expression, count: Count): Expression {
  const { local, operator, bound, step } = count;
  const isOne = step.kind === 'constant' && step.value === 1;
  const copy = new KernelCopy((one) => (isLocal(one, local) ? lastOf(count) : undefined));
  const right = plainCopy.expression(limit);
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

function reads(expression: Expression, local: Local): boolean {
  return isLocal(expression, local) || partsOf(expression).some((part) => reads(part, local));
}

function isFactor(expression: Expression): boolean {
  return expression.kind === 'constant' && expression.value > 0;
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
