// Whether the limit of a loop that makes an array gives in every round what it gave before the loop: what the body stores must not change it.
import ts from 'typescript';
import { bare } from '../../source/ranges/expressions.ts';
import { analyzeLengths, type FixedLengths } from '../../source/ranges/fixed-lengths.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { globalName } from '../../source/ranges/library-facts.ts';

/** It reads no element and no property, fixed lengths aside. That its variables stay is for others to ask. */
export function isSteadyLimit(limit: ts.Expression, variables: FunctionVariables, checker: ts.TypeChecker): boolean {
  const lengths = analyzeLengths(variables, checker);
  const isSteady = (node: ts.Node): boolean => {
    if (ts.isElementAccessExpression(node)) return false;
    if (ts.isPropertyAccessExpression(node)) return isSteadyMember(node, lengths, variables, checker);
    return !(ts.forEachChild(node, (child) => !isSteady(child)) ?? false);
  };
  return isSteady(limit);
}

function isSteadyMember(
  { expression, name }: ts.PropertyAccessExpression,
  lengths: FixedLengths,
  variables: FunctionVariables,
  checker: ts.TypeChecker,
): boolean {
  const receiver = bare(expression);
  const type = checker.getTypeAtLocation(receiver);
  const isString = (type.flags & ts.TypeFlags.StringLike) !== 0;
  if (globalName(receiver, checker) === 'Math') return true;
  const variable = variables.of(receiver);
  if (variable === undefined) return false;
  return isString || (name.text === 'length' && lengths.isFixed(variable, type));
}
