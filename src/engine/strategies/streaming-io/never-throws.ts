// Code that certainly throws nothing: a few expressions over texts and numbers. Everything else may, whatever its types say, since an
// element of a list may be missing.
import ts from 'typescript';
import { convertsQuietly } from '../../source/primitive-types.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';

interface Known {
  readonly checker: ts.TypeChecker;
  /** The function whose parameters are what their types say. */
  readonly certain: ts.Node | undefined;
}

export function neverThrows(node: ts.Node, known: Known): boolean {
  const { checker } = known;
  const isFine = (part: ts.Node | undefined): boolean => part === undefined || neverThrows(part, known);
  const isPrimitive = (part: ts.Expression): boolean => convertsQuietly(checker.getTypeAtLocation(part));
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)) {
    return (
      node.parameters.every(({ name, initializer }) => ts.isIdentifier(name) && isFine(initializer)) &&
      isFine(node.body)
    );
  }
  if (ts.isBlock(node)) return node.statements.every(isFine);
  if (ts.isReturnStatement(node) || ts.isExpressionStatement(node)) return isFine(node.expression);
  if (ts.isIfStatement(node)) return [node.expression, node.thenStatement, node.elseStatement].every(isFine);
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.every(
      ({ name, initializer }) =>
        (ts.isIdentifier(name) || isListPattern(name, initializer, known)) && isFine(initializer),
    );
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
    return isFine(node.expression);
  if (ts.isConditionalExpression(node)) return [node.condition, node.whenTrue, node.whenFalse].every(isFine);
  if (ts.isPrefixUnaryExpression(node)) {
    const changes = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    const isSafe = node.operator === ts.SyntaxKind.ExclamationToken || isPrimitive(node.operand);
    return !changes && isSafe && isFine(node.operand);
  }
  if (ts.isBinaryExpression(node)) return isSafeOperator(node, isPrimitive) && isFine(node.left) && isFine(node.right);
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.every(({ expression }) => isPrimitive(expression) && isFine(expression));
  }
  if (ts.isPropertyAccessExpression(node)) return isThere(node.expression, known) && isFine(node.expression);
  if (ts.isElementAccessExpression(node)) {
    return (
      isThere(node.expression, known) &&
      isPrimitive(node.argumentExpression) &&
      [node.expression, node.argumentExpression].every(isFine)
    );
  }
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every((element) => !ts.isSpreadElement(element) && isFine(element));
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) =>
        ts.isShorthandPropertyAssignment(property) ||
        (ts.isPropertyAssignment(property) &&
          !ts.isComputedPropertyName(property.name) &&
          isFine(property.initializer)),
    );
  }
  if (ts.isCallExpression(node))
    return (
      isSafeCall(node, known) &&
      [bare(node.expression), ...node.arguments].every((part) => ts.isIdentifier(part) || isFine(part))
    );
  return ts.isIdentifier(node) || ts.isLiteralExpression(node) || isKeyword(node);
}

/** `const [name, value] = line.split(',')` */
function isListPattern(name: ts.BindingName, initializer: ts.Expression | undefined, known: Known): boolean {
  if (!ts.isArrayBindingPattern(name) || initializer === undefined) return false;
  const isPlain = name.elements.every((element) => ts.isOmittedExpression(element) || ts.isIdentifier(element.name));
  return isPlain && isList(known.checker.getTypeAtLocation(initializer), known.checker) && isThere(initializer, known);
}

function isSafeOperator(
  { operatorToken, left, right }: ts.BinaryExpression,
  isPrimitive: (part: ts.Expression) => boolean,
): boolean {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return true;
    case ts.SyntaxKind.InKeyword:
    case ts.SyntaxKind.InstanceOfKeyword:
    case ts.SyntaxKind.CommaToken:
      return false;
    default: {
      const isAssignment =
        operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment;
      return (!isAssignment || ts.isIdentifier(left)) && isPrimitive(left) && isPrimitive(right);
    }
  }
}

function isList(type: ts.Type, checker: ts.TypeChecker): boolean {
  return checker.isArrayType(type) || checker.isTupleType(type);
}

/** Certainly neither `undefined` nor `null`: a text or list that is no element of another one. */
export function isThere(receiver: ts.Expression, known: Known): boolean {
  const { checker, certain } = known;
  const value = bare(receiver);
  if (
    ts.isRegularExpressionLiteral(value) ||
    globalName(value, checker) === 'Math' ||
    globalName(value, checker) === 'Number'
  )
    return true;
  const type = checker.getTypeAtLocation(value);
  if ((type.flags & ts.TypeFlags.StringLike) === 0 && !isList(type, checker)) return false;
  if (ts.isCallExpression(value) || ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return true;
  if (!ts.isIdentifier(value)) return false;
  const declaration = checker.getSymbolAtLocation(value)?.valueDeclaration;
  if (declaration === undefined) return false;
  if (ts.isParameter(declaration)) return declaration.parent === certain;
  return (
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    isThere(declaration.initializer, known)
  );
}

const textMethods = new Set(
  'includes startsWith endsWith trim trimStart trimEnd toLowerCase toUpperCase slice substring split indexOf lastIndexOf charAt charCodeAt at'.split(
    ' ',
  ),
);
const listMethods = new Set('join slice includes indexOf lastIndexOf at'.split(' '));
const listMethodsWithCode = new Set('map filter some every find'.split(' '));

function isSafeCall(call: ts.CallExpression, known: Known): boolean {
  const { checker } = known;
  const callee = bare(call.expression);
  const arePlain = call.arguments.every(
    (argument) => ts.isRegularExpressionLiteral(argument) || convertsQuietly(checker.getTypeAtLocation(argument)),
  );
  if (ts.isIdentifier(callee)) {
    return (
      arePlain &&
      ['Number', 'String', 'Boolean', 'parseInt', 'parseFloat', 'isNaN', 'isFinite'].includes(
        globalName(callee, checker) ?? '',
      )
    );
  }
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const { expression, name } = callee;
  const global = globalName(bare(expression), checker);
  if (global === 'Math' || global === 'Number') return arePlain;
  if (ts.isRegularExpressionLiteral(bare(expression))) return arePlain && name.text === 'test';
  if (!isThere(expression, known)) return false;
  if (!isList(checker.getTypeAtLocation(expression), checker)) {
    const isSplit = name.text === 'split';
    return arePlain && textMethods.has(name.text) && (isSplit || !call.arguments.some(ts.isRegularExpressionLiteral));
  }
  if (listMethods.has(name.text)) return arePlain && isTextList(expression, checker);
  if (!listMethodsWithCode.has(name.text)) return false;
  return call.arguments.every(
    (argument) => ts.isArrowFunction(argument) || globalName(argument, checker) === 'Boolean',
  );
}

function isTextList(list: ts.Expression, checker: ts.TypeChecker): boolean {
  const item = checker.getIndexTypeOfType(checker.getTypeAtLocation(list), ts.IndexKind.Number);
  return item !== undefined && convertsQuietly(item);
}

function isKeyword({ kind }: ts.Node): boolean {
  return (
    kind === ts.SyntaxKind.TrueKeyword ||
    kind === ts.SyntaxKind.FalseKeyword ||
    kind === ts.SyntaxKind.NullKeyword ||
    kind === ts.SyntaxKind.OmittedExpression
  );
}
