// Two-dimensional tables: parameters, and local ones that are made at once or row by row. All rows are as long and nobody else holds one, so
// that the table is one flat array and two numbers. Whatever else is done with a table is an obstacle.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { objectRowsGroup } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type RowFields,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import {
  assign,
  constant,
  increment,
  isEqual,
  isIndexOf,
  product,
  read,
  unless,
  unlessLength,
} from './kernel-steps.ts';
import { numberOf } from './lower-operands.ts';
import { copiedRows, groupOfRow, type MadeByRows, madeByRows, type Row, rowOf } from './table-forms.ts';

/** Undefined when the declaration is none of a table that is made at once. */
export function lowerTableDeclaration(
  scope: FunctionLowering,
  declaration: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  const { name, initializer } = declaration;
  if (initializer === undefined || !ts.isIdentifier(name)) return undefined;
  const source = copiedRows(bare(initializer));
  const from = source && tableOf(scope, source);
  if (from !== undefined) return lowerCopyOfRows(scope, name, from);
  const made = madeByRows(bare(initializer), scope.checker);
  if (made === undefined) return undefined;
  const row = rowOf(made.row, scope.checker);
  if (row === undefined) return undefined;
  const group = groupOfRow(declaration, row, scope.checker);
  if (group === undefined) return undefined;
  if (scope.loopDepth > 0) throw new NotAKernel('allocation-in-loop', initializer, name.text);
  const [rows, columns, size] = [
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
  ] as const;
  const before: Statement[] = [
    assign(rows, withoutSign(numberOf(scope, made.rows))),
    unlessLength(rows),
    assign(columns, withoutSign(numberOf(scope, row.columns))),
    unlessLength(columns),
    assign(size, product(read(rows), read(columns))),
  ];
  if (row.eachCell !== undefined)
    return [...before, ...lowerEachCell(scope, name, { made, row, group, rows, columns, size })];
  const value = row.value && scope.expression(row.value);
  if (value !== undefined && scalarKindOf(value) !== group.elements)
    throw new NotAKernel('type', row.value ?? name, name.text);
  const isZero =
    value === undefined ||
    (value.kind === 'truth' && !value.value) ||
    (value.kind === 'constant' && Object.is(value.value, 0));
  const cells = scope.arrayTemporary({ ...group, isOfTable: true });
  scope.addTable(name, { kind: 'table', name: name.text, cells, rows, columns });
  return [
    ...before,
    { kind: 'allocate', array: cells, length: read(size), elements: [] },
    ...(isZero ? [] : [{ kind: 'fill', array: cells, value } as const]),
  ];
}

/** The new rows are nobody else's, whatever the others were. */
function lowerCopyOfRows(scope: FunctionLowering, name: ts.Identifier, from: TableLocal): readonly Statement[] {
  if (scope.loopDepth > 0) throw new NotAKernel('allocation-in-loop', name, name.text);
  if (from.isGrowing === true) throw new NotAKernel('allocation', name, name.text);
  const { elements, typedName } = groupOf(from.cells);
  const cells = scope.arrayTemporary({
    elements,
    typedName,
    isFromOutside: false,
    isWritten: true,
    isOfTable: true,
  });
  const [rows, columns, size, index] = [
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
  ] as const;
  scope.addTable(name, { kind: 'table', name: name.text, cells, rows, columns });
  const value: Expression = { kind: 'read', array: from.cells, index: read(index) };
  return [
    assign(rows, read(from.rows)),
    assign(columns, read(from.columns)),
    assign(size, product(read(rows), read(columns))),
    { kind: 'allocate', array: cells, length: read(size), elements: [] },
    ...counting(scope, index, size, [{ kind: 'write', array: cells, index: read(index), value }]),
  ];
}

/** One row after the other, each cell by its indices; none can look at the table, which has no name yet. */
function lowerEachCell(
  scope: FunctionLowering,
  name: ts.Identifier,
  {
    made,
    row,
    group,
    rows,
    columns,
    size,
  }: {
    readonly made: MadeByRows;
    readonly row: Row;
    readonly group: ArrayGroup;
    readonly rows: Local;
    readonly columns: Local;
    readonly size: Local;
  },
): readonly Statement[] {
  const cells = scope.arrayTemporary({ ...group, isOfTable: true, isWritten: true });
  const table: TableLocal = { kind: 'table', name: name.text, cells, rows, columns };
  const [rowIndex, column] = [made.index, row.eachCell?.index].map((own) => counter(scope, own));
  if (rowIndex === undefined || column === undefined || row.value === undefined)
    throw new NotAKernel('allocation', row.node, name.text);
  const value = scope.expression(row.value);
  if (scalarKindOf(value) !== group.elements) throw new NotAKernel('type', row.value, name.text);
  scope.addTable(name, table);
  const index: Expression = { kind: 'place', row: read(rowIndex), column: read(column), table };
  const alongRow = counting(scope, column, columns, [{ kind: 'write', array: cells, index, value }]);
  return [
    { kind: 'allocate', array: cells, length: read(size), elements: [] },
    ...counting(scope, rowIndex, rows, alongRow),
  ];
}

function counter(scope: FunctionLowering, name: ts.Identifier | undefined): Local | undefined {
  const variable = name === undefined ? scope.temporary('number') : scope.declareAs(name, 'number');
  return variable.kind === 'array' ? undefined : variable;
}

