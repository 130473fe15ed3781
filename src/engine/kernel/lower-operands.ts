// Operands of a known kind: a number, or an array that a variable of the function holds.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { type ArrayLocal, type Expression, NotAKernel, scalarKindOf } from './kernel-ir.ts';
import { read } from './kernel-steps.ts';
import type { FunctionLowering } from './lower-kernel.ts';

export function numberOf(scope: FunctionLowering, node: ts.Expression): Expression {
  const lowered = scope.expression(node);
  if (scalarKindOf(lowered) !== 'number') throw new NotAKernel('type', node, node.getText());
  return lowered;
}

/** What `array.length` gives: what it was made with, where elements are still to be set. */
export function lengthOf(array: ArrayLocal): Expression {
  return array.declaredLength === undefined ? { kind: 'length', array } : read(array.declaredLength);
}

export function arrayOf(scope: FunctionLowering, expression: ts.Expression): ArrayLocal {
  const node = bare(expression);
  const variable = scope.held(node);
  if (variable?.kind === 'array') return variable;
  if (ts.isIdentifier(node) && variable === undefined && scope.tableOf(node) === undefined)
    throw new NotAKernel('outside', node, node.text);
  throw new NotAKernel('expression', node, node.getText());
}
