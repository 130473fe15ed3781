// Which conditions hold whenever control reaches a place: those of the branches and loops around it and of the early exits before it.
// Whether the variables in them still have the values that were looked at is left to the reader (isFixedBetween).
import ts from 'typescript';
import { bare } from './expressions.ts';

export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '===';

export type KnownCondition =
  | {
      readonly kind: 'comparison';
      /** The comparison in the source; its operands were evaluated there. */
      readonly node: ts.BinaryExpression;
      readonly left: ts.Expression;
      readonly operator: ComparisonOperator;
      readonly right: ts.Expression;
      /** The negation of what the source says: it also holds when an operand is NaN or undefined. */
      readonly isNegation: boolean;
    }
  /** Number.isInteger(e) or Number.isSafeInteger(e) answered true. */
  | {
      readonly kind: 'integer';
      readonly node: ts.CallExpression;
      readonly value: ts.Expression;
      readonly isSafe: boolean;
    };

export function conditionsAt(place: ts.Node): readonly KnownCondition[] {
  const known: KnownCondition[] = [];
  for (let node: ts.Node = place; !ts.isFunctionLike(node) && node.parent !== undefined; node = node.parent) {
    collectFromParent(node, node.parent, known);
  }
  return known;
}

function collectFromParent(node: ts.Node, parent: ts.Node, known: KnownCondition[]): void {
  if (ts.isIfStatement(parent)) {
    if (node === parent.thenStatement) assume(parent.expression, true, known);
    else if (node === parent.elseStatement) assume(parent.expression, false, known);
  } else if (ts.isConditionalExpression(parent)) {
    if (node === parent.whenTrue) assume(parent.condition, true, known);
    else if (node === parent.whenFalse) assume(parent.condition, false, known);
  } else if (ts.isBinaryExpression(parent) && node === parent.right) {
    if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) assume(parent.left, true, known);
    else if (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) assume(parent.left, false, known);
  } else if (ts.isForStatement(parent)) {
    if (node === parent.statement && parent.condition) assume(parent.condition, true, known);
  } else if (ts.isWhileStatement(parent)) {
    if (node === parent.statement) assume(parent.expression, true, known);
  } else if (ts.isBlock(parent)) {
    for (const statement of parent.statements) {
      if (statement === node) break;
      if (
        ts.isIfStatement(statement) &&
        statement.elseStatement === undefined &&
        alwaysLeaves(statement.thenStatement)
      ) {
        assume(statement.expression, false, known);
      }
    }
  }
}

/** Whether control never comes out at the end of the statement. */
function alwaysLeaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isBreakOrContinueStatement(statement))
    return true;
  if (ts.isIfStatement(statement)) {
    return (
      statement.elseStatement !== undefined &&
      alwaysLeaves(statement.thenStatement) &&
      alwaysLeaves(statement.elseStatement)
    );
  }
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : undefined;
  return last !== undefined && alwaysLeaves(last);
}

function assume(condition: ts.Expression, holds: boolean, known: KnownCondition[]): void {
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    assume(node.operand, !holds, known);
  } else if (ts.isBinaryExpression(node)) {
    assumeBinary(node, holds, known);
  } else if (ts.isCallExpression(node) && holds) {
    const name = node.expression.getText();
    const value = node.arguments[0];
    if (value === undefined || (name !== 'Number.isInteger' && name !== 'Number.isSafeInteger')) return;
    known.push({ kind: 'integer', node, value, isSafe: name === 'Number.isSafeInteger' });
  }
}

function assumeBinary(node: ts.BinaryExpression, holds: boolean, known: KnownCondition[]): void {
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
    // Both sides are known only of a conjunction that holds and of a disjunction that does not.
    if ((operator === ts.SyntaxKind.AmpersandAmpersandToken) !== holds) return;
    assume(node.left, holds, known);
    assume(node.right, holds, known);
    return;
  }
  const names = (holds ? whenTrue : whenFalse).get(operator);
  if (names === undefined) return;
  known.push({
    kind: 'comparison',
    node,
    left: node.left,
    operator: names,
    right: node.right,
    isNegation: !holds && names !== '===',
  });
}

const whenTrue: ReadonlyMap<ts.SyntaxKind, ComparisonOperator> = new Map([
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '==='],
]);

const whenFalse: ReadonlyMap<ts.SyntaxKind, ComparisonOperator> = new Map([
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '>'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '<'],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
]);
