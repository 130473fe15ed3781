// What is left of statements once some of their variables are known: comparisons of constants are decided, branches that are not taken and
// statements that are not reached fall away. Arithmetic is that of JavaScript, so that nothing is rounded otherwise.
import { KernelCopy, type Replacement } from './copy-kernel.ts';
import type { Arithmetic, Comparison, Expression, Statement } from './kernel-ir.ts';
import { visitStatements } from './walk-kernel.ts';

/** A copy. `known` gives what is to be put in the place of an expression. */
export function foldStatements(statements: readonly Statement[], known: Replacement): readonly Statement[] {
  const copy: KernelCopy = new KernelCopy(
    (expression) => known(expression) ?? folded(expression, (part) => copy.expression(part)),
    (statement) => foldedStatement(statement, copy),
  );
  return reachable(copy.statements(statements));
}

function foldedStatement(statement: Statement, copy: KernelCopy): readonly Statement[] | undefined {
  if (statement.kind === 'block') return openBlock({ ...statement, body: reachable(copy.statements(statement.body)) });
  if (statement.kind !== 'if') return undefined;
  const condition = copy.expression(statement.condition);
  if (condition.kind === 'truth')
    return reachable(copy.statements(condition.value ? statement.whenTrue : statement.whenFalse));
  const [whenTrue, whenFalse] = [statement.whenTrue, statement.whenFalse].map((branch) =>
    reachable(copy.statements(branch)),
  ) as [readonly Statement[], readonly Statement[]];
  return [{ kind: 'if', condition, whenTrue, whenFalse }];
}

/** A block out of which nothing jumps is its statements; a jump to its end as the last of them says nothing. */
export function openBlock(block: Extract<Statement, { kind: 'block' }>): readonly Statement[] {
  const last = block.body.at(-1);
  const isToEnd = last?.kind === 'break' && block.labels.includes(last.label);
  const body = isToEnd ? block.body.slice(0, -1) : block.body;
  return jumpsTo(body, block.labels) ? [{ ...block, body }] : body;
}

function jumpsTo(statements: readonly Statement[], labels: readonly string[]): boolean {
  let found = false;
  visitStatements(statements, {
    statement: (one) => {
      found ||= (one.kind === 'break' || one.kind === 'continue') && labels.includes(one.label);
    },
  });
  return found;
}

function reachable(statements: readonly Statement[]): readonly Statement[] {
  const end = statements.findIndex(({ kind }) => leaving.has(kind));
  return end === -1 ? statements : statements.slice(0, end + 1);
}

const leaving: ReadonlySet<Statement['kind']> = new Set(['break', 'continue', 'return', 'giveUp']);

function folded(expression: Expression, copied: (part: Expression) => Expression): Expression | undefined {
  switch (expression.kind) {
    case 'compare': {
      const [left, right] = [copied(expression.left), copied(expression.right)];
      if (left.kind !== 'constant' || right.kind !== 'constant') return { ...expression, left, right };
      return { kind: 'truth', value: comparisons[expression.operator](left.value, right.value) };
    }
    case 'arithmetic': {
      const [left, right] = [copied(expression.left), copied(expression.right)];
      const compute = arithmetic[expression.operator];
      if (compute === undefined || left.kind !== 'constant' || right.kind !== 'constant')
        return { ...expression, left, right };
      return { kind: 'constant', value: compute(left.value, right.value) };
    }
    case 'not': {
      const operand = copied(expression.operand);
      return operand.kind === 'truth' ? { kind: 'truth', value: !operand.value } : { ...expression, operand };
    }
    case 'both':
    case 'either': {
      const left = copied(expression.left);
      // Without the left side, what comes next is the answer, or it is not asked for.
      if (left.kind === 'truth') return left.value === (expression.kind === 'both') ? copied(expression.right) : left;
      return { ...expression, left, right: copied(expression.right) };
    }
    case 'isTruthy': {
      const operand = copied(expression.operand);
      if (operand.kind !== 'constant') return { ...expression, operand };
      return { kind: 'truth', value: Boolean(operand.value) };
    }
    case 'choose': {
      const condition = copied(expression.condition);
      const [whenTrue, whenFalse] = [expression.whenTrue, expression.whenFalse];
      if (condition.kind === 'truth') return copied(condition.value ? whenTrue : whenFalse);
      return { ...expression, condition, whenTrue: copied(whenTrue), whenFalse: copied(whenFalse) };
    }
    default:
      return undefined;
  }
}

const comparisons: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '===': (left, right) => left === right,
  '!==': (left, right) => left !== right,
};

const arithmetic: Partial<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
};
