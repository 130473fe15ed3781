// Arrays and tables that methods with a callback make: `map`, also of rows to rows, and `filter`.
import type ts from 'typescript';
import { cellsGroup, objectRowsGroup } from './array-groups.ts';
import type { Deliver } from './callbacks.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, read } from './kernel-steps.ts';
import { calledForEach, type MethodCall, methodCall } from './lower-array-methods.ts';
import { elementsOf } from './lower-elements.ts';
import { fieldsOfRows, whole } from './lower-tables.ts';

/** `values.map(...)`: the array comes to be held once all its elements are there. Undefined for other calls. */
export function lowerMapped(
  scope: FunctionLowering,
  array: ArrayLocal,
  expression: ts.Expression,
): readonly Statement[] | undefined {
  const made = madeFrom(scope, array, expression);
  if (made === undefined) return undefined;
  const { callback, elements } = made;
  const group = groupOf(array);
  group.isWritten = true;
  const result = array.isOwned === true ? scope.ownedTemporary(group) : scope.arrayTemporary(group);
  const deliver = (_label: string, index: Local): Deliver => {
    return (returned) => [
      { kind: 'write', array: result, index: read(index), value: valueFor(scope, result, returned) },
    ];
  };
  return [
    ...elements.before,
    { kind: 'allocate', array: result, length: elements.length(), elements: [] },
    ...calledForEach(scope, callback, { elements, deliver }),
    { kind: 'share', array, from: result },
  ];
}

/** `table.map((row) => row.map(...))`: a row for each element; undefined for other calls. */
export function lowerMappedRows(
  scope: FunctionLowering,
  expression: ts.Expression,
): { readonly table: TableLocal; readonly statements: readonly Statement[] } | undefined {
  const call = methodCall(scope, expression);
  if (call === undefined || call.method !== 'map' || call.start !== undefined) return undefined;
  const type = scope.checker.getTypeAtLocation(call.node);
  const fields = fieldsOfRows(scope, type);
  const group =
    fields === undefined ? cellsGroup(type, scope.checker, 'with tuples') : objectRowsGroup(type, scope.checker);
  const given = scope.checker.getNonNullableType(scope.checker.getTypeAtLocation(call.receiver));
  if (group === undefined || !scope.checker.isArrayType(given)) return undefined;
  const elements = elementsOf(scope, call.receiver);
  const growing: TableLocal = {
    kind: 'table',
    name: 'rows',
    cells: scope.ownedTemporary({ ...group, isWritten: true }),
    rows: scope.temporary('number'),
    columns: scope.temporary('number'),
    isGrowing: true,
    ...(fields === undefined ? {} : { fields }),
  };
  const deliver = (): Deliver => (returned) => scope.rowAdded(growing, returned);
  const cells = scope.arrayTemporary(growing.cells.group);
  return {
    // Once all rows are there, the memory of the table does not move any more.
    table: { ...growing, cells, isGrowing: false },
    statements: [
      ...elements.before,
      { kind: 'empty', array: growing.cells },
      assign(growing.rows, constant(0)),
      assign(growing.columns, constant(0)),
      ...calledForEach(scope, call.callback, { elements, deliver }),
      ...whole(growing),
      { kind: 'share', array: cells, from: growing.cells },
    ],
  };
}

/** `values.filter(...)`; undefined for other calls. */
export function lowerFiltered(
  scope: FunctionLowering,
  array: ArrayLocal,
  expression: ts.Expression,
): readonly Statement[] | undefined {
  const made = madeFrom(scope, array, expression);
  if (made === undefined) return undefined;
  const { callback, elements } = made;
  const { array: source } = elements;
  const group = groupOf(array);
  // How long a typed array becomes is not known when it is made.
  if (source === undefined || group.typedName !== undefined || array.isOwned !== true) return undefined;
  if (groupOf(source).elements !== group.elements) throw new NotAKernel('type', expression, expression.getText());
  group.isWritten = true;
  const result = scope.ownedTemporary(group);
  const kept = scope.temporary(group.elements);
  const deliver = (): Deliver => (returned) => [
    {
      kind: 'if',
      condition: scope.condition(returned),
      whenTrue: [{ kind: 'push', array: result, value: read(kept) }],
      whenFalse: [],
    },
  ];
  return [
    ...elements.before,
    { kind: 'empty', array: result },
    ...calledForEach(scope, callback, { elements, deliver, kept }),
    { kind: 'share', array, from: result },
  ];
}

/** What is gone through, and by which callback, where the call gives an array such as this one. */
function madeFrom(scope: FunctionLowering, array: ArrayLocal, expression: ts.Expression) {
  const call = methodCall(scope, expression);
  if (call === undefined || call.start !== undefined || !givesSuch(scope, array, call)) return undefined;
  return { callback: call.callback, elements: elementsOf(scope, call.receiver) };
}

/** Typed arrays map to arrays of their own kind; a Buffer is a Uint8Array as well, and gives another one. */
function givesSuch(scope: FunctionLowering, array: ArrayLocal, { receiver }: MethodCall): boolean {
  const { typedName } = groupOf(array);
  const given = scope.checker.getNonNullableType(scope.checker.getTypeAtLocation(receiver));
  return typedName === undefined
    ? scope.checker.isArrayType(given)
    : typedName !== 'Uint8Array' && given.getSymbol()?.name === typedName;
}

function valueFor(scope: FunctionLowering, array: ArrayLocal, node: ts.Expression): Expression {
  const value = scope.expression(node);
  if (scalarKindOf(value) !== groupOf(array).elements) throw new NotAKernel('type', node, node.getText());
  return value;
}
