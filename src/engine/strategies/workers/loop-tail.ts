// Cuts the body of a loop in two where it first changes something outside of the iteration: workers do what comes before, and the rest, which counts,
// compares and collects what they found, stays with the caller and runs in order. The rest must not be able to throw, since the work of later iterations
// is done before it, and an error of theirs would then come first.
import ts from 'typescript';
import { isLibrary } from '../../source/library-symbols.ts';
import type { LoopHeader } from '../../source/loops/loop-header.ts';
import { isTarget } from '../../source/loops/places.ts';
import { convertsQuietly, isPrimitiveType } from '../../source/primitive-types.ts';
import { bare, isAssignmentOperator, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';

/** What the rest of an iteration needs of the work before it. */
export interface HandedValue {
  readonly name: string;
  readonly type: ts.Type;
  /** The call in the rest that computes it; absent for a variable declared before. */
  readonly call?: ts.CallExpression;
}

export interface LoopTail {
  readonly kind: 'tail';
  /** The rest of the body, from its first statement on. */
  readonly statements: readonly ts.Statement[];
  readonly values: readonly HandedValue[];
  /** The rest mentions what the head of the loop declares, the counter or the element. */
  readonly usesIteration: boolean;
}

/** More would cost more to hand over than such loops compute. */
export const MOST_VALUES = 4;

/** `written`: everything in the loop that changes something outside of the iteration. Undefined when the body cannot be cut. */
export function loopTail(
  header: LoopHeader,
  written: readonly ts.Expression[],
  { checker }: Subject,
): LoopTail | undefined {
  const body = header.loop.statement;
  const roots = written.map((node) => rootSymbol(node, checker));
  if (!ts.isBlock(body) && !ts.isExpressionStatement(body) && !ts.isIfStatement(body)) return undefined;
  const statements: readonly ts.Statement[] = ts.isBlock(body) ? body.statements : [body];
  const isWritten = (symbol: ts.Symbol): boolean => roots.includes(symbol);
  const mentionsWritten = (node: ts.Node): boolean => symbolsIn(node, checker).some(isWritten);
  const cut = statements.findIndex(
    (statement) => mentionsWritten(statement) || written.some((node) => isInside(node, statement)),
  );
  if (cut < 0 || roots.some((root) => root === undefined)) return undefined;
  const [before, rest] = [statements.slice(0, cut), statements.slice(cut)];
  if (before.some((statement) => continues(statement))) return undefined;
  const call = rest.length === 1 && rest[0] !== undefined ? workIn(rest[0], checker, mentionsWritten) : undefined;
  if (!rest.every((statement) => isQuiet(statement, call, checker))) return undefined;

  const symbols = rest.flatMap((statement) => symbolsIn(statement, checker, call));
  const declaredBefore = symbols.filter(
    ({ valueDeclaration: at }) => at !== undefined && before.some((one) => isInside(at, one)),
  );
  const variables = [...new Set(declaredBefore)];
  const isChanged = rest.some((statement) =>
    targetsIn(statement, checker).some((symbol) => variables.includes(symbol)),
  );
  const values = [
    ...variables.map((symbol) => ({ name: symbol.name, type: checker.getTypeOfSymbol(symbol) })),
    ...(call === undefined ? [] : [{ name: 'value', type: checker.getTypeAtLocation(call), call }]),
  ];
  const isFitting =
    values.length > 0 && values.length <= MOST_VALUES && values.every(({ type }) => isPrimitiveType(type));
  if (isChanged || !isFitting) return undefined;
  const head = header.loop.initializer;
  const usesIteration = symbols.some(
    ({ valueDeclaration: at }) => at !== undefined && head !== undefined && isInside(at, head),
  );
  // The array is gone over again for it.
  if (usesIteration && header.kind === 'elements' && !ts.isIdentifier(header.array)) return undefined;
  return { kind: 'tail', statements: rest, values, usesIteration };
}

/** The one call of a statement that takes nothing from what the loop changes, when it runs whatever the statement finds. */
function workIn(
  statement: ts.Statement,
  checker: ts.TypeChecker,
  mentionsWritten: (node: ts.Node) => boolean,
): ts.CallExpression | undefined {
  if (!ts.isExpressionStatement(statement) && !ts.isIfStatement(statement)) return undefined;
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && !isQuietCall(node, checker) && !mentionsWritten(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(statement);
  const [call, another] = found;
  if (call === undefined || another !== undefined) return undefined;
  for (let node: ts.Node = call; node !== statement; node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && parent.expression !== node) return undefined;
    if (ts.isConditionalExpression(parent) && parent.condition !== node) return undefined;
    if (ts.isBinaryExpression(parent) && parent.right === node && isLazy(parent.operatorToken.kind)) return undefined;
  }
  return call;
}

function isLazy(operator: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.AmpersandAmpersandEqualsToken,
    ts.SyntaxKind.BarBarEqualsToken,
    ts.SyntaxKind.QuestionQuestionEqualsToken,
  ].includes(operator);
}

