// Elements that are taken from arrays which come about by `push`: `stack.pop()` from the end, `queue.shift()` from the beginning. Where there is none, the
// original takes over. The elements of a queue stay where they are: a variable counts those that have been taken, so that nothing else may look into one.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, increment, read, unless } from './kernel-steps.ts';
import { lengthOf } from './lower-operands.ts';
import { tableLengthOf, tableOf, whole } from './lower-tables.ts';

type Taking = 'pop' | 'shift';

function takingCall(
  expression: ts.Expression,
): { readonly receiver: ts.Expression; readonly method: Taking } | undefined {
  const node = bare(expression);
  if (!ts.isCallExpression(node) || node.arguments.length > 0 || node.questionDotToken !== undefined) return undefined;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined) return undefined;
  const method = callee.name.text;
  return method === 'pop' || method === 'shift' ? { receiver: bare(callee.expression), method } : undefined;
}

/** `stack.pop()` and `queue.shift()` of numbers or truths; undefined for other calls. */
export function lowerTaken(scope: FunctionLowering, expression: ts.Expression): Expression | undefined {
  const call = takingCall(expression);
  const array = call && arrayTakenFrom(scope, call.receiver, call.method);
  if (call === undefined || array === undefined) return undefined;
  const kept = scope.temporary(groupOf(array).elements);
  const index = array.taken === undefined ? lastOf({ kind: 'length', array }) : read(array.taken);
  return {
    kind: 'sequence',
    first: [
      unless(isMore(lengthOf(array))),
      assign(kept, { kind: 'read', array, index }),
      array.taken === undefined ? dropped(array, constant(1)) : increment(array.taken),
    ],
    last: read(kept),
  };
}

/** As a statement, which may find nothing to take; undefined for other calls. */
export function lowerDropped(scope: FunctionLowering, expression: ts.Expression): readonly Statement[] | undefined {
  const call = takingCall(expression);
  const array = call && arrayTakenFrom(scope, call.receiver, call.method);
  if (array === undefined) return undefined;
  const drop = array.taken === undefined ? dropped(array, constant(1)) : increment(array.taken);
  return [{ kind: 'if', condition: isMore(lengthOf(array)), whenTrue: [drop], whenFalse: [] }];
}

/** `const [y, x] = stack.pop()!` of rows; undefined for other declarations. */
export function lowerTakenRow(
  scope: FunctionLowering,
  name: ts.BindingName,
  initializer: ts.Expression | undefined,
): readonly Statement[] | undefined {
  const call = initializer && takingCall(initializer);
  const table = call && tableOf(scope, call.receiver);
  if (call === undefined || table === undefined || !ts.isArrayBindingPattern(name)) return undefined;
  if (!canTake(table, call.method)) return undefined;
  const row = scope.temporary('number');
  const names = name.elements.flatMap((element, column): readonly Statement[] => {
    if (ts.isOmittedExpression(element)) return [];
    const isPlain = element.initializer === undefined && element.dotDotDotToken === undefined;
    if (!isPlain || !ts.isIdentifier(element.name))
      throw new NotAKernel('statement', name, 'a destructuring declaration');
    const variable = scope.declareAs(element.name, groupOf(table.cells).elements);
    if (variable.kind === 'array') return [];
    const place: Expression = { kind: 'place', row: read(row), column: constant(column), table };
    return [assign(variable, { kind: 'read', array: table.cells, index: place })];
  });
  const isFirst = table.taken !== undefined;
  return [
    ...whole(table),
    unless(isMore(tableLengthOf(table))),
    assign(row, isFirst ? read(table.taken) : lastOf(read(table.rows))),
    ...names,
    ...(isFirst
      ? [increment(table.taken)]
      : [dropped(table.cells, read(table.columns)), assign(table.rows, read(row))]),
  ];
}

function arrayTakenFrom(scope: FunctionLowering, receiver: ts.Expression, method: Taking): ArrayLocal | undefined {
  const array = ts.isIdentifier(receiver) ? scope.variableOf(receiver) : undefined;
  if (array?.kind !== 'array' || array.isOwned !== true || array.declaredLength !== undefined) return undefined;
  if ((method === 'shift') !== (array.taken !== undefined)) return undefined;
  groupOf(array).isWritten = true;
  return array;
}

function canTake(table: TableLocal, method: Taking): boolean {
  const isOwn = table.isGrowing === true && table.declaredRows === undefined;
  return isOwn && (method === 'shift') === (table.taken !== undefined);
}

function dropped(array: ArrayLocal, count: Expression): Statement {
  const length: Expression = { kind: 'arithmetic', operator: '-', left: { kind: 'length', array }, right: count };
  return { kind: 'cut', array, length };
}

function lastOf(length: Expression): Expression {
  return { kind: 'arithmetic', operator: '-', left: length, right: constant(1) };
}

function isMore(length: Expression): Expression {
  return { kind: 'compare', operator: '>', left: length, right: constant(0) };
}

/** A variable that counts what has been taken, for an array that is only pushed to, taken from, and asked for its length. */
export function countOfTaken(scope: FunctionLowering, uses: readonly ts.Node[]): Local | undefined {
  const methods = uses.map((use) => (ts.isPropertyAccessExpression(use) ? use.name.text : ''));
  const isQueue = methods.includes('shift') && methods.every((method) => ofQueue.has(method));
  return isQueue ? scope.temporary('number') : undefined;
}

const ofQueue: ReadonlySet<string> = new Set(['push', 'shift', 'length']);
