// Expressions in the kernel's form, in JavaScript's order of evaluation. Only numbers and booleans are values here; what mixes them, or
// makes anything else, is an obstacle.
import ts from 'typescript';
import {
  bare,
  isAssignmentOperator,
  isStepOperator,
  operatorOfAssignment,
  wrapped,
} from '../source/ranges/expressions.ts';
import { globalFact, globalName } from '../source/ranges/library-facts.ts';
import {
  type Arithmetic,
  type Comparison,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { assign, read, unless } from './kernel-steps.ts';
import { lowerCall } from './lower-calls.ts';
import { characterOf, lowerCharacterAssignment } from './lower-characters.ts';
import { lowerPush, writeCell } from './lower-growing.ts';
import type { FunctionLowering } from './lower-kernel.ts';
import { arrayOf, lengthOf, numberOf } from './lower-operands.ts';
import { fieldOf } from './lower-records.ts';
import { cellOf, rowLengthOr, tableLength } from './lower-tables.ts';

export function lowerExpression(scope: FunctionLowering, expression: ts.Expression): Expression {
  const node = bare(expression);
  if (ts.isNumericLiteral(node)) return { kind: 'constant', value: Number(node.text) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'truth', value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'truth', value: false };
  if (ts.isIdentifier(node)) return lowerIdentifier(scope, node);
  if (ts.isPrefixUnaryExpression(node)) return lowerPrefix(scope, node);
  if (ts.isPostfixUnaryExpression(node)) return lowerStep(scope, node, 'old');
  if (ts.isBinaryExpression(node)) return lowerBinary(scope, node);
  if (ts.isConditionalExpression(node)) {
    const condition = lowerCondition(scope, node.condition);
    const whenTrue = lowerExpression(scope, node.whenTrue);
    const whenFalse = lowerExpression(scope, node.whenFalse);
    if (scalarKindOf(whenTrue) !== scalarKindOf(whenFalse)) throw new NotAKernel('type', node, node.getText());
    return { kind: 'choose', condition, whenTrue, whenFalse };
  }
  if (ts.isElementAccessExpression(node) && node.questionDotToken === undefined) {
    const cell = cellOf(scope, node);
    if (cell !== undefined) return { kind: 'read', ...cell };
    const array = arrayOf(scope, node.expression);
    // A character is a string of its own, which only comparisons are compiled for.
    if (array.group.isText === true) throw new NotAKernel('expression', node, node.getText());
    return { kind: 'read', array, index: numberOf(scope, node.argumentExpression) };
  }
  if (ts.isPropertyAccessExpression(node)) return lowerProperty(scope, node);
  if (ts.isCallExpression(node)) return lowerCall(scope, node);
  if (ts.isFunctionLike(node)) throw new NotAKernel('callback', node);
  throw new NotAKernel('expression', node, node.getText());
}

/** Numbers are true when they are neither zero nor NaN. */
export function lowerCondition(scope: FunctionLowering, expression: ts.Expression): Expression {
  const node = bare(expression);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
      const kind = operator === ts.SyntaxKind.BarBarToken ? 'either' : 'both';
      return { kind, left: lowerCondition(scope, node.left), right: lowerCondition(scope, node.right) };
    }
  }
  return truthOf(lowerExpression(scope, node));
}

function truthOf(lowered: Expression): Expression {
  return scalarKindOf(lowered) === 'boolean' ? lowered : { kind: 'isTruthy', operand: lowered };
}

export function storeTo(local: Local, value: Expression, node: ts.Node): Expression {
  if (scalarKindOf(value) !== local.kind) throw new NotAKernel('type', node, node.getText());
  return { kind: 'assign', local, value };
}

function lowerIdentifier(scope: FunctionLowering, node: ts.Identifier): Expression {
  const variable = scope.variableOf(node);
  if (variable?.kind === 'array') throw new NotAKernel('expression', node, node.text);
  if (variable !== undefined) return { kind: 'local', local: variable };
  if (scope.tableOf(node) !== undefined || isCharacter(scope, node))
    throw new NotAKernel('expression', node, node.text);
  const value = constantOf(node, scope.checker, 0);
  if (value === undefined) throw new NotAKernel('outside', node, node.text);
  return { kind: 'constant', value };
}

/** Characters are compared and set to one another; in all else they are texts. */
function isCharacter(scope: FunctionLowering, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && scope.characterNamed(node) !== undefined;
}

const longestConstantChain = 20;

