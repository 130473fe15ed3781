// Elements that may not be there: `signal[i - k] ?? 0`, `grid[y]?.[x]` in a condition or a comparison. Whether there is one is asked first; nothing that
// is there is undefined.
import ts from 'typescript';
import { bare, isSideEffectFree } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, type Expression, groupOf, type Local, type Statement, scalarKindOf } from './kernel-ir.ts';
import { assign, constant, isIndexOf, read } from './kernel-steps.ts';
import { lengthOf, numberOf } from './lower-operands.ts';
import { rowAccess, tableOf, whole } from './lower-tables.ts';

/** `xs[i] ?? other` and `table[i]?.[j] ?? other`; undefined for other expressions. */
export function lowerElementOr(scope: FunctionLowering, node: ts.BinaryExpression): Expression | undefined {
  return elementOr(scope, node.left, ({ elements }) => {
    const other = scope.expression(node.right);
    return scalarKindOf(other) === elements ? other : undefined;
  });
}

/** `table[i]?.[j]` as a condition: what is missing is not true. */
export function lowerTruthOfElement(scope: FunctionLowering, node: ts.Expression): Expression | undefined {
  if (!isOptional(node)) return undefined;
  return elementOr(scope, node, ({ elements }) =>
    elements === 'boolean' ? { kind: 'truth', value: false } : constant(0),
  );
}

/** `table[i]?.[j]` beside a number that it is compared with: undefined compares as NaN does, but for two that are both missing. */
export function lowerComparedElement(
  scope: FunctionLowering,
  node: ts.Expression,
  other: ts.Expression,
): Expression | undefined {
  if (!isOptional(node) || isOptional(other)) return undefined;
  return elementOr(scope, node, ({ elements }) => (elements === 'number' ? constant(Number.NaN) : undefined));
}

function isOptional(expression: ts.Expression): boolean {
  const node = bare(expression);
  return ts.isElementAccessExpression(node) && ts.isOptionalChain(node);
}

function elementOr(
  scope: FunctionLowering,
  expression: ts.Expression,
  otherwise: (of: { readonly elements: Local['kind'] }) => Expression | undefined,
): Expression | undefined {
  const node = bare(expression);
  if (!ts.isElementAccessExpression(node)) return undefined;
  const found = cellSought(scope, node) ?? elementSought(scope, node);
  if (found === undefined || groupOf(found.array).isText === true) return undefined;
  const whenFalse = otherwise(groupOf(found.array));
  if (whenFalse === undefined) return undefined;
  groupOf(found.array).asksForMissing = true;
  const whenTrue: Expression = { kind: 'read', array: found.array, index: found.place };
  return {
    kind: 'sequence',
    first: found.before,
    last: { kind: 'choose', condition: found.isThere, whenTrue, whenFalse },
  };
}

interface Sought {
  readonly before: readonly Statement[];
  readonly isThere: Expression;
  readonly array: ArrayLocal;
  readonly place: Expression;
}

/** `table[i]?.[j]`, and `table[i][j]`, where there has to be such a row. */
function cellSought(scope: FunctionLowering, node: ts.ElementAccessExpression): Sought | undefined {
  const row = rowAccess(scope, node.expression);
  if (row === undefined || row.table.isGrowing === true) return undefined;
  const { table } = row;
  const mayLackRow = node.questionDotToken !== undefined;
  const [index, column] = [scope.temporary('number'), scope.temporary('number')];
  const before: Statement[] = [...whole(table), assign(index, numberOf(scope, row.index))];
  const setColumn = assign(column, numberOf(scope, node.argumentExpression));
  const hasRow = isIndexOf(index, read(table.rows));
  const hasColumn = isIndexOf(column, read(table.columns));
  // Without the row nothing is done for the column: `grid[y]?.[next()]`.
  const mustWait = mayLackRow && !isSideEffectFree(node.argumentExpression);
  const unset = assign(column, constant(0));
  before.push(mustWait ? { kind: 'if', condition: hasRow, whenTrue: [setColumn], whenFalse: [unset] } : setColumn);
  if (!mayLackRow) before.push({ kind: 'if', condition: hasRow, whenTrue: [], whenFalse: [{ kind: 'giveUp' }] });
  return {
    before,
    isThere: mayLackRow ? { kind: 'both', left: hasRow, right: hasColumn } : hasColumn,
    array: table.cells,
    place: { kind: 'place', row: read(index), column: read(column), table },
  };
}

function elementSought(scope: FunctionLowering, node: ts.ElementAccessExpression): Sought | undefined {
  const receiver = bare(node.expression);
  const array = tableOf(scope, receiver) === undefined ? scope.held(receiver) : undefined;
  if (array?.kind !== 'array' || array.declaredLength !== undefined || node.questionDotToken !== undefined)
    return undefined;
  const index = scope.temporary('number');
  return {
    before: [assign(index, numberOf(scope, node.argumentExpression))],
    isThere: isIndexOf(index, lengthOf(array)),
    array,
    place: read(index),
  };
}
