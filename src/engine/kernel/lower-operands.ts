// Operands of a known kind: a number, or an array that a variable of the function holds.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, type Expression, NotAKernel, type Statement, scalarKindOf } from './kernel-ir.ts';
import { isEqual, read, unless } from './kernel-steps.ts';

export function numberOf(scope: FunctionLowering, node: ts.Expression): Expression {
  const lowered = scope.expression(node);
  if (scalarKindOf(lowered) !== 'number') throw new NotAKernel('type', node, node.getText());
  return lowered;
}

/** What `array.length` gives: what it was made with, where elements are still to be set, and what is left of a queue. */
export function lengthOf(array: ArrayLocal): Expression {
  if (array.taken !== undefined)
    return { kind: 'arithmetic', operator: '-', left: { kind: 'length', array }, right: read(array.taken) };
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

/** The original takes over when elements of an array of a given length have not been set yet. */
export function unlessSet(array: ArrayLocal): readonly Statement[] {
  if (array.declaredLength === undefined) return [];
  return [unless(isEqual({ kind: 'length', array }, read(array.declaredLength)))];
}