/** The number that a constant of the library or of the module stands for. */
function constantOf(expression: ts.Expression, checker: ts.TypeChecker, depth: number): number | undefined {
  const node = bare(expression);
  if (depth > longestConstantChain) return undefined;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const operand = constantOf(node.operand, checker, depth + 1);
    return operand === undefined ? undefined : -operand;
  }
  if (ts.isBinaryExpression(node)) {
    const left = constantOf(node.left, checker, depth + 1);
    const right = constantOf(node.right, checker, depth + 1);
    if (left === undefined || right === undefined) return undefined;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return left + right;
      case ts.SyntaxKind.MinusToken:
        return left - right;
      case ts.SyntaxKind.AsteriskToken:
        return left * right;
      case ts.SyntaxKind.SlashToken:
        return left / right;
      default:
        return undefined;
    }
  }
  const fact = globalFact(node, checker);
  if (fact !== undefined) return fact.nan ? Number.NaN : fact.negativeZero ? -0 : fact.low;
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isOfModule = ts.isSourceFile(declaration.parent.parent.parent);
  return isConstant && isOfModule ? constantOf(declaration.initializer, checker, depth + 1) : undefined;
}

function lowerPrefix(scope: FunctionLowering, node: ts.PrefixUnaryExpression): Expression {
  if (isStepOperator(node.operator)) return lowerStep(scope, node, 'new');
  if (node.operator === ts.SyntaxKind.ExclamationToken)
    return { kind: 'not', operand: lowerCondition(scope, node.operand) };
  const operand = numberOf(scope, node.operand);
  if (node.operator === ts.SyntaxKind.PlusToken) return operand;
  if (node.operator === ts.SyntaxKind.TildeToken) {
    return { kind: 'arithmetic', operator: '^', left: operand, right: { kind: 'constant', value: -1 } };
  }
  if (operand.kind === 'constant') return { kind: 'constant', value: -operand.value };
  return { kind: 'negate', operand };
}

function lowerStep(
  scope: FunctionLowering,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  gives: 'old' | 'new',
): Expression {
  const delta = node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
  const target = bare(node.operand);
  const one: Expression = { kind: 'constant', value: 1 };
  const operator = delta === 1 ? '+' : '-';
  if (ts.isElementAccessExpression(target)) {
    if (gives === 'old' && !isUnused(node)) throw new NotAKernel('expression', node, node.getText());
    return lowerElementUpdate(
      scope,
      target,
      node,
      (element): Expression => ({ kind: 'arithmetic', operator, left: element(), right: one }),
    );
  }
  if (isField(scope, target)) throw new NotAKernel('record-write', target, target.getText());
  const local = ts.isIdentifier(target) ? scope.variableOf(target) : undefined;
  if (local === undefined || local.kind !== 'number') throw new NotAKernel('outside', target, target.getText());
  if (gives === 'old' && !isUnused(node)) return { kind: 'postfix', local, delta };
  return { kind: 'assign', local, value: { kind: 'arithmetic', operator, left: { kind: 'local', local }, right: one } };
}

function isField(scope: FunctionLowering, target: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(target) && fieldOf(scope, target) !== undefined;
}

/** A statement of its own, or the update of a loop. */
function isUnused(node: ts.Expression): boolean {
  const outer = wrapped(node);
  const { parent } = outer;
  return ts.isExpressionStatement(parent) || (ts.isForStatement(parent) && parent.incrementor === outer);
}

const arithmeticOperators: ReadonlyMap<ts.SyntaxKind, Arithmetic> = new Map([
  [ts.SyntaxKind.PlusToken, '+'],
  [ts.SyntaxKind.MinusToken, '-'],
  [ts.SyntaxKind.AsteriskToken, '*'],
  [ts.SyntaxKind.SlashToken, '/'],
  [ts.SyntaxKind.PercentToken, '%'],
  [ts.SyntaxKind.AsteriskAsteriskToken, '**'],
  [ts.SyntaxKind.AmpersandToken, '&'],
  [ts.SyntaxKind.BarToken, '|'],
  [ts.SyntaxKind.CaretToken, '^'],
  [ts.SyntaxKind.LessThanLessThanToken, '<<'],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, '>>'],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, '>>>'],
]);

const comparisons: ReadonlyMap<ts.SyntaxKind, Comparison> = new Map([
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '==='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.EqualsEqualsToken, '==='],
  [ts.SyntaxKind.ExclamationEqualsToken, '!=='],
]);

