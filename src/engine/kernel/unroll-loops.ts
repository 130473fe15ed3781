// Loops of a few rounds, whose number is written in the code, become their rounds one after the other: what depends on the counter alone is
// known then, as for the neighbours of a cell (`for (let dy = -1; dy <= 1; dy++)`).

import { KernelCopy } from './copy-kernel.ts';
import { foldStatements, openBlock } from './fold-constants.ts';
import type { Expression, Local, Statement } from './kernel-ir.ts';
import { assign, constant } from './kernel-steps.ts';
import { type Loop, setIn } from './loop-changes.ts';
import { nodesOf, visitStatements } from './walk-kernel.ts';

const mostRounds = 8;
/** Expressions and statements of all rounds together. */
const mostNodes = 400;

export function unrollLoops(statements: readonly Statement[]): readonly Statement[] {
  const unrolled: Statement[] = [];
  for (const statement of statements) {
    const inner = withInnerLoopsUnrolled(statement);
    const rounds = inner.kind === 'loop' ? roundsOf(inner, unrolled.at(-1)) : undefined;
    if (inner.kind === 'loop' && rounds !== undefined) unrolled.push(...inRounds(inner, rounds));
    else unrolled.push(inner);
  }
  return unrolled;
}

function withInnerLoopsUnrolled(statement: Statement): Statement {
  switch (statement.kind) {
    case 'if':
      return {
        ...statement,
        whenTrue: unrollLoops(statement.whenTrue),
        whenFalse: unrollLoops(statement.whenFalse),
      };
    case 'loop':
    case 'block':
      return { ...statement, body: unrollLoops(statement.body) };
    default:
      return statement;
  }
}

interface Rounds {
  readonly counter: Local;
  readonly values: readonly number[];
  /** Of the counter after the last round. */
  readonly end: number;
}

/** The statement before has to set the counter. */
function roundsOf({ test, testsFirst, update, body, labels }: Loop, before: Statement | undefined): Rounds | undefined {
  if (before?.kind !== 'evaluate' || before.expression.kind !== 'assign') return undefined;
  const { local: counter, value: first } = before.expression;
  const [step, ...more] = update;
  if (first.kind !== 'constant' || test?.kind !== 'compare' || !testsFirst || more.length > 0) return undefined;
  const { left, right, operator } = test;
  if (left.kind !== 'local' || left.local !== counter || right.kind !== 'constant') return undefined;
  const by = step?.kind === 'evaluate' ? stepOf(step.expression, counter) : undefined;
  const isCounted =
    by !== undefined && [first.value, right.value].every(Number.isSafeInteger) && !setIn(body).has(counter);
  if (!isCounted || (operator !== '<' && operator !== '<=') || by <= 0) return undefined;
  const values: number[] = [];
  let end = first.value;
  for (; operator === '<' ? end < right.value : end <= right.value; end += by) {
    if (values.length === mostRounds) return undefined;
    values.push(end);
  }
  return nodesOf(body) * values.length <= mostNodes && !isLeftEarly(body, labels)
    ? { counter, values, end }
    : undefined;
}

function stepOf(expression: Expression, counter: Local): number | undefined {
  if (expression.kind === 'postfix') return expression.local === counter ? expression.delta : undefined;
  if (expression.kind !== 'assign' || expression.local !== counter || expression.value.kind !== 'arithmetic')
    return undefined;
  const { operator, left, right } = expression.value;
  const isStep = operator === '+' && left.kind === 'local' && left.local === counter && right.kind === 'constant';
  return isStep && Number.isSafeInteger(right.value) ? right.value : undefined;
}

/** Something in it needs the loop as such: it ends it, or makes arrays whose memory is that of a variable. */
function isLeftEarly(body: readonly Statement[], labels: readonly string[]): boolean {
  let found = false;
  visitStatements(body, {
    statement: (one) => {
      found ||= one.kind === 'break' && labels.includes(one.label);
    },
  });
  return found;
}

/** To go on with the next round is to leave the block of this one. */
function inRounds({ body, labels }: Loop, { counter, values, end }: Rounds): readonly Statement[] {
  const blocks = new KernelCopy(
    () => undefined,
    (statement) =>
      statement.kind === 'continue' && labels.includes(statement.label)
        ? [{ kind: 'break', label: statement.label }]
        : undefined,
  ).statements(body);
  const rounds = values.flatMap((value) => {
    const known = (expression: Expression): Expression | undefined =>
      expression.kind === 'local' && expression.local === counter ? constant(value) : undefined;
    return openBlock({ kind: 'block', labels, body: foldStatements(blocks, known) });
  });
  return [...rounds, assign(counter, constant(end))];
}
