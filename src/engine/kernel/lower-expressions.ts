// Expressions in the kernel's form, in JavaScript's order of evaluation. Only numbers and booleans are values here; what mixes them, or
// makes anything else, is an obstacle.
import ts from 'typescript';
import { bare, isAssignmentOperator, isStepOperator } from '../source/ranges/expressions.ts';
import { globalName } from '../source/ranges/library-facts.ts';
import { looksAllocated } from './allocation-forms.ts';
import { constantOf } from './constant-values.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type Comparison,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { assign, read } from './kernel-steps.ts';
import { lowerAbsentComparison, lowerAbsentOr, lowerAbsentRead, lowerAbsentTruth } from './lower-absent.ts';
import { lowerCount, lowerForEach } from './lower-array-methods.ts';
import { lowerCall } from './lower-calls.ts';
import { characterOf, isCharacter, lowerCharacterAssignment } from './lower-characters.ts';
import { heldOrMade } from './lower-elements.ts';
import { lowerPush } from './lower-growing.ts';
import { lowerComparedElement, lowerElementOr, lowerTruthOfElement } from './lower-missing.ts';
import { arrayOf, lengthOf, numberOf } from './lower-operands.ts';
import { partOf } from './lower-parts.ts';
import { fieldOf } from './lower-records.ts';
import { lowerSort } from './lower-sorting.ts';
import { cellOf, rowLengthOr, tableLength } from './lower-tables.ts';
import { lowerDropped } from './lower-taken.ts';
import { arithmeticOperators, lowerAssignment, lowerStep } from './lower-updates.ts';

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
    const part = partOf(scope, node);
    if (part !== undefined) return read(part);
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
  throw new NotAKernel(node.kind === ts.SyntaxKind.NullKeyword ? 'no-value' : 'expression', node, node.getText());
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
  return truthOf(lowerAbsentTruth(scope, node) ?? lowerTruthOfElement(scope, node) ?? lowerExpression(scope, node));
}

function truthOf(lowered: Expression): Expression {
  return scalarKindOf(lowered) === 'boolean' ? lowered : { kind: 'isTruthy', operand: lowered };
}

function lowerIdentifier(scope: FunctionLowering, node: ts.Identifier): Expression {
  const absent = lowerAbsentRead(scope, node);
  if (absent !== undefined) return absent;
  const variable = scope.variableOf(node);
  if (variable?.kind === 'array') throw new NotAKernel('expression', node, node.text);
  if (variable !== undefined) return { kind: 'local', local: variable };
  if (scope.tableOf(node) !== undefined || isCharacter(scope, node) || scope.fields?.isObject(node) === true)
    throw new NotAKernel('expression', node, node.text);
  const value = constantOf(node, scope.checker);
  if (value !== undefined) return { kind: 'constant', value };
  throw new NotAKernel(node.text === 'undefined' ? 'no-value' : 'outside', node, node.text);
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
    const found = rowLengthOr(scope, node) ?? lowerElementOr(scope, node) ?? lowerAbsentOr(scope, node);
    if (found !== undefined) return found;
    const given = parameterLeftOut(scope, node.left);
    if (given !== undefined) return read(given);
  }
  const arithmetic = arithmeticOperators.get(operator);
  if (arithmetic !== undefined) {
    const left = numberOf(scope, node.left);
    return { kind: 'arithmetic', operator: arithmetic, left, right: numberOf(scope, node.right) };
  }
  const comparison = comparisons.get(operator);
  if (comparison === undefined) throw new NotAKernel('expression', node, node.getText());
  const absent = lowerAbsentComparison(scope, node);
  if (absent !== undefined) return absent;
  const isEquality = comparison === '===' || comparison === '!==';
  // Where it is undefined, the original does the call.
  const isLeftOut = parameterLeftOut(scope, node.left) !== undefined && isUndefined(scope, node.right);
  if (isEquality && isLeftOut) return { kind: 'truth', value: comparison === '!==' };
  const [first, second] = [characterOf(scope, node.left), characterOf(scope, node.right)];
  if (first !== undefined && second !== undefined)
    return { kind: 'compare', operator: comparison, left: first, right: second };
  const left = lowerComparedElement(scope, node.left, node.right) ?? lowerExpression(scope, node.left);
  const right = lowerComparedElement(scope, node.right, node.left) ?? lowerExpression(scope, node.right);
  if (scalarKindOf(left) !== scalarKindOf(right) || (scalarKindOf(left) === 'boolean' && !isEquality))
    throw new NotAKernel('type', node, node.getText());
  return { kind: 'compare', operator: comparison, left, right };
}

function parameterLeftOut(scope: FunctionLowering, expression: ts.Expression): Local | undefined {
  const node = bare(expression);
  const variable = ts.isIdentifier(node) ? scope.variableOf(node) : undefined;
  return variable?.kind !== 'array' && variable?.mayBeLeftOut === true ? variable : undefined;
}

function isUndefined(scope: FunctionLowering, expression: ts.Expression): boolean {
  const node = bare(expression);
  return ts.isIdentifier(node) && node.text === 'undefined' && globalName(node, scope.checker) === 'undefined';
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

function lowerProperty(scope: FunctionLowering, node: ts.PropertyAccessExpression): Expression {
  if (node.questionDotToken === undefined && node.name.text === 'length') {
    const receiver = bare(node.expression);
    const variable = scope.held(receiver);
    if (variable?.kind === 'array') return lengthOf(variable);
    const length = tableLength(scope, receiver);
    if (length !== undefined) return length;
    const records = ts.isIdentifier(receiver) ? scope.recordsOf(receiver) : undefined;
    if (records !== undefined) return read(records.count);
    const count = lowerCount(scope, receiver);
    if (count !== undefined) return count;
    if (looksAllocated(receiver, scope.checker)) {
      const { array, before } = heldOrMade(scope, receiver);
      return { kind: 'sequence', first: before, last: lengthOf(array) };
    }
  }
  const part = partOf(scope, node);
  if (part !== undefined) return read(part);
  const given = scope.fields?.of(node);
  if (given?.kind === 'array') throw new NotAKernel('expression', node, node.getText());
  if (given !== undefined) return read(given);
  const field = node.questionDotToken === undefined ? fieldOf(scope, node) : undefined;
  if (field !== undefined) return field;
  const value = constantOf(node, scope.checker);
  if (value !== undefined) return { kind: 'constant', value };
  const root = bare(node.expression);
  const isKnown = globalName(root, scope.checker) !== undefined || isCharacter(scope, root);
  throw new NotAKernel(isKnown ? 'expression' : 'outside', node, node.getText());
}

/** An expression for what it does, its value left unused. */
export function lowerEffect(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] {
  const node = bare(expression);
  if (ts.isCallExpression(node)) {
    const statements =
      lowerFill(scope, node) ??
      lowerSort(scope, node) ??
      lowerPush(scope, node) ??
      lowerForEach(scope, node) ??
      lowerDropped(scope, node);
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
  const array = scope.held(receiver);
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