function lowerBinary(scope: FunctionLowering, node: ts.BinaryExpression): Expression {
  const operator = node.operatorToken.kind;
  if (isAssignmentOperator(operator)) return lowerAssignment(scope, node);
  if (operator === ts.SyntaxKind.CommaToken)
    return { kind: 'sequence', first: lowerEffect(scope, node.left), last: lowerExpression(scope, node.right) };
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken)
    return lowerLogical(scope, node);
  if (operator === ts.SyntaxKind.QuestionQuestionToken) {
    const length = rowLengthOr(scope, node);
    if (length !== undefined) return length;
  }
  const arithmetic = arithmeticOperators.get(operator);
  if (arithmetic !== undefined) {
    const left = numberOf(scope, node.left);
    return { kind: 'arithmetic', operator: arithmetic, left, right: numberOf(scope, node.right) };
  }
  const comparison = comparisons.get(operator);
  if (comparison === undefined) throw new NotAKernel('expression', node, node.getText());
  const isEquality = comparison === '===' || comparison === '!==';
  const [first, second] = [characterOf(scope, node.left), characterOf(scope, node.right)];
  if (first !== undefined && second !== undefined)
    return { kind: 'compare', operator: comparison, left: first, right: second };
  const left = lowerExpression(scope, node.left);
  const right = lowerExpression(scope, node.right);
  if (scalarKindOf(left) !== scalarKindOf(right) || (scalarKindOf(left) === 'boolean' && !isEquality))
    throw new NotAKernel('type', node, node.getText());
  return { kind: 'compare', operator: comparison, left, right };
}

/** As values, `&&` and `||` give one of their operands. */
function lowerLogical(scope: FunctionLowering, node: ts.BinaryExpression): Expression {
  const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  const left = lowerExpression(scope, node.left);
  const right = lowerExpression(scope, node.right);
  const kind = scalarKindOf(left);
  if (kind !== scalarKindOf(right)) throw new NotAKernel('type', node, node.getText());
  if (kind === 'boolean') return { kind: isAnd ? 'both' : 'either', left, right };
  const local = scope.temporary(kind);
  const condition: Expression = { kind: 'isTruthy', operand: { kind: 'assign', local, value: left } };
  const first: Expression = { kind: 'local', local };
  return { kind: 'choose', condition, whenTrue: isAnd ? right : first, whenFalse: isAnd ? first : right };
}

function lowerAssignment(scope: FunctionLowering, node: ts.BinaryExpression): Expression {
  const target = bare(node.left);
  const operator = node.operatorToken.kind;
  const plain = operatorOfAssignment(operator);
  const arithmetic = plain === undefined ? undefined : arithmeticOperators.get(plain);
  if (arithmetic === undefined && operator !== ts.SyntaxKind.EqualsToken)
    throw new NotAKernel('expression', node, node.getText());
  if (ts.isElementAccessExpression(target)) {
    return lowerElementUpdate(scope, target, node, (element): Expression => {
      if (arithmetic === undefined) return lowerExpression(scope, node.right);
      return { kind: 'arithmetic', operator: arithmetic, left: element(), right: numberOf(scope, node.right) };
    });
  }
  if (isField(scope, target)) throw new NotAKernel('record-write', target, target.getText());
  const local = ts.isIdentifier(target) ? scope.variableOf(target) : undefined;
  if (isCharacter(scope, target)) throw new NotAKernel('expression', node, node.getText());
  if (local === undefined) throw new NotAKernel('outside', target, target.getText());
  if (local.kind === 'array') throw new NotAKernel('expression', node, node.getText());
  if (arithmetic === undefined) return storeTo(local, lowerExpression(scope, node.right), node);
  if (local.kind !== 'number') throw new NotAKernel('type', node, node.getText());
  const left: Expression = { kind: 'local', local };
  return storeTo(local, { kind: 'arithmetic', operator: arithmetic, left, right: numberOf(scope, node.right) }, node);
}

