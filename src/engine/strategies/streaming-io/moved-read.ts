// Whether a file may be read later than the code says: at the loop through its lines instead of where the text was declared.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { isConstantText } from './local-uses.ts';

/** Reading moves from the declaration to the loop; what stands between must not notice. */
export function whyNotMoved(
  needless: readonly ts.Statement[],
  file: ts.Expression,
  loop: ts.Node,
  subject: Subject,
): Reason | undefined {
  const [first] = needless;
  if (first === undefined) return undefined;
  const between = 'Read the file right before the loop.';
  if (!ts.isBlock(loop.parent) || first.parent !== loop.parent) {
    return reasonFor(loop, 'S7', 'The file is read in one place and gone through in another.', between);
  }
  if (!isConstantText(file, subject)) {
    const unlock = 'Keep the path in a constant.';
    return reasonFor(file, 'S7', 'The path could be another one by the time the loop begins.', unlock);
  }
  const { statements } = loop.parent;
  for (const statement of statements.slice(statements.indexOf(first), statements.indexOf(loop as ts.Statement))) {
    const isKept = !needless.some((one) => one === statement);
    if (isKept && !isQuietDeclaration(statement)) {
      const message = 'This happens between reading the file and going through it.';
      return reasonFor(statement, 'S7', message, between);
    }
  }
  return undefined;
}

/** `let count = 0`, `const seen = new Map()`: nothing that could notice when a file is read, or fail. */
function isQuietDeclaration(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(
    ({ name, initializer }) => ts.isIdentifier(name) && (initializer === undefined || isQuiet(initializer)),
  );
}

/** A value that is there without anything being looked up or done. */
export function isQuiet(value: ts.Expression): boolean {
  if (ts.isAsExpression(value) || ts.isParenthesizedExpression(value)) return isQuiet(value.expression);
  if (ts.isArrayLiteralExpression(value)) return value.elements.every(isQuiet);
  if (ts.isObjectLiteralExpression(value)) {
    return value.properties.every((property) => ts.isPropertyAssignment(property) && isQuiet(property.initializer));
  }
  if (ts.isNewExpression(value)) {
    const isCollection = ts.isIdentifier(value.expression) && /^(Map|Set)$/.test(value.expression.text);
    return isCollection && (value.arguments ?? []).length === 0;
  }
  if (ts.isPrefixUnaryExpression(value)) return ts.isNumericLiteral(value.operand) || isInfinity(value.operand);
  if (isInfinity(value)) return true;
  return (
    ts.isLiteralExpression(value) ||
    value.kind === ts.SyntaxKind.TrueKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword ||
    value.kind === ts.SyntaxKind.NullKeyword
  );
}

function isInfinity(value: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(value))
    return /^Number\.(?:(?:NEGATIVE|POSITIVE)_INFINITY|M(?:AX|IN)_(?:SAFE_INTEGER|VALUE))$/.test(value.getText());
  return ts.isIdentifier(value) && value.text === 'Infinity';
}
