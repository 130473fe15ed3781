// Loops within expressions, as of `Math.sqrt(values.reduce(...))`, come to stand in front of the statement, where what is done to loops finds
// them: as far as all that is computed before them comes out the same after them.
import { countOf } from './counted-loops.ts';
import type { Expression, Statement } from './kernel-ir.ts';
import { Changes, changesOf } from './loop-changes.ts';
import { isScalar, visitStatements } from './walk-kernel.ts';

export function liftLoops(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap(liftStatement);
}

function liftStatement(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'evaluate': {
      const { before, expression } = liftedFrom(statement.expression);
      return [...before, { ...statement, expression }];
    }
    case 'write': {
      const { before, left: index, right: value } = liftedPair(statement.index, statement.value);
      return [...before, { ...statement, index, value }];
    }
    case 'fill':
    case 'push': {
      const { before, expression } = liftedFrom(statement.value);
      return [...before, { ...statement, value: expression }];
    }
    case 'return': {
      if (statement.value === undefined || !isScalar(statement.value)) return [statement];
      const { before, expression } = liftedFrom(statement.value);
      return [...before, { ...statement, value: expression }];
    }
    case 'if': {
      const { before, expression } = liftedFrom(statement.condition);
      const { whenTrue, whenFalse } = statement;
      return [
        ...before,
        { ...statement, condition: expression, whenTrue: liftLoops(whenTrue), whenFalse: liftLoops(whenFalse) },
      ];
    }
    case 'loop':
    case 'block':
      return [{ ...statement, body: liftLoops(statement.body) }];
    default:
      return [statement];
  }
}

interface Lifted {
  readonly before: readonly Statement[];
  readonly expression: Expression;
}

/** Of expressions that are evaluated one after the other. */
function liftedAll(given: readonly Expression[]): {
  readonly before: readonly Statement[];
  readonly expressions: readonly Expression[];
} {
  const before: Statement[] = [];
  const expressions: Expression[] = [];
  for (const expression of given) {
    const own = liftedFrom(expression);
    const mayMove = own.before.length === 0 || isSameAfter(expressions, own.before);
    if (mayMove) before.push(...own.before);
    expressions.push(mayMove ? own.expression : expression);
  }
  return { before, expressions };
}

function liftedPair(first: Expression, second: Expression) {
  const { before, expressions } = liftedAll([first, second]);
  return { before, left: expressions[0] ?? first, right: expressions[1] ?? second };
}

/** Where an error may come of the expressions, the statements must be known to end: they would not be reached. */
function isSameAfter(expressions: readonly Expression[], statements: readonly Statement[]): boolean {
  const changes = new Changes(statements);
  return expressions.every((one) => changes.leave(one)) && endsOfItself(statements);
}

function endsOfItself(statements: readonly Statement[]): boolean {
  let ends = true;
  visitStatements(statements, {
    statement: (one) => {
      if (one.kind === 'loop') ends &&= countOf(one, changesOf(one)) !== undefined;
    },
    expression: (one) => {
      if (one.kind === 'call') ends = false;
    },
  });
  return ends;
}

function liftedFrom(expression: Expression): Lifted {
  switch (expression.kind) {
    case 'sequence': {
      const first = liftLoops(expression.first);
      if (!hasLoop(first)) return { before: [], expression: { ...expression, first } };
      const last = liftedFrom(expression.last);
      return { before: [...first, ...last.before], expression: last.expression };
    }
    case 'arithmetic':
    case 'compare': {
      const { before, left, right } = liftedPair(expression.left, expression.right);
      return { before, expression: { ...expression, left, right } };
    }
    case 'math':
    case 'imported': {
      const { before, expressions } = liftedAll(expression.operands);
      return { before, expression: { ...expression, operands: expressions } };
    }
    case 'negate':
    case 'not':
    case 'isTruthy':
    case 'test': {
      const { before, expression: operand } = liftedFrom(expression.operand);
      return { before, expression: { ...expression, operand } };
    }
    case 'assign': {
      const { before, expression: value } = liftedFrom(expression.value);
      return { before, expression: { ...expression, value } };
    }
    case 'read': {
      const { before, expression: index } = liftedFrom(expression.index);
      return { before, expression: { ...expression, index } };
    }
    // What comes first, whatever it gives.
    case 'choose': {
      const { before, expression: condition } = liftedFrom(expression.condition);
      return { before, expression: { ...expression, condition } };
    }
    case 'both':
    case 'either': {
      const { before, expression: left } = liftedFrom(expression.left);
      return { before, expression: { ...expression, left } };
    }
    default:
      return { before: [], expression };
  }
}

function hasLoop(statements: readonly Statement[]): boolean {
  let found = false;
  visitStatements(statements, {
    statement: ({ kind }) => {
      found ||= kind === 'loop';
    },
  });
  return found;
}
