// Arrays and tables that come about piece by piece: `const row = []` and push, `new Array(n)` whose elements are set one after the other,
// `table.push(row)`, `table[i] = []` and then its cells. Each is held by one variable, so that its memory can grow and be used again. Where
// the order is another one, and an element would be unset in between, the original takes over.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { isPlainArrayOf } from './allocation-forms.ts';
import { arrayGroup, cellsGroup, objectRowsGroup } from './array-groups.ts';
import { changesRows, usesOf } from './array-holders.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { inferredGroup } from './inferred-elements.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  NotAKernel,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant, countUp, isEqual, product, read, unless, unlessLength } from './kernel-steps.ts';
import { addRow } from './lower-added-rows.ts';
import { lowerNamedRows } from './lower-literal-rows.ts';
import { numberOf } from './lower-operands.ts';
import { fieldsOfRows, rowAccess, tableOf } from './lower-tables.ts';
import { countOfTaken } from './lower-taken.ts';

/** `const xs: number[] = []`, `= new Array(n)` and `= [[0, 0]]`, of numbers or of rows; undefined for other declarations. */
export function lowerGrowingDeclaration(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  if (initializer === undefined || !ts.isIdentifier(name)) return undefined;
  const made = bare(initializer);
  const elements = ts.isArrayLiteralExpression(made) ? made.elements : undefined;
  const isOfRows = elements?.every((one) => ts.isArrayLiteralExpression(one) && one.elements.length > 0) === true;
  const length = isPlainArrayOf(made, scope.checker) ? made.arguments?.[0] : undefined;
  if (!isOfRows && length === undefined) return undefined;
  const type = scope.checker.getTypeAtLocation(name);
  const fields = fieldsOfRows(scope, type);
  const group =
    cellsGroup(type, scope.checker, 'with tuples') ??
    arrayGroup(type, scope.checker) ??
    (fields === undefined ? inferredGroup(name, scope.checker) : objectRowsGroup(type, scope.checker));
  if (group === undefined || group.typedName !== undefined) return undefined;
  if (elements !== undefined && elements.length > 0 && group.isOfTable !== true) return undefined;
  const uses = usesOf(name, scope.checker);
  const taken = countOfTaken(scope, uses);
  const noneTaken = taken === undefined ? [] : [assign(taken, constant(0))];
  const declared = length && scope.temporary('number');
  const before =
    length === undefined || declared === undefined
      ? []
      : [
          // A length of -0 reads as 0.
          assign(declared, { kind: 'arithmetic', operator: '+', left: numberOf(scope, length), right: constant(0) }),
          unlessLength(declared),
        ];
  if (group.isOfTable !== true) {
    const array = scope.declareOwned(name, group, declared, taken);
    return [...before, { kind: 'empty', array }, ...noneTaken];
  }
  if (elements !== undefined && elements.length > 0 && !uses.some(changesRows))
    return lowerNamedRows(scope, name, group, elements);
  const table: TableLocal = {
    kind: 'table',
    name: name.text,
    cells: scope.ownedTemporary(group),
    rows: scope.temporary('number'),
    columns: scope.temporary('number'),
    isGrowing: true,
    ...(declared === undefined ? {} : { declaredRows: declared }),
    ...(taken === undefined ? {} : { taken }),
    ...(fields === undefined ? {} : { fields }),
  };
  const rows = (elements ?? []).flatMap((row) => addRow(scope, table, row));
  scope.addTable(name, table);
  return [
    ...before,
    { kind: 'empty', array: table.cells },
    assign(table.rows, constant(0)),
    assign(table.columns, constant(0)),
    ...noneTaken,
    ...rows,
  ];
}

/** `xs.push(v)`, `table.push(row)` and `table[i].push(v)`; undefined for other calls. */
export function lowerPush(scope: FunctionLowering, node: ts.CallExpression): readonly Statement[] | undefined {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'push') return undefined;
  const [value, ...more] = node.arguments;
  if (callee.questionDotToken !== undefined || value === undefined || node.arguments.some(ts.isSpreadElement))
    return undefined;
  const receiver = bare(callee.expression);
  if (more.length > 0) return pushAll(scope, receiver, node.arguments);
  const table = tableOf(scope, receiver);
  if (table !== undefined) {
    if (table.isGrowing !== true || table.declaredRows !== undefined) return undefined;
    return addRow(scope, table, value);
  }
  const row = rowAccess(scope, receiver);
  if (row !== undefined) {
    if (row.table.isGrowing !== true) return undefined;
    const [index, cell] = [scope.temporary('number'), scope.temporary(groupOf(row.table.cells).elements)];
    const isLast = isEqual(read(index), lastRow(row.table));
    return [
      assign(index, numberOf(scope, row.index)),
      assign(cell, elementOf(scope, value, row.table.cells)),
      unless({ kind: 'both', left: isAtLeastZero(read(index)), right: isLast }),
      ...pushCell(row.table, read(cell)),
    ];
  }
  const array = ts.isIdentifier(receiver) ? scope.variableOf(receiver) : undefined;
  if (array?.kind !== 'array' || array.isOwned !== true || array.declaredLength !== undefined) return undefined;
  groupOf(array).isWritten = true;
  return [{ kind: 'push', array, value: elementOf(scope, value, array) }];
}