function counting(
  scope: FunctionLowering,
  index: Local,
  count: Local,
  body: readonly Statement[],
): readonly Statement[] {
  const test: Expression = { kind: 'compare', operator: '<', left: read(index), right: read(count) };
  const labels = [scope.freshLabel()];
  return [
    assign(index, constant(0)),
    { kind: 'loop', test, testsFirst: true, body, update: [increment(index)], labels },
  ];
}

/** `table[i][j]` as a place in the flat array; undefined when the expression is no cell of a table. */
export function cellOf(
  scope: FunctionLowering,
  node: ts.ElementAccessExpression,
): { readonly array: ArrayLocal; readonly index: Extract<Expression, { kind: 'place' }> } | undefined {
  const inner = rowAccess(scope, node.expression);
  if (inner === undefined) return undefined;
  if (node.questionDotToken !== undefined) throw new NotAKernel('expression', node, node.getText());
  const row = numberOf(scope, inner.index);
  const column = numberOf(scope, node.argumentExpression);
  return { array: inner.table.cells, index: { kind: 'place', row, column, table: inner.table } };
}

/** `table[i]`: undefined when the expression is no row of a table. */
export function rowAccess(
  scope: FunctionLowering,
  expression: ts.Expression,
): { readonly table: TableLocal; readonly index: ts.Expression } | undefined {
  const node = bare(expression);
  if (!ts.isElementAccessExpression(node)) return undefined;
  const table = tableOf(scope, node.expression);
  if (table === undefined) return undefined;
  if (node.questionDotToken !== undefined) throw new NotAKernel('expression', node, node.getText());
  return { table, index: node.argumentExpression };
}

/** The array becomes the row; undefined when the expression is no row of a table. */
export function lowerRow(
  scope: FunctionLowering,
  expression: ts.Expression,
): { readonly table: TableLocal; readonly into: (array: ArrayLocal) => Statement } | undefined {
  const row = rowAccess(scope, expression);
  if (row === undefined) return undefined;
  const { table } = row;
  // The memory of a table that grows may move.
  if (table.isGrowing === true) throw new NotAKernel('expression', expression, expression.getText());
  const index = numberOf(scope, row.index);
  return { table, into: (array) => ({ kind: 'row', array, table, index }) };
}

/** `table.length` and `table[i].length`. */
export function tableLength(scope: FunctionLowering, receiver: ts.Expression): Expression | undefined {
  const table = tableOf(scope, receiver);
  if (table !== undefined) return tableLengthOf(table);
  const row = rowAccess(scope, receiver);
  if (row === undefined) return undefined;
  const index = scope.temporary('number');
  return {
    kind: 'sequence',
    first: [assign(index, numberOf(scope, row.index)), unless(isRow(index, row.table)), ...whole(row.table)],
    last: read(row.table.columns),
  };
}

export function tableLengthOf({ rows, declaredRows, taken }: TableLocal): Expression {
  if (taken === undefined) return read(declaredRows ?? rows);
  return { kind: 'arithmetic', operator: '-', left: read(rows), right: read(taken) };
}

/** `table[i]?.length ?? other`; undefined for what is none. */
export function rowLengthOr(scope: FunctionLowering, node: ts.BinaryExpression): Expression | undefined {
  const length = bare(node.left);
  if (!ts.isPropertyAccessExpression(length) || length.name.text !== 'length') return undefined;
  const row = length.questionDotToken === undefined ? undefined : rowAccess(scope, length.expression);
  if (row === undefined || row.table.isGrowing === true) return undefined;
  const index = scope.temporary('number');
  return {
    kind: 'sequence',
    first: [assign(index, numberOf(scope, row.index))],
    last: {
      kind: 'choose',
      condition: isRow(index, row.table),
      whenTrue: read(row.table.columns),
      whenFalse: numberOf(scope, node.right),
    },
  };
}

function isRow(index: Local, { rows }: TableLocal): Expression {
  return isIndexOf(index, read(rows));
}

/** The original takes over as long as the last row of a table that grows lacks cells, or the table lacks rows that it is said to have. */
export function whole(table: TableLocal, rows: 'all rows' | 'rows so far' = 'rows so far'): readonly Statement[] {
  if (table.isGrowing !== true) return [];
  const areFull = isEqual({ kind: 'length', array: table.cells }, product(read(table.rows), read(table.columns)));
  if (rows === 'rows so far' || table.declaredRows === undefined) return [unless(areFull)];
  return [unless(areFull), unless(isEqual(read(table.rows), read(table.declaredRows)))];
}

export function tableOf(scope: FunctionLowering, expression: ts.Expression): TableLocal | undefined {
  const node = bare(expression);
  return ts.isIdentifier(node) ? scope.tableOf(node) : undefined;
}

/** A length of -0 reads as 0. */
function withoutSign(value: Expression): Expression {
  return { kind: 'arithmetic', operator: '+', left: value, right: constant(0) };
}

/** Of rows that are objects, where such are what the function returns: nothing else is compiled that deals with them. */
export function fieldsOfRows(scope: FunctionLowering, type: ts.Type): RowFields | undefined {
  const result = scope.owner?.result;
  if (typeof result !== 'object' || !('cells' in result) || result.fields === undefined) return undefined;
  return objectRowsGroup(type, scope.checker) === undefined ? undefined : result.fields;
}
