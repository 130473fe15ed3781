// Whether a parameter may come to hold a value of another kind than it was given.
import ts from 'typescript';
import { bare, isStepOperator } from './ranges/expressions.ts';

/** Whether the parameter is given another value anywhere, other than a number by arithmetic that gives numbers. */
export function changesKind(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker, isNumber: boolean): boolean {
  return someMention(parameter, checker, (mention) => isWritten(mention, isNumber));
}

/**
 * Whether all that the parameter is given has the type that is said of it: where that is so of every parameter that something is assumed of, what
 * held when the function began holds for good.
 */
export function keepsType(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(parameter.name);
  const isOfType = (given: ts.Expression | undefined): boolean => {
    if (given === undefined) return false;
    const branches = branchesOf(given);
    if (branches.length > 0) return branches.every(isOfType);
    const found = checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(given));
    return (found.flags & saysNothing) === 0 && checker.isTypeAssignableTo(found, type);
  };
  return !someMention(parameter, checker, (mention) => isWritten(mention, false) && !isOfType(valueGiven(mention)));
}

/** Without strict checks these are of every type. */
const saysNothing =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void |
  ts.TypeFlags.Never;

function someMention(
  parameter: ts.ParameterDeclaration,
  checker: ts.TypeChecker,
  test: (mention: ts.Identifier) => boolean,
): boolean {
  const symbol = checker.getSymbolAtLocation(parameter.name);
  if (symbol === undefined) return true;
  const visit = (current: ts.Node): boolean => {
    if (
      ts.isIdentifier(current) &&
      current !== parameter.name &&
      symbolOf(current, checker) === symbol &&
      test(current)
    )
      return true;
    return ts.forEachChild(current, visit) ?? false;
  };
  return visit(parameter.parent);
}

/** Of `a ? b : c` and `b ?? c`, each of which may be the value: without strict checks the type of all says nothing of `undefined` in one of them. */
function branchesOf(given: ts.Expression): readonly ts.Expression[] {
  const node = bare(given);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  const isChoice = ts.isBinaryExpression(node) && choices.has(node.operatorToken.kind);
  return isChoice ? [node.left, node.right] : [];
}

const choices: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

const logicalAssignments: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** An expression of the type that the mention has afterwards: of `a = b`, `a += b`, `a++` and `[a, b] = [b, a % b]`. */
function valueGiven(mention: ts.Identifier): ts.Expression | undefined {
  let node: ts.Node = mention;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    const { kind } = parent.operatorToken;
    if (logicalAssignments.has(kind)) return parent.right;
    if (kind !== ts.SyntaxKind.EqualsToken) return parent;
    // In `[a = 1] = list` it is what is given only where nothing else is.
    return isInPattern(parent) ? undefined : parent.right;
  }
  if ((ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) && isStepOperator(parent.operator))
    return parent;
  if (node !== mention || !ts.isArrayLiteralExpression(parent)) return undefined;
  const assignment = parent.parent;
  if (!ts.isBinaryExpression(assignment) || assignment.left !== parent) return undefined;
  const { right } = assignment;
  if (!ts.isArrayLiteralExpression(right) || right.elements.length !== parent.elements.length) return undefined;
  if ([...right.elements, ...parent.elements].some(ts.isSpreadElement)) return undefined;
  return right.elements[parent.elements.indexOf(mention)];
}

function symbolOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(identifier.parent)
    ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
    : checker.getSymbolAtLocation(identifier);
}

/** Anything but a plain read counts, `n--` and `n -= 1` excepted: what they give of a number is a number. */
function isWritten(identifier: ts.Identifier, isNumber: boolean): boolean {
  let node: ts.Node = identifier;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    const { kind } = parent.operatorToken;
    return (
      kind >= ts.SyntaxKind.FirstAssignment &&
      kind <= ts.SyntaxKind.LastAssignment &&
      !(isNumber && givesNumber.has(kind))
    );
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const { operator } = parent;
    return (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) && !isNumber;
  }
  // Patterns: `[a, b] = [b, a]`, `for (a of list)`, `({ a } = options)`.
  return isInPattern(node);
}

const givesNumber: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
]);

function isInPattern(start: ts.Node): boolean {
  let node = start;
  for (let { parent } = node; parent !== undefined; { parent } = parent) {
    if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return parent.left === node && node !== start;
    const isPart =
      ts.isArrayLiteralExpression(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent) ||
      ts.isBinaryExpression(parent);
    if (!isPart) return false;
    node = parent;
  }
  return false;
}
