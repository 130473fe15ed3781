// Where the loop that replaces an expression can stand: before the statement that the expression belongs to, when nothing else of that
// statement runs before it and it runs in any case.
import ts from 'typescript';
import type { SubjectNode } from './subject.ts';

export interface StatementPlace {
  /** The statement, or the body of an arrow function that is an expression. */
  readonly anchor: ts.Statement | ts.Expression;
  /** The value is all that the statement is about. */
  readonly role: 'returned' | 'declared' | 'dropped' | 'part';
  /** What the statement reads before the expression: names, literals and members of names. */
  readonly before: readonly ts.Expression[];
}

/** `heads`: in the head of a loop over what the expression gives as well, which is evaluated once. */
export function placeOf(expression: ts.Expression, within: SubjectNode, heads?: 'heads'): StatementPlace | undefined {
  let current: ts.Node = expression;
  let isWhole = true;
  const before: ts.Expression[] = [];
  for (;;) {
    const { parent }: ts.Node = current;
    if (isTransparent(parent)) {
      current = parent;
      continue;
    }
    if (parent === within && ts.isArrowFunction(parent)) {
      return parent.body === current && ts.isExpression(current)
        ? { anchor: current, role: isWhole ? 'returned' : 'part', before }
        : undefined;
    }
    const statement = (heads && loopOver(parent, current)) ?? statementOf(parent, current);
    if (statement !== undefined) {
      if (!ts.isBlock(statement.parent) || functionAround(statement) !== within) return undefined;
      return { anchor: statement, role: isWhole ? roleIn(statement) : 'part', before };
    }
    if (!isReachedFirst(parent, current)) return undefined;
    before.push(...readBefore(parent, current));
    isWhole = false;
    current = parent;
  }
}

function isTransparent(node: ts.Node): boolean {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
}

function functionAround(node: ts.Node): ts.Node | undefined {
  let outer = node.parent;
  while (outer !== undefined && !ts.isFunctionLike(outer) && !ts.isClassLike(outer)) outer = outer.parent;
  return outer;
}

function statementOf(parent: ts.Node, child: ts.Node): ts.Statement | undefined {
  if (ts.isReturnStatement(parent) || ts.isExpressionStatement(parent)) return parent;
  if (ts.isIfStatement(parent)) return parent.expression === child ? parent : undefined;
  if (!ts.isVariableDeclaration(parent) || !ts.isVariableDeclarationList(parent.parent)) return undefined;
  const statement = parent.parent.parent;
  return ts.isVariableStatement(statement) && parent.parent.declarations.length === 1 ? statement : undefined;
}

function loopOver(parent: ts.Node, child: ts.Node): ts.Statement | undefined {
  const isLoop = ts.isForOfStatement(parent) && parent.awaitModifier === undefined && parent.expression === child;
  return isLoop ? parent : undefined;
}

function roleIn(statement: ts.Statement): StatementPlace['role'] {
  if (ts.isReturnStatement(statement)) return 'returned';
  if (ts.isExpressionStatement(statement)) return 'dropped';
  if (!ts.isVariableStatement(statement)) return 'part';
  const [declaration] = statement.declarationList.declarations;
  const isBlockScoped = (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0;
  return isBlockScoped && declaration !== undefined && ts.isIdentifier(declaration.name) ? 'declared' : 'part';
}

/** The child runs in any case, and before it nothing that does or that could be done to. */
function isReachedFirst(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    if (isShortCircuit(operator)) return parent.left === child && operator !== ts.SyntaxKind.CommaToken;
    if (parent.left === child) return true;
    if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment)
      return ts.isIdentifier(parent.left);
    return isQuiet(parent.left);
  }
  if (ts.isConditionalExpression(parent)) return parent.condition === child;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    if (ts.isCallExpression(parent) && parent.questionDotToken !== undefined) return false;
    if (parent.expression === child) return true;
    return isQuiet(parent.expression) && areQuietBefore(parent.arguments ?? [], child);
  }
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.questionDotToken === undefined && parent.expression === child;
  if (ts.isPrefixUnaryExpression(parent))
    return parent.operator !== ts.SyntaxKind.PlusPlusToken && parent.operator !== ts.SyntaxKind.MinusMinusToken;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isArrayLiteralExpression(parent)) return areQuietBefore(parent.elements, child);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === child && ts.isIdentifier(parent.name);
  if (!ts.isObjectLiteralExpression(parent)) return false;
  const before = parent.properties.slice(0, parent.properties.indexOf(child as ts.ObjectLiteralElementLike));
  return before.every(
    (property) =>
      ts.isShorthandPropertyAssignment(property) ||
      (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && isQuiet(property.initializer)),
  );
}

/** What `isReachedFirst` has let pass. */
function readBefore(parent: ts.Node, child: ts.Node): readonly ts.Expression[] {
  const until = (nodes: readonly ts.Expression[]): readonly ts.Expression[] =>
    nodes.slice(0, Math.max(0, nodes.indexOf(child as ts.Expression)));
  if (ts.isBinaryExpression(parent)) {
    const isPlainAssignment = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return parent.left === child || isPlainAssignment ? [] : [parent.left];
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.expression === child ? [] : [parent.expression, ...until(parent.arguments ?? [])];
  if (ts.isArrayLiteralExpression(parent)) return until(parent.elements);
  if (!ts.isObjectLiteralExpression(parent)) return [];
  return parent.properties
    .slice(0, parent.properties.indexOf(child as ts.ObjectLiteralElementLike))
    .flatMap((property) =>
      ts.isShorthandPropertyAssignment(property)
        ? [property.name]
        : ts.isPropertyAssignment(property)
          ? [property.initializer]
          : [],
    );
}

function isShortCircuit(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.AmpersandAmpersandToken ||
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken ||
    operator === ts.SyntaxKind.CommaToken ||
    (operator >= ts.SyntaxKind.BarBarEqualsToken && operator <= ts.SyntaxKind.QuestionQuestionEqualsToken)
  );
}

function areQuietBefore(nodes: readonly ts.Expression[], child: ts.Node): boolean {
  return nodes.slice(0, nodes.indexOf(child as ts.Expression)).every(isQuiet);
}

/** A name, a literal, a member of a library object: reading it does nothing. */
function isQuiet(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.questionDotToken === undefined && ts.isIdentifier(node.expression);
  return ts.isIdentifier(node) || ts.isLiteralExpression(node);
}
