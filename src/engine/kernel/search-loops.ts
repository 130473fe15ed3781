// Loops that look for a divisor: nothing happens in their rounds until a remainder is zero. Several rounds can be asked at once for that, in the
// lanes of vectors, since it is enough that no zero is missed: a quotient without a fraction. From the first one on the rounds are done as ever.
import { isInteger } from '../source/ranges/number-fact.ts';
import { arithmeticFact } from './fact-transfers.ts';
import type { KernelFacts } from './kernel-facts.ts';
import type { Expression, Local, Statement } from './kernel-ir.ts';
import { type Loop, setIn } from './loop-changes.ts';
import { isExactInteger, isInt32, isIntegerCode, typeOfLocal } from './representation.ts';
import { nodesOf } from './walk-kernel.ts';

export interface SearchLoop {
  readonly counter: Local;
  readonly step: number;
  readonly test: Expression;
  readonly remainders: readonly Remainder[];
}

/** Of which the loop waits for a zero. */
export interface Remainder {
  readonly dividend: LaneOperand;
  readonly divisor: LaneOperand;
}

/** The counter and so much, or what is the same in all rounds. */
export type LaneOperand = { readonly offset: number } | { readonly same: Expression };

/** Expressions and statements of a round, which is written out a few times. */
const mostNodes = 60;
export const searchVectors = 2;
/** Rounds of two doubles in each of the vectors. */
export const searchLanes = searchVectors * 2;

export function searchLoop(loop: Loop, facts: KernelFacts): SearchLoop | undefined {
  const { test, testsFirst } = loop;
  // In a `while` the step is the last statement of the body.
  const steps = loop.update.length > 0 ? loop.update : loop.body.slice(-1);
  const body = loop.update.length > 0 ? loop.body : loop.body.slice(0, -1);
  const [step, ...more] = steps;
  if (step?.kind !== 'evaluate' || more.length > 0 || test?.kind !== 'compare' || !testsFirst) return undefined;
  const counted = stepOf(step.expression);
  if (counted === undefined || typeOfLocal(counted.counter, facts) !== 'i32') return undefined;
  const set = setIn(body);
  if (set.has(counted.counter) || nodesOf(body) > mostNodes) return undefined;
  const rounds = { ...counted, facts, set: set.add(counted.counter) };
  if (!isRisingTest(test, rounds)) return undefined;
  const remainders = body.map((statement) => remaindersIn(statement, rounds));
  if (remainders.length === 0 || remainders.some((found) => found === undefined)) return undefined;
  return { ...counted, test, remainders: remainders.flatMap((found) => found ?? []) };
}

interface Rounds {
  readonly counter: Local;
  readonly step: number;
  readonly facts: KernelFacts;
  /** Variables that may be others in the next round. */
  readonly set: ReadonlySet<Local>;
}

function stepOf(expression: Expression): { readonly counter: Local; readonly step: number } | undefined {
  if (expression.kind === 'postfix') return { counter: expression.local, step: expression.delta };
  if (expression.kind !== 'assign' || expression.value.kind !== 'arithmetic') return undefined;
  const { operator, left, right } = expression.value;
  const isStep = operator === '+' && left.kind === 'local' && left.local === expression.local;
  if (!isStep || right.kind !== 'constant' || !Number.isInteger(right.value)) return undefined;
  return { counter: expression.local, step: right.value };
}

/** Where it holds for a round, it has held for all rounds before. */
function isRisingTest({ operator, left, right }: Extract<Expression, { kind: 'compare' }>, rounds: Rounds): boolean {
  const isUpper = operator === '<' || operator === '<=';
  if (!isUpper || rounds.step <= 0 || rounds.step > largestStep || !isSame(right, rounds)) return false;
  return isRising(left, rounds) && [left, right].every((side) => isIntegerCode(side, rounds.facts, 'zeros alike'));
}

const largestStep = 64;

