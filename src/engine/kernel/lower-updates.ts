// What changes variables and elements of arrays, as expressions in the kernel's form: steps, assignments, and those with an operator.
import ts from 'typescript';
import { bare, operatorOfAssignment, wrapped } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type Arithmetic,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { assign, read, unless } from './kernel-steps.ts';
import { setIn } from './loop-changes.ts';
import { isCharacter } from './lower-characters.ts';
import { writeCell } from './lower-growing.ts';
import { arrayOf, numberOf } from './lower-operands.ts';
import { partOf } from './lower-parts.ts';
import { fieldOf } from './lower-records.ts';
import { cellOf } from './lower-tables.ts';

export const arithmeticOperators: ReadonlyMap<ts.SyntaxKind, Arithmetic> = new Map([
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

export function storeTo(local: Local, value: Expression, node: ts.Node): Expression {
  if (scalarKindOf(value) !== local.kind) throw new NotAKernel('type', node, node.getText());
  return { kind: 'assign', local, value };
}

export function lowerStep(
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
  const local = ts.isIdentifier(target) ? scope.variableOf(target) : partOf(scope, target);
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

export function lowerAssignment(scope: FunctionLowering, node: ts.BinaryExpression): Expression {
  const target = bare(node.left);
  const operator = node.operatorToken.kind;
  const plain = operatorOfAssignment(operator);
  const arithmetic = plain === undefined ? undefined : arithmeticOperators.get(plain);
  if (arithmetic === undefined && operator !== ts.SyntaxKind.EqualsToken)
    throw new NotAKernel('expression', node, node.getText());
  if (ts.isElementAccessExpression(target)) {
    return lowerElementUpdate(scope, target, node, (element): Expression => {
      if (arithmetic === undefined) return scope.expression(node.right);
      return { kind: 'arithmetic', operator: arithmetic, left: element(), right: numberOf(scope, node.right) };
    });
  }
  if (isField(scope, target)) throw new NotAKernel('record-write', target, target.getText());
  const part = ts.isIdentifier(target) ? undefined : partOf(scope, target);
  const local = part ?? (ts.isIdentifier(target) ? scope.variableOf(target) : undefined);
  if (isCharacter(scope, target)) throw new NotAKernel('expression', node, node.getText());
  if (local === undefined) throw new NotAKernel('outside', target, target.getText());
  if (local.kind === 'array') throw new NotAKernel('expression', node, node.getText());
  const right = scope.expression(node.right);
  // It is a part of the object that the variable held before, which the value may put another one in the place of.
  if (part !== undefined && setIn([{ kind: 'evaluate', expression: right }]).has(part))
    throw new NotAKernel('expression', node, node.getText());
  if (arithmetic === undefined) return storeTo(local, right, node);
  if (local.kind !== 'number' || scalarKindOf(right) !== 'number') throw new NotAKernel('type', node, node.getText());
  return storeTo(local, { kind: 'arithmetic', operator: arithmetic, left: { kind: 'local', local }, right }, node);
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
