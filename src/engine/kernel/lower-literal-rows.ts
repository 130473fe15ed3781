// Rows that are written down: `const offsets = [[0, 1], [1, 0]]`, `for (const [dy, dx] of [[0, 1], [1, 0]])`. All of them are as long.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { scalarKind } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayGroup,
  type Expression,
  NotAKernel,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import { assign, constant } from './kernel-steps.ts';

interface LiteralRows {
  readonly table: TableLocal;
  readonly statements: readonly Statement[];
}

/** As a table of that name, which is made once. */
export function lowerNamedRows(
  scope: FunctionLowering,
  name: ts.Identifier,
  group: ArrayGroup,
  rows: readonly ts.Expression[],
): readonly Statement[] {
  if (scope.loopDepth > 0) throw new NotAKernel('allocation-in-loop', name, name.text);
  const { table, statements } = made(scope, rows, { ...group, isOfTable: true, isWritten: true }, 'once');
  scope.addTable(name, { ...table, name: name.text });
  return statements;
}

/** For a loop over them, whose rows go by the names of their elements alone; undefined for what is none. */
export function lowerIteratedRows(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
): LiteralRows | undefined {
  const node = bare(expression);
  if (!ts.isArrayLiteralExpression(node) || !ts.isArrayBindingPattern(name)) return undefined;
  const [first] = node.elements;
  const [cell] = first !== undefined && ts.isArrayLiteralExpression(first) ? first.elements : [];
  const elements = cell && scalarKind(scope.checker.getTypeAtLocation(cell));
  if (elements === undefined) return undefined;
  const group = { elements, typedName: undefined, isFromOutside: false, isWritten: true, isOfTable: true };
  // In the memory of the time before, where a loop comes here once more.
  return made(scope, node.elements, group, 'again');
}

function made(
  scope: FunctionLowering,
  rows: readonly ts.Expression[],
  group: ArrayGroup,
  how: 'once' | 'again',
): LiteralRows {
  const cells = how === 'once' ? scope.arrayTemporary(group) : scope.ownedTemporary(group);
  const values = rows.map((row) => cellsOf(scope, bare(row), group));
  const [first = []] = values;
  for (const [index, row] of values.entries())
    if (row.length !== first.length)
      throw new NotAKernel('expression', rows[index] as ts.Node, 'rows of several lengths');
  const table: TableLocal = {
    kind: 'table',
    name: 'rows',
    cells,
    rows: scope.temporary('number'),
    columns: scope.temporary('number'),
  };
  const elements = values.flat();
  return {
    table,
    statements: [
      { kind: 'allocate', array: cells, length: constant(elements.length), elements },
      assign(table.rows, constant(values.length)),
      assign(table.columns, constant(first.length)),
    ],
  };
}

function cellsOf(scope: FunctionLowering, row: ts.Expression, group: ArrayGroup): readonly Expression[] {
  if (!ts.isArrayLiteralExpression(row)) throw new NotAKernel('expression', row, row.getText());
  return row.elements.map((cell) => {
    if (ts.isSpreadElement(cell) || ts.isOmittedExpression(cell))
      throw new NotAKernel('expression', cell, row.getText());
    const value = scope.expression(cell);
    if (scalarKindOf(value) !== group.elements) throw new NotAKernel('type', cell, cell.getText());
    return value;
  });
}
