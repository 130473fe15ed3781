// A search with several conditions, `s.sku === sku && s.store === store`: one of them is the key that elements are kept by, and the others are
// asked of those that have it. Elements with the key come in their order, so those others are asked of the same ones, and as often as before.
import ts from 'typescript';
import { bare, isAssignmentOperator, isStepOperator } from '../../source/ranges/expressions.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';

export type Callback = ts.ArrowFunction | ts.FunctionExpression;

/** `a && b && c` in its parts. */
export function conditionsOf(value: ts.Expression): readonly ts.Expression[] {
  const node = bare(value);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conditionsOf(node.left), ...conditionsOf(node.right)]
    : [node];
}

/** Keys of few values put many elements together, and tell of which kind an element is: what is left may need to know. */
export function tellsApart(keyType: ts.Type): boolean {
  const parts = keyType.isUnion() ? keyType.types : [keyType];
  const few =
    ts.TypeFlags.BooleanLike | ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.EnumLike;
  return parts.every(({ flags }) => (flags & few) === 0);
}

/** The callback without one of its conditions. Undefined where the others could not be asked without it, or not later. */
export function withoutCondition(
  callback: Callback,
  value: ts.Expression,
  { condition: key, path, asked }: { condition: ts.Expression; path: string; asked: ts.Expression },
  checker: ts.TypeChecker,
): string | undefined {
  const conditions = conditionsOf(value);
  const place = conditions.indexOf(key);
  const [before, after] = [conditions.slice(0, place), conditions.slice(place + 1)];
  if (before.length > 0 && !isFieldOfAll(path, callback, checker)) return undefined;
  // What comes before may be what makes the key, or what is asked, one that can be read.
  const protectedNames = new Set([...namesIn(asked), path.slice(1)]);
  const isAskedOfElements = (condition: ts.Expression): boolean =>
    isPlainComparison(condition) && ![...namesIn(condition)].some((name) => protectedNames.has(name));
  if (!before.every(isAskedOfElements) || !after.every((condition) => isHarmless(condition, checker))) return undefined;
  const left = [...before, ...after];
  const whole = bare(value);
  const source = callback.getSourceFile().text;
  if (hasComment(source.slice(callback.getStart(), callback.end))) return undefined;
  const isBare = whole.parent === callback;
  const [pattern] = callback.parameters;
  const head = source.slice(pattern?.name.end ?? 0, whole.getStart());
  return [
    source.slice(callback.getStart(), pattern?.name.getStart()),
    pattern === undefined ? '' : patternFor(pattern.name, left),
    isBare ? `${head.trimEnd()} ` : head,
    left.length === 1 ? left[0]?.getText() : left.map(writtenOut).join(' && '),
    source.slice(whole.end, callback.end),
  ].join('');
}

function isFieldOfAll(path: string, { parameters: [element] }: Callback, checker: ts.TypeChecker): boolean {
  const type = element && checker.getTypeAtLocation(element);
  return /^\.[\w$]+$/.test(path) && type?.getProperty(path.slice(1)) !== undefined;
}

/** `{ store }` in place of `{ sku, store }`: names that nothing uses any more go. */
function patternFor(name: ts.BindingName, conditions: readonly ts.Expression[]): string {
  if (ts.isIdentifier(name)) return name.getText();
  const used = new Set(conditions.flatMap((condition) => [...namesIn(condition)]));
  if (ts.isArrayBindingPattern(name)) {
    const isUsed = (element: ts.ArrayBindingElement): boolean =>
      ts.isBindingElement(element) && !(ts.isIdentifier(element.name) && !used.has(element.name.text));
    const last = name.elements.findLastIndex(isUsed);
    const kept = name.elements.slice(0, last + 1).map((element) => (isUsed(element) ? element.getText() : ''));
    return `[${kept.join(', ')}]`;
  }
  const kept = name.elements.filter((element) => !ts.isIdentifier(element.name) || used.has(element.name.text));
  return kept.length === name.elements.length
    ? name.getText()
    : `{ ${kept.map((element) => element.getText()).join(', ')} }`;
}

/** With the parentheses that it needs beside `&&`. */
function writtenOut(condition: ts.Expression): string {
  return ts.isParenthesizedExpression(condition.parent) ? condition.parent.getText() : condition.getText();
}

function hasComment(text: string): boolean {
  return /\/[/*]/.test(text);
}

function namesIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}

/** `!row.isGone`, `row.kind === kind`: asked of elements without the key as well, or not, nobody notices. */
function isPlainComparison(condition: ts.Expression): boolean {
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken && isMember(bare(node.operand));
  if (!ts.isBinaryExpression(node)) return isMember(node);
  const isEquality = /^[!=]==?$/.test(node.operatorToken.getText());
  const sides = [bare(node.left), bare(node.right)];
  return isEquality && sides.some(isMember) && sides.every((side) => isMember(side) || isValue(side));
}

function isMember(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(bare(node.expression));
}

function isValue(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isLiteralExpression(node) ||
    [ts.SyntaxKind.NullKeyword, ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].includes(node.kind)
  );
}

/** Changes nothing, and calls nothing but methods of texts. */
function isHarmless(condition: ts.Expression, checker: ts.TypeChecker): boolean {
  const all = (...parts: readonly ts.Expression[]): boolean => parts.every((part) => isHarmless(part, checker));
  const node = bare(condition);
  if (isValue(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(node)) return all(node.expression);
  if (ts.isElementAccessExpression(node)) return all(node.expression, node.argumentExpression);
  if (ts.isPrefixUnaryExpression(node)) return !isStepOperator(node.operator) && all(node.operand);
  if (ts.isTypeOfExpression(node)) return all(node.expression);
  if (ts.isBinaryExpression(node)) return !isAssignmentOperator(node.operatorToken.kind) && all(node.left, node.right);
  if (ts.isConditionalExpression(node)) return all(node.condition, node.whenTrue, node.whenFalse);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const receiver = node.expression.expression;
  return (
    (checker.getTypeAtLocation(receiver).flags & ts.TypeFlags.StringLike) !== 0 &&
    isLibrarySymbol(checker.getSymbolAtLocation(node.expression)) &&
    all(receiver, ...node.arguments)
  );
}