/** An integer that never falls, and stays one of 32 bits for the rounds that are asked ahead. */
function isRising(expression: Expression, rounds: Rounds): boolean {
  const { counter, facts, step } = rounds;
  if (isSame(expression, rounds)) return true;
  const fact = facts.of(expression);
  if (fact === undefined || fact.low < 0) return false;
  if (expression.kind === 'local') return expression.local === counter && fact.high < 2 ** 30;
  if (expression.kind !== 'arithmetic' || (expression.operator !== '+' && expression.operator !== '*')) return false;
  const parts = [expression.left, expression.right];
  const [a, b] = parts.map((part) => facts.of(part));
  if (a === undefined || b === undefined || a.low < 0 || b.low < 0) return false;
  // As if all of it went up by what the counter does.
  const ahead = searchLanes * step;
  const later = arithmeticFact(expression.operator, { ...a, high: a.high + ahead }, { ...b, high: b.high + ahead });
  return isInt32(later) && parts.every((part) => isRising(part, rounds) && !isNested(part));
}

function isNested(part: Expression): boolean {
  return part.kind === 'arithmetic';
}

/** Has the same value in all rounds, and no effects: nor can it hand the call to the original. */
function isSame(expression: Expression, rounds: Rounds): boolean {
  switch (expression.kind) {
    case 'constant':
      return true;
    case 'local':
      return !rounds.set.has(expression.local) && rounds.facts.wordOf?.(expression.local) === undefined;
    case 'arithmetic':
      return (
        (expression.operator === '+' || expression.operator === '-' || expression.operator === '*') &&
        isSame(expression.left, rounds) &&
        isSame(expression.right, rounds)
      );
    default:
      return false;
  }
}

/** Undefined where a round may do something before one of them is zero. */
function remaindersIn(statement: Statement, rounds: Rounds): readonly Remainder[] | undefined {
  if (statement.kind !== 'if' || statement.whenFalse.length > 0) return undefined;
  return remaindersOf(statement.condition, rounds);
}

function remaindersOf(condition: Expression, rounds: Rounds): readonly Remainder[] | undefined {
  switch (condition.kind) {
    case 'either': {
      const [left, right] = [remaindersOf(condition.left, rounds), remaindersOf(condition.right, rounds)];
      return left && right && [...left, ...right];
    }
    case 'compare': {
      const { operator, left, right } = condition;
      if (operator !== '===' || right.kind !== 'constant' || right.value !== 0) return undefined;
      return remainderOf(left, rounds);
    }
    case 'not': {
      // NaN is not truthy either: no such remainder may be.
      if (condition.operand.kind !== 'isTruthy' || condition.operand.operand.kind !== 'arithmetic') return undefined;
      const { left, right } = condition.operand.operand;
      const [dividend, divisor] = [left, right].map((one) => rounds.facts.of(one));
      if (!isExactInteger(dividend) || divisor === undefined || !isInteger(divisor) || divisor.low <= 0)
        return undefined;
      return remainderOf(condition.operand.operand, rounds);
    }
    default:
      return undefined;
  }
}

function remainderOf(expression: Expression, rounds: Rounds): readonly Remainder[] | undefined {
  if (expression.kind !== 'arithmetic' || expression.operator !== '%') return undefined;
  const [dividend, divisor] = [operandOf(expression.left, rounds), operandOf(expression.right, rounds)];
  return dividend && divisor && [{ dividend, divisor }];
}

function operandOf(expression: Expression, rounds: Rounds): LaneOperand | undefined {
  if (isSame(expression, rounds)) return { same: expression };
  if (expression.kind === 'local') return expression.local === rounds.counter ? { offset: 0 } : undefined;
  if (expression.kind !== 'arithmetic' || expression.operator !== '+') return undefined;
  const { left, right } = expression;
  const isOffset = left.kind === 'local' && left.local === rounds.counter && right.kind === 'constant';
  return isOffset ? { offset: right.value } : undefined;
}
