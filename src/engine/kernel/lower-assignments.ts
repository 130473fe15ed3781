// Expressions that stand as statements in the kernel's form: assignments to variables, arrays and rows, and exchanges.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { looksAllocated } from './allocation-forms.ts';
import { unite } from './array-groups.ts';
import { isLastMention } from './array-holders.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, groupOf, NotAKernel, type Statement, scalarKindOf } from './kernel-ir.ts';
import { read } from './kernel-steps.ts';
import { lowerAbsentAssignment } from './lower-absent.ts';
import { lowerAllocation } from './lower-allocation.ts';
import { lowerEffect, lowerExpression } from './lower-expressions.ts';
import { lowerRowAssignment } from './lower-growing.ts';
import { arrayOf, numberOf } from './lower-operands.ts';
import { lowerPartsAssignment, partsOfCall } from './lower-parts.ts';
import { cellOf, lowerRow } from './lower-tables.ts';
import { storeTo } from './lower-updates.ts';

export function assignArray(scope: FunctionLowering, array: ArrayLocal, value: ts.Expression): readonly Statement[] {
  const allocation = lowerAllocation(scope, array, value);
  if (allocation !== undefined) {
    if (scope.loopDepth > 0 && array.isOwned !== true) throw new NotAKernel('allocation-in-loop', value, array.name);
    return allocation;
  }
  if (array.isOwned === true) throw new NotAKernel('shared-array', value, array.name);
  const row = lowerRow(scope, value);
  if (row !== undefined) {
    unite(array.group, row.table.cells.group, value);
    return [row.into(array)];
  }
  const from = sharedArray(scope, value);
  unite(array.group, from.group, value);
  return [{ kind: 'share', array, from }];
}

/** An array of which another variable comes to hold the same. */
export function sharedArray(scope: FunctionLowering, value: ts.Expression): ArrayLocal {
  const array = arrayOf(scope, value);
  if (array.isOwned === true) throw new NotAKernel('shared-array', value, array.name);
  return array;
}

/** Between variables that each hold their arrays alone: nothing mentions the other one again before it holds a new array. */
function takeOver(scope: FunctionLowering, array: ArrayLocal, value: ts.Expression): readonly Statement[] {
  const given = bare(value);
  const from = ts.isIdentifier(given) ? scope.variableOf(given) : undefined;
  if (from?.kind !== 'array' || from === array || from.isOwned !== true || !ts.isIdentifier(given))
    throw new NotAKernel('shared-array', value, array.name);
  const isSame = array.declaredLength === undefined && from.declaredLength === undefined;
  if (!isSame || !isLastMention(given, scope.checker)) throw new NotAKernel('shared-array', value, from.name);
  unite(groupOf(array), groupOf(from), value);
  return [{ kind: 'share', array, from }];
}

/** `values = values.map(...)`: the new array is made beside the one before, which it may be made of; undefined for what makes none. */
function setAnew(scope: FunctionLowering, array: ArrayLocal, value: ts.Expression): readonly Statement[] | undefined {
  if (array.declaredLength !== undefined || !looksAllocated(value, scope.checker)) return undefined;
  const made = scope.ownedTemporary(groupOf(array), array.name);
  const allocation = lowerAllocation(scope, made, value);
  return allocation && [...allocation, { kind: 'share', array, from: made }];
}

export function lowerExpressionStatement(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] {
  const node = bare(expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const target = bare(node.left);
    if (ts.isArrayLiteralExpression(target)) return lowerExchange(scope, target, node.right);
    if (ts.isIdentifier(target)) {
      const variable = scope.variableOf(target);
      if (variable?.kind === 'array') {
        return variable.isOwned === true
          ? (setAnew(scope, variable, node.right) ?? takeOver(scope, variable, node.right))
          : assignArray(scope, variable, node.right);
      }
    }
    const row =
      lowerAbsentAssignment(scope, target, node.right) ??
      lowerPartsAssignment(scope, target, node.right) ??
      lowerRowAssignment(scope, target, node.right);
    if (row !== undefined) return row;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    return [...lowerExpressionStatement(scope, node.left), ...lowerExpressionStatement(scope, node.right)];
  }
  return lowerEffect(scope, node);
}

/** `[a, b] = [b, a]`: all values first, then the stores from left to right. */
function lowerExchange(
  scope: FunctionLowering,
  target: ts.ArrayLiteralExpression,
  value: ts.Expression,
): readonly Statement[] {
  const given = setFromCall(scope, target, value);
  if (given !== undefined) return given;
  const values = bare(value);
  if (!ts.isArrayLiteralExpression(values) || values.elements.length !== target.elements.length)
    throw new NotAKernel('expression', target, 'a destructuring assignment');
  const before: Statement[] = [];
  const after = target.elements.flatMap((element, index): readonly Statement[] => {
    const given = values.elements[index];
    const place = bare(element);
    if (given === undefined || ts.isSpreadElement(given) || ts.isOmittedExpression(given))
      throw new NotAKernel('expression', target, 'a destructuring assignment');
    const variable = ts.isIdentifier(place) ? scope.variableOf(place) : undefined;
    if (variable?.kind === 'array') {
      const from = sharedArray(scope, given);
      if (variable.isOwned === true) throw new NotAKernel('shared-array', element, variable.name);
      unite(variable.group, from.group, given);
      const copy = scope.arrayTemporary(variable.group);
      before.push({ kind: 'share', array: copy, from });
      return [{ kind: 'share', array: variable, from: copy }];
    }
    const lowered = lowerExpression(scope, given);
    const copy = scope.temporary(scalarKindOf(lowered));
    before.push({ kind: 'evaluate', expression: { kind: 'assign', local: copy, value: lowered } });
    if (variable !== undefined) return [{ kind: 'evaluate', expression: storeTo(variable, read(copy), element) }];
    if (!ts.isElementAccessExpression(place)) throw new NotAKernel('expression', element, element.getText());
    const cell = cellOf(scope, place);
    const array = cell?.array ?? arrayOf(scope, place.expression);
    const group = groupOf(array);
    if (copy.kind !== group.elements || group.isText === true) throw new NotAKernel('type', element, element.getText());
    group.isWritten = true;
    return [
      { kind: 'write', array, index: cell?.index ?? numberOf(scope, place.argumentExpression), value: read(copy) },
    ];
  });
  return [...before, ...after];
}

/** `[a, b] = step(a, b)` of variables; undefined for what is no call of a helper. */
function setFromCall(
  scope: FunctionLowering,
  target: ts.ArrayLiteralExpression,
  value: ts.Expression,
): readonly Statement[] | undefined {
  const given = partsOfCall(scope, value);
  if (given === undefined) return undefined;
  const stores = target.elements.map((element, index): Statement => {
    const variable = ts.isIdentifier(element) ? scope.variableOf(element) : undefined;
    const part = given.locals.get(String(index));
    if (variable === undefined || variable.kind === 'array' || part === undefined)
      throw new NotAKernel('expression', target, 'a destructuring assignment');
    return { kind: 'evaluate', expression: storeTo(variable, read(part), element) };
  });
  return [...given.before, ...stores];
}
