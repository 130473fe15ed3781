// What a mention of a variable does to its value: gives it one, changes it, or only reads it.
import ts from 'typescript';
import { isAssignmentOperator, isStepOperator, operatorOfAssignment, wrapped } from './expressions.ts';

export type Definition =
  /** `x = e`, or an initializer. */
  | { readonly kind: 'value'; readonly node: ts.Node; readonly expression: ts.Expression }
  /** `x += e` and the like; `operator` is the operator without the `=`. */
  | {
      readonly kind: 'update';
      readonly node: ts.BinaryExpression;
      readonly operator: ts.SyntaxKind;
      readonly operand: ts.Expression;
    }
  /** `x++`, `--x`. */
  | { readonly kind: 'step'; readonly node: ts.Node; readonly delta: 1 | -1 }
  /** Declared without a value: undefined. */
  | { readonly kind: 'unset'; readonly node: ts.Node }
  /** A parameter, a loop binding, a destructured value: only its type is known. */
  | { readonly kind: 'typed'; readonly node: ts.Node };

/** What the mention of a variable does to it: undefined when it only reads. */
export function definitionAt(identifier: ts.Identifier): Definition | undefined {
  const { parent } = identifier;
  if (ts.isVariableDeclaration(parent) && parent.name === identifier) {
    const list = parent.parent;
    if (parent.initializer !== undefined) return { kind: 'value', node: parent, expression: parent.initializer };
    if (ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent)) return { kind: 'typed', node: parent };
    if (ts.isVariableDeclarationList(list) && ts.isForInStatement(list.parent)) return { kind: 'typed', node: parent };
    return ts.isCatchClause(list) ? { kind: 'typed', node: parent } : { kind: 'unset', node: parent };
  }
  if ((ts.isParameter(parent) || ts.isBindingElement(parent)) && parent.name === identifier)
    return { kind: 'typed', node: parent };
  if ((ts.isFunctionDeclaration(parent) || ts.isClassDeclaration(parent)) && parent.name === identifier)
    return { kind: 'typed', node: parent };
  return assignmentAt(identifier);
}

function assignmentAt(identifier: ts.Identifier): Definition | undefined {
  const target = wrapped(identifier);
  const { parent } = target;
  if (ts.isBinaryExpression(parent) && parent.left === target && isAssignmentOperator(parent.operatorToken.kind)) {
    const operator = parent.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken) return { kind: 'value', node: parent, expression: parent.right };
    const plain = operatorOfAssignment(operator);
    return plain === undefined
      ? { kind: 'typed', node: parent }
      : { kind: 'update', node: parent, operator: plain, operand: parent.right };
  }
  if ((ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) && isStepOperator(parent.operator)) {
    return { kind: 'step', node: parent, delta: parent.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1 };
  }
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === target)
    return { kind: 'typed', node: parent };
  return isPatternTarget(target) ? { kind: 'typed', node: parent } : undefined;
}

/** Whether the expression stands in a destructuring pattern on the left of an assignment or in a loop head. */
function isPatternTarget(target: ts.Node): boolean {
  let node = target;
  for (;;) {
    const { parent } = node;
    if (
      ts.isArrayLiteralExpression(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent)
    )
      node = parent;
    else if (ts.isPropertyAssignment(parent) && parent.initializer === node) node = parent;
    else if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) node = parent;
    else if (ts.isParenthesizedExpression(parent)) node = parent;
    else if (
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      parent.left === node
    ) {
      if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) return true;
      node = parent;
    } else
      return (
        (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === node && node !== target
      );
  }
}