/** Several elements: all of them are computed before the first one is pushed. */
function pushAll(
  scope: FunctionLowering,
  receiver: ts.Expression,
  values: readonly ts.Expression[],
): readonly Statement[] | undefined {
  const array = ts.isIdentifier(receiver) ? scope.variableOf(receiver) : undefined;
  if (array?.kind !== 'array' || array.isOwned !== true || array.declaredLength !== undefined) return undefined;
  const group = groupOf(array);
  group.isWritten = true;
  const kept = values.map((value) => ({
    local: scope.temporary(group.elements),
    value: elementOf(scope, value, array),
  }));
  return [
    ...kept.map(({ local, value }) => assign(local, value)),
    ...kept.map(({ local }): Statement => ({ kind: 'push', array, value: read(local) })),
  ];
}

/** `table[i] = row` adds a row at the end; undefined when the target is no row of a table that grows. */
export function lowerRowAssignment(
  scope: FunctionLowering,
  target: ts.Expression,
  value: ts.Expression,
): readonly Statement[] | undefined {
  const row = rowAccess(scope, target);
  if (row === undefined || row.table.isGrowing !== true) return undefined;
  const index = scope.temporary('number');
  return [
    assign(index, numberOf(scope, row.index)),
    unless(isEqual(read(index), read(row.table.rows))),
    ...addRow(scope, row.table, value),
  ];
}

/** `table[i][j] = v`: the next cell of the last row, or one that is there. */
export function writeCell(
  scope: FunctionLowering,
  { row, column, table }: Extract<Expression, { kind: 'place' }>,
  value: () => Expression,
): { readonly statements: readonly Statement[]; readonly value: Expression } {
  const [index, at] = [scope.temporary('number'), scope.temporary('number')];
  const before = [assign(index, row), assign(at, column)];
  const stored = value();
  const kept = scope.temporary(scalarKindOf(stored));
  const isLast: Expression = {
    kind: 'both',
    left: isAtLeastZero(read(index)),
    right: isEqual(read(index), lastRow(table)),
  };
  const isNext: Expression = { kind: 'both', left: isLast, right: isEqual(read(at), cellsOfLastRow(table)) };
  const place: Expression = { kind: 'place', row: read(index), column: read(at), table };
  return {
    statements: [
      ...before,
      assign(kept, stored),
      {
        kind: 'if',
        condition: isNext,
        whenTrue: pushCell(table, read(kept)),
        whenFalse: [{ kind: 'write', array: table.cells, index: place, value: read(kept) }],
      },
    ],
    value: read(kept),
  };
}

function pushCell(table: TableLocal, value: Expression): readonly Statement[] {
  groupOf(table.cells).isWritten = true;
  const isFull = isEqual({ kind: 'length', array: table.cells }, product(read(table.rows), read(table.columns)));
  const widened: readonly Statement[] = [unless(isEqual(read(table.rows), constant(1))), ...countUp(table.columns)];
  return [
    { kind: 'if', condition: isFull, whenTrue: widened, whenFalse: [] },
    { kind: 'push', array: table.cells, value },
  ];
}

function lastRow(table: TableLocal): Expression {
  return { kind: 'arithmetic', operator: '-', left: read(table.rows), right: constant(1) };
}

function cellsOfLastRow(table: TableLocal): Expression {
  const before = product(lastRow(table), read(table.columns));
  return { kind: 'arithmetic', operator: '-', left: { kind: 'length', array: table.cells }, right: before };
}

function isAtLeastZero(index: Expression): Expression {
  return { kind: 'compare', operator: '>=', left: index, right: constant(0) };
}

function elementOf(scope: FunctionLowering, value: ts.Expression, array: ArrayLocal): Expression {
  const lowered = scope.expression(value);
  if (scalarKindOf(lowered) !== groupOf(array).elements) throw new NotAKernel('type', value, value.getText());
  return lowered;
}
