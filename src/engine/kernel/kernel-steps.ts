// Small statements and expressions that several files put together: reading and setting variables, and handing over to the original.
import { type Expression, type Local, longestKernelArray, type Statement } from './kernel-ir.ts';

export function read(local: Local): Expression {
  return { kind: 'local', local };
}

export function constant(value: number): Expression {
  return { kind: 'constant', value };
}

export function assign(local: Local, value: Expression): Statement {
  return { kind: 'evaluate', expression: { kind: 'assign', local, value } };
}

export function increment(local: Local): Statement {
  return assign(local, { kind: 'arithmetic', operator: '+', left: read(local), right: constant(1) });
}

export function isEqual(left: Expression, right: Expression): Expression {
  return { kind: 'compare', operator: '===', left, right };
}

export function product(left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator: '*', left, right };
}

/** The original takes over when the condition does not hold. */
export function unless(condition: Expression): Statement {
  return { kind: 'if', condition, whenTrue: [], whenFalse: [{ kind: 'giveUp' }] };
}

/** The original takes over for what is no length, or too large a one. */
export function unlessLength(local: Local): Statement {
  return unless({
    kind: 'both',
    left: { kind: 'test', test: 'integer', operand: read(local) },
    right: {
      kind: 'both',
      left: { kind: 'compare', operator: '>=', left: read(local), right: constant(0) },
      right: { kind: 'compare', operator: '<=', left: read(local), right: constant(longestKernelArray) },
    },
  });
}

/** One more, as long as arrays may be so long. */
export function countUp(local: Local): readonly Statement[] {
  const mayGrow: Expression = {
    kind: 'compare',
    operator: '<',
    left: read(local),
    right: constant(longestKernelArray),
  };
  return [unless(mayGrow), increment(local)];
}

/** Whether the number is a place in something of that length. */
export function isIndexOf(index: Local, length: Expression): Expression {
  return {
    kind: 'both',
    left: { kind: 'test', test: 'integer', operand: read(index) },
    right: {
      kind: 'both',
      left: { kind: 'compare', operator: '>=', left: read(index), right: constant(0) },
      right: { kind: 'compare', operator: '<', left: read(index), right: length },
    },
  };
}