/** `a[i] = v`, `a[i] += v`: the index is computed once, and what is stored is the value of the expression. */
function lowerElementUpdate(
  scope: FunctionLowering,
  target: ts.ElementAccessExpression,
  node: ts.Expression,
  valueFrom: (element: () => Expression) => Expression,
): Expression {
  const isPlain = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const cell = cellOf(scope, target);
  if (cell?.index.table.isGrowing === true && isPlain) {
    const { statements, value } = writeCell(scope, cell.index, () => valueFrom(() => ({ kind: 'read', ...cell })));
    if (scalarKindOf(value) !== groupOf(cell.array).elements) throw new NotAKernel('type', target, target.getText());
    return { kind: 'sequence', first: statements, last: value };
  }
  const array = cell?.array ?? arrayOf(scope, target.expression);
  const first: Statement[] = [];
  let place = cell?.index ?? numberOf(scope, target.argumentExpression);
  if (place.kind !== 'constant' && place.kind !== 'local') {
    const local = scope.temporary('number');
    first.push({ kind: 'evaluate', expression: { kind: 'assign', local, value: place } });
    place = { kind: 'local', local };
  }
  const index = (): Expression => ({ ...place });
  const value = valueFrom(() => ({ kind: 'read', array, index: index() }));
  const group = groupOf(array);
  if (scalarKindOf(value) !== group.elements || group.isText === true)
    throw new NotAKernel('type', target, target.getText());
  group.isWritten = true;
  const mayAppend = isPlain && array.isOwned === true;
  if (mayAppend && array.declaredLength !== undefined)
    first.push(unless({ kind: 'compare', operator: '<', left: index(), right: read(array.declaredLength) }));
  if (isUnused(node)) {
    first.push({ kind: 'write', array, index: index(), value, mayAppend });
    return { kind: 'sequence', first, last: { kind: 'truth', value: true } };
  }
  // The value may change the variable that the index is read from.
  const [kept, stored] = [scope.temporary('number'), scope.temporary(group.elements)];
  first.push(assign(kept, index()), assign(stored, value), {
    kind: 'write',
    array,
    index: read(kept),
    value: read(stored),
    mayAppend,
  });
  return { kind: 'sequence', first, last: { kind: 'local', local: stored } };
}

function lowerProperty(scope: FunctionLowering, node: ts.PropertyAccessExpression): Expression {
  if (node.questionDotToken === undefined && node.name.text === 'length') {
    const receiver = bare(node.expression);
    const variable = ts.isIdentifier(receiver) ? scope.variableOf(receiver) : undefined;
    if (variable?.kind === 'array') return lengthOf(variable);
    const length = tableLength(scope, receiver);
    if (length !== undefined) return length;
    const records = ts.isIdentifier(receiver) ? scope.recordsOf(receiver) : undefined;
    if (records !== undefined) return read(records.count);
  }
  const field = node.questionDotToken === undefined ? fieldOf(scope, node) : undefined;
  if (field !== undefined) return field;
  const value = constantOf(node, scope.checker, 0);
  if (value !== undefined) return { kind: 'constant', value };
  const root = bare(node.expression);
  const isKnown = globalName(root, scope.checker) !== undefined || isCharacter(scope, root);
  throw new NotAKernel(isKnown ? 'expression' : 'outside', node, node.getText());
}

/** An expression for what it does, its value left unused. */
export function lowerEffect(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] {
  const node = bare(expression);
  if (ts.isCallExpression(node)) {
    const statements = lowerFill(scope, node) ?? lowerPush(scope, node);
    if (statements !== undefined) return statements;
  }
  const character = lowerCharacterAssignment(scope, node);
  if (character !== undefined) return character;
  const lowered = lowerExpression(scope, node);
  if (lowered.kind === 'sequence') {
    const isUsed = lowered.last.kind !== 'local' && lowered.last.kind !== 'truth';
    return isUsed ? [...lowered.first, { kind: 'evaluate', expression: lowered.last }] : lowered.first;
  }
  return [{ kind: 'evaluate', expression: lowered }];
}

/** `a.fill(v)` over the whole array. */
function lowerFill(scope: FunctionLowering, node: ts.CallExpression): readonly Statement[] | undefined {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'fill' || callee.questionDotToken !== undefined)
    return undefined;
  const receiver = bare(callee.expression);
  const array = ts.isIdentifier(receiver) ? scope.variableOf(receiver) : undefined;
  const [value, ...more] = node.arguments;
  if (array?.kind !== 'array' || value === undefined || more.length > 0) return undefined;
  const group = groupOf(array);
  const lowered = lowerExpression(scope, value);
  if (scalarKindOf(lowered) !== group.elements) throw new NotAKernel('type', value, value.getText());
  group.isWritten = true;
  const { declaredLength } = array;
  if (declaredLength === undefined) return [{ kind: 'fill', array, value: lowered }];
  const kept = scope.temporary(group.elements);
  return [
    assign(kept, lowered),
    { kind: 'allocate', array, length: read(declaredLength), elements: [] },
    { kind: 'fill', array, value: read(kept) },
  ];
}
