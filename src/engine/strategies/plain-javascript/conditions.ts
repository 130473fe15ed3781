// The value of a callback as the condition of an `if`: on one line where it fits, without parentheses of its own, or turned around.
import ts from 'typescript';

/** Of one that stood on several lines; characters. */
const LONGEST_CONDITION = 80;

/** What stood on lines of its own stands on one line where it fits, else its further lines are set in. */
export function asCondition(text: string, indent: string): string {
  // Comments end with their line, and texts keep theirs.
  const joined = /\/[/*]|`|\\\n/.test(text) ? text : text.replace(/\s*\n\s*/g, ' ');
  return joined.length <= LONGEST_CONDITION ? joined : text.replaceAll('\n', `\n${indent}`);
}

/** Of comparisons that are true where the other is not; < and >= are both false for NaN. */
const opposites: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.EqualsEqualsToken, '!='],
  [ts.SyntaxKind.ExclamationEqualsToken, '=='],
]);

/** `printed`: the value as it was printed; `print` prints a side of it. */
export function negated(
  value: ts.Expression | undefined,
  printed: string,
  print: (side: ts.Expression) => string,
): string {
  if (value === undefined) return 'true';
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken)
    return printed.slice(1).trim();
  if (ts.isBinaryExpression(value) && !/\/[/*]/.test(value.getText())) {
    const { left, operatorToken, right } = value;
    const opposite = opposites.get(operatorToken.kind);
    if (opposite !== undefined) return `${print(left)} ${opposite} ${print(right)}`;
  }
  const isTight =
    ts.isIdentifier(value) ||
    ts.isCallExpression(value) ||
    ts.isPropertyAccessExpression(value) ||
    ts.isElementAccessExpression(value);
  return isTight ? `!${printed}` : `!(${printed})`;
}
