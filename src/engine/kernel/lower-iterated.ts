// What for-of goes through, by its index: records, rows of a table, rows that are written down, and arrays, whose length is asked for in every round.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type Expression, type Local, NotAKernel, type Statement } from './kernel-ir.ts';
import { read } from './kernel-steps.ts';
import { iteratedCharacter } from './lower-characters.ts';
import { rowNamed } from './lower-elements.ts';
import { lowerIteratedRows } from './lower-literal-rows.ts';
import { arrayOf, lengthOf } from './lower-operands.ts';
import { recordNamed } from './lower-records.ts';
import { lowerRow, tableOf } from './lower-tables.ts';
import { storeTo } from './lower-updates.ts';

export function iterated(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated {
  return (
    iteratedRecords(scope, expression, name, index) ??
    iteratedRows(scope, expression, name, index) ??
    iteratedArray(scope, expression, name, index)
  );
}

interface Iterated {
  readonly before: readonly Statement[];
  readonly length: Expression;
  readonly elements: readonly Statement[];
}

function iteratedRecords(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated | undefined {
  const node = bare(expression);
  const records = ts.isIdentifier(node) ? scope.recordsOf(node) : undefined;
  if (records === undefined) return undefined;
  return { before: [], length: read(records.count), elements: recordNamed(scope, name, { records, index }) };
}

function iteratedRows(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated | undefined {
  const written = lowerIteratedRows(scope, expression, name);
  const table = written?.table ?? tableOf(scope, expression);
  if (table === undefined) return undefined;
  if (table.isGrowing === true) throw new NotAKernel('expression', expression, expression.getText());
  return { before: written?.statements ?? [], length: read(table.rows), elements: rowNamed(scope, name, table, index) };
}

function iteratedArray(
  scope: FunctionLowering,
  expression: ts.Expression,
  name: ts.BindingName,
  index: Local,
): Iterated {
  if (!ts.isIdentifier(name)) throw new NotAKernel('statement', name, 'this form of for-of');
  const row = lowerRow(scope, expression);
  const source = row === undefined ? arrayOf(scope, expression) : scope.arrayTemporary(row.table.cells.group);
  // The variable may come to hold another array meanwhile, unless it owns its array.
  const isKept = row !== undefined || source.isOwned === true;
  const array = isKept ? source : scope.arrayTemporary(source.group);
  const before: readonly Statement[] =
    row === undefined ? (isKept ? [] : [{ kind: 'share', array, from: source }]) : [row.into(source)];
  const element: Expression = { kind: 'read', array, index: read(index) };
  if (source.group.isText === true)
    return { before, length: lengthOf(array), elements: iteratedCharacter(scope, name, element) };
  const variable = scope.declare(name);
  if (variable.kind === 'array') throw new NotAKernel('type', name, name.text);
  const elements: Statement[] = [{ kind: 'evaluate', expression: storeTo(variable, element, name) }];
  return { before, length: lengthOf(array), elements };
}