/** Statements and expressions that cannot throw, as far as the types are right, and that take no time worth handing out. */
export function isQuiet(node: ts.Node, call: ts.Expression | undefined, checker: ts.TypeChecker): boolean {
  const all = (...nodes: readonly (ts.Node | undefined)[]): boolean =>
    nodes.every((one) => one === undefined || isQuiet(one, call, checker));
  if (node === call) return true;
  if (ts.isBlock(node)) return all(...node.statements);
  if (ts.isExpressionStatement(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
    return all(node.expression);
  if (ts.isAsExpression(node)) return all(node.expression);
  if (ts.isIfStatement(node)) return all(node.expression, node.thenStatement, node.elseStatement);
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.every(
      ({ name, initializer }) => ts.isIdentifier(name) && all(initializer),
    );
  if (ts.isIdentifier(node)) return true;
  if (ts.isNumericLiteral(node) || ts.isStringLiteralLike(node)) return true;
  if ([ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind))
    return true;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return all(node.operand);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return isPlain(node.operand, checker) && all(node.operand);
  if (ts.isConditionalExpression(node)) return all(node.condition, node.whenTrue, node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every((one) => !ts.isSpreadElement(one) && all(one));
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every(
      (one) =>
        ts.isShorthandPropertyAssignment(one) ||
        (ts.isPropertyAssignment(one) && !ts.isComputedPropertyName(one.name) && all(one.initializer)),
    );
  if (ts.isElementAccessExpression(node))
    return (
      isCollection(node.expression, checker) &&
      isPlain(node.argumentExpression, checker) &&
      all(node.expression, node.argumentExpression)
    );
  if (ts.isPropertyAccessExpression(node))
    return (isSizeOfCollection(node, checker) || isPlainField(node, checker)) && all(node.expression);
  if (ts.isCallExpression(node)) return isQuietCall(node, checker) && all(...node.arguments);
  return ts.isBinaryExpression(node) && isQuietOperation(node, checker) && all(node.left, node.right);
}

function isQuietOperation(
  { left, right, operatorToken: { kind } }: ts.BinaryExpression,
  checker: ts.TypeChecker,
): boolean {
  if (kind === ts.SyntaxKind.EqualsToken) return true;
  if (isAssignmentOperator(kind) || isArithmetic(kind)) return isPlain(left, checker) && isPlain(right, checker);
  return isLazy(kind) || isEquality(kind) || kind === ts.SyntaxKind.CommaToken;
}

function isArithmetic(kind: ts.SyntaxKind): boolean {
  const isBinary = kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.CaretToken;
  return isBinary && !isEquality(kind) && kind !== ts.SyntaxKind.EqualsGreaterThanToken;
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.EqualsEqualsToken && kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
}

/** `Math.max(…)`, and what arrays, maps and sets are told and asked; those made of numbers and strings call no code of the user. */
function isQuietCall(
  { expression, questionDotToken, arguments: args }: ts.CallExpression,
  checker: ts.TypeChecker,
): boolean {
  if (questionDotToken !== undefined || !ts.isPropertyAccessExpression(expression) || args.some(ts.isSpreadElement))
    return false;
  const isOfLibrary = isLibrary(checker.getSymbolAtLocation(expression.name));
  if (expression.expression.getText() === 'Math') return isOfLibrary && args.every((one) => isPlain(one, checker));
  return (
    isOfLibrary &&
    ['push', 'add', 'set', 'get', 'has'].includes(expression.name.text) &&
    ts.isIdentifier(expression.expression) &&
    isCollection(expression.expression, checker)
  );
}

function isSizeOfCollection({ expression, name }: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  return ['length', 'size'].includes(name.text) && isCollection(expression, checker);
}

/** `order.id`: a field of a record that is there, as its type says, and no accessor. */
function isPlainField(
  { expression, name, questionDotToken }: ts.PropertyAccessExpression,
  checker: ts.TypeChecker,
): boolean {
  const record = checker.getTypeAtLocation(expression);
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return (
    questionDotToken === undefined &&
    (record.flags & ts.TypeFlags.Object) !== 0 &&
    declarations.length > 0 &&
    declarations.every((one) => ts.isPropertySignature(one) || ts.isPropertyAssignment(one))
  );
}

/** A value whose arithmetic calls no code and throws nothing: no object, no bigint, no symbol. */
function isPlain(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return convertsQuietly(checker.getTypeAtLocation(node));
}

/** An array, a typed array, a map, a set, or an object that is a table of values by key. */
function isCollection(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  if (checker.isArrayType(type)) return true;
  const symbol = type.getSymbol();
  if (isLibrary(symbol) && /^(Map|Set|\w+\d+(Clamped)?Array)$/.test(symbol?.name ?? '')) return true;
  return checker.getIndexInfosOfType(type).length > 0 && checker.getPropertiesOfType(type).length === 0;
}

/** A `continue` of this very loop. */
export function continues(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isContinueStatement(node)) return true;
  if (ts.isIterationStatement(node, false)) return hasLabelledJump(node);
  return ts.forEachChild(node, continues) ?? false;
}

function hasLabelledJump(node: ts.Node): boolean {
  const isJump = ts.isContinueStatement(node) && node.label !== undefined;
  return isJump || (!ts.isFunctionLike(node) && (ts.forEachChild(node, hasLabelledJump) ?? false));
}

function rootSymbol(node: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const root = bare(node);
  if (ts.isElementAccessExpression(root) || ts.isPropertyAccessExpression(root) || ts.isCallExpression(root))
    return rootSymbol(root.expression, checker);
  return ts.isIdentifier(root) ? checker.getSymbolAtLocation(root) : undefined;
}

export function symbolsIn(region: ts.Node, checker: ts.TypeChecker, except?: ts.Node): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (node === except) return;
    const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
    const symbol = !ts.isIdentifier(node)
      ? undefined
      : isShorthand
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
    if (symbol !== undefined) found.push(symbol);
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

function targetsIn(region: ts.Node, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) && isTarget(node) ? checker.getSymbolAtLocation(node) : undefined;
    if (symbol !== undefined) found.push(symbol);
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}
