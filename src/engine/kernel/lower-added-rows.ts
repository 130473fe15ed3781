// Rows that come to a table at its end: `table.push(row)`, `table[i] = row`, and what callbacks give for a row. All are as long as the first one.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { isPlainArrayOf } from './allocation-forms.ts';
import { unite } from './array-groups.ts';
import { isLastMention } from './array-holders.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  NotAKernel,
  type RowFields,
  type Statement,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, countUp, isEqual, read, unless, unlessLength } from './kernel-steps.ts';
import { lowerAllocation } from './lower-allocation.ts';
import { arrayOf, numberOf, unlessSet } from './lower-operands.ts';
import { computedParts, heldParts, isOfParts } from './lower-parts.ts';
import { lowerRow, whole } from './lower-tables.ts';

export function addRow(scope: FunctionLowering, table: TableLocal, value: ts.Expression): readonly Statement[] {
  const hasRoom: readonly Statement[] =
    table.declaredRows === undefined
      ? []
      : [unless({ kind: 'compare', operator: '<', left: read(table.rows), right: read(table.declaredRows) })];
  const node = bare(value);
  if (table.fields !== undefined && !isOfParts(scope, node)) throw new NotAKernel('expression', node, node.getText());
  if (ts.isArrayLiteralExpression(node) && node.elements.length === 0)
    return [...hasRoom, ...whole(table), ...countUp(table.rows)];
  if (isPlainArrayOf(node, scope.checker)) {
    const [length] = node.arguments ?? [];
    if (length === undefined) throw new NotAKernel('holes', node, node.getText());
    const columns = scope.temporary('number');
    return [
      assign(columns, numberOf(scope, length)),
      unlessLength(columns),
      ...hasRoom,
      ...whole(table),
      ...columnsOf(table, read(columns)),
      ...countUp(table.rows),
    ];
  }
  const { before, row } = rowToAdd(scope, table, node);
  unite(table.cells.group, row.group, value);
  return [
    ...before,
    ...hasRoom,
    ...whole(table),
    ...unlessSet(row),
    ...columnsOf(table, { kind: 'length', array: row }),
    { kind: 'append', array: table.cells, from: row },
    ...countUp(table.rows),
  ];
}

/** The first row says how long all of them are. */
function columnsOf(table: TableLocal, length: Expression): readonly Statement[] {
  return [
    {
      kind: 'if',
      condition: isEqual(read(table.rows), constant(0)),
      whenTrue: [assign(table.columns, length)],
      whenFalse: [unless(isEqual(read(table.columns), { ...length }))],
    },
  ];
}

function rowToAdd(
  scope: FunctionLowering,
  table: TableLocal,
  node: ts.Expression,
): { readonly before: readonly Statement[]; readonly row: ArrayLocal } {
  if (ts.isIdentifier(node) && table.fields === undefined) {
    const row = arrayOf(scope, node);
    if (row.isOwned !== true || !isLastMention(node, scope.checker))
      throw new NotAKernel('shared-array', node, node.text);
    return { before: [], row };
  }
  const copied = copiedArray(node);
  if (copied !== undefined) {
    // A Buffer is a Uint8Array as well, and its `slice` is a view.
    if (groupOf(table.cells).typedName === 'Uint8Array') throw new NotAKernel('expression', node, node.getText());
    const row = lowerRow(scope, copied);
    if (row === undefined) return { before: [], row: arrayOf(scope, copied) };
    const array = scope.arrayTemporary(row.table.cells.group);
    return { before: [row.into(array)], row: array };
  }
  const row = scope.ownedTemporary({ ...groupOf(table.cells), isWritten: false });
  if (table.fields !== undefined) return { before: objectAsRow(scope, table.fields, row, node), row };
  const before = lowerAllocation(scope, row, node);
  if (before === undefined) throw new NotAKernel('expression', node, node.getText());
  return { before, row };
}

/** The fields of an object, one after the other; all objects have them in the same order. */
function objectAsRow(
  scope: FunctionLowering,
  fields: RowFields,
  row: ArrayLocal,
  node: ts.Expression,
): readonly Statement[] {
  const held = ts.isIdentifier(node) && isLastMention(node, scope.checker) ? heldParts(scope, node) : undefined;
  const { before, locals } = held ?? computedParts(scope, node, undefined);
  const isSame = [...locals.keys()].join() === fields.names.join();
  if (fields.names.length > 0 && !isSame) throw new NotAKernel('mixed-result', node);
  fields.names = [...locals.keys()];
  const elements = [...locals.values()].map(read);
  if ([...locals.values()].some(({ kind }) => kind !== groupOf(row).elements))
    throw new NotAKernel('type', node, node.getText());
  return [...before, { kind: 'allocate', array: row, length: constant(elements.length), elements }];
}

/** The array of `[...array]` and `array.slice()`. */
function copiedArray(node: ts.Expression): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const [only, ...more] = node.elements;
    return only !== undefined && ts.isSpreadElement(only) && more.length === 0 ? only.expression : undefined;
  }
  if (!ts.isCallExpression(node) || node.arguments.length > 0) return undefined;
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 'slice' && callee.questionDotToken === undefined
    ? callee.expression
    : undefined;
}
