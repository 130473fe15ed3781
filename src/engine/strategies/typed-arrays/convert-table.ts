// Turns one table of rows into one flat typed array, when every use is a single cell whose row and column are proven to exist: in the flat
// array a column too far would be a cell of another row.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { type BoundsProof, proveBounds } from '../../source/ranges/bounds-proof.ts';
import { isInside, isSideEffectFree } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import { longestFilledArray } from '../../source/ranges/library-facts.ts';
import { atomOf } from '../../source/ranges/place-proof.ts';
import { atom, constant, minus, type Polynomial, plus } from '../../source/ranges/polynomial.ts';
import { analyzeRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { allocationOf, isConstantFill } from './allocations.ts';
import type { ArrayGroup } from './array-groups.ts';
import { type Cell, cellUpperBound } from './cell-bound.ts';
import { type ChosenElements, chooseElements } from './choose-elements.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import { isStable, type LengthModel, modelLength } from './length-model.ts';
import { printTable } from './print-table.ts';
import { reasons } from './reasons.ts';
import { type TableUses, tableUsesOf } from './table-uses.ts';
import { whyNotWorthIt } from './worth-it.ts';

export interface TablePlan {
  readonly uses: TableUses;
  readonly rows: LengthModel;
  readonly columns: LengthModel;
  readonly chosen: ChosenElements;
}

/** Whether the group's variables hold rows rather than elements. */
export function isTable(group: ArrayGroup, checker: ts.TypeChecker): boolean {
  if (group.allocations.some(({ allocation }) => allocation.kind === 'table')) return true;
  const pushesRows = [...group.variables].some((variable) =>
    variable.references.some((reference) => {
      const call = reference.parent.parent;
      if (
        !ts.isPropertyAccessExpression(reference.parent) ||
        reference.parent.name.text !== 'push' ||
        !ts.isCallExpression(call)
      )
        return false;
      return call.arguments.some((argument) => allocationOf(argument, checker) !== undefined);
    }),
  );
  return group.empty.length > 0 && pushesRows;
}

export function convertTable(group: ArrayGroup, context: ConversionContext): Reason | undefined {
  const [obstacle] = group.obstacles;
  if (obstacle !== undefined) return obstacle;
  const uses = tableUsesOf(group, context.variables, context.checker);
  if ('code' in uses) return uses;
  const plan = planTable(uses, context);
  if ('code' in plan) return plan;
  const { rows, columns, chosen } = plan;
  const largest = chosen.ranges.factOf(rows.expression).high * chosen.ranges.factOf(columns.expression).high;
  const cost = {
    name: uses.variable.name,
    allocation: uses.declaration,
    largestLength: largest,
    uses: uses.cells.map((cell) => cell.node),
  };
  return whyNotWorthIt(cost, context.subject) ?? printTable(plan, context);
}

function planTable(uses: TableUses, context: ConversionContext): TablePlan | Reason {
  const { variables, checker } = context;
  const { origin, variable } = uses;
  const question = { variables, checker, ranges: analyzeRanges({ variables, checker }) };
  const unknown = (expression: ts.Expression): Reason =>
    reasonAt(expression, reasons.unknownLength(variable.name, expression.getText()));
  const columnsExpression = origin.row.length.expression;
  const rowsExpression = origin.kind === 'made' ? origin.rows : origin.limit;
  for (const expression of [rowsExpression, columnsExpression]) {
    if (!mentionedVariables(expression, variables).every((used) => isStable(used, variables)))
      return unknown(expression);
  }
  const { fill } = origin.row;
  const isSameForAll =
    isConstantFill(fill) ||
    (isSideEffectFree(fill) && mentionedVariables(fill, variables).every((used) => isStable(used, variables)));
  if (!isSameForAll) return reasonAt(fill, reasons.unknownAllocation(variable.name));
  const columns = modelLength(columnsExpression, origin.row.length.demandsLength, question);
  const rows = modelLength(rowsExpression, origin.kind === 'made' && origin.demandsLength, question);
  if (columns === undefined) return unknown(columnsExpression);
  if (rows === undefined) return unknown(rowsExpression);
  const total = origin.kind === 'pushed' && origin.isInclusive ? plus(rows.polynomial, constant(1)) : rows.polynomial;
  const proof = proveBounds({
    ...question,
    equal: new Map([...rows.equal, ...columns.equal]),
    nearly: new Map([...rows.nearly, ...columns.nearly]),
    lengths: knownLengths(uses, total, columns.polynomial),
    background: [rows.expression, columns.expression],
    facts: [
      rows.polynomial,
      columns.polynomial,
      minus(constant(longestFilledArray), rows.polynomial),
      minus(constant(longestFilledArray), columns.polynomial),
    ],
  });
  // A row of an impossible length throws only if there is a row; a pushed one throws in the middle of the loop.
  const isCertain =
    origin.kind === 'made' && proof.isNeverNegative(plus(rows.polynomial, constant(-1)), uses.declaration);
  if (columns.guard === 'throw' && !isCertain) return unknown(columnsExpression);
  const outside = boundsProblem(uses, proof, total, columns.polynomial);
  if (outside !== undefined) return outside;
  const chosen = chooseCells(uses, proof, context);
  return 'code' in chosen ? chosen : { uses, rows, columns, chosen };
}

function knownLengths(uses: TableUses, total: Polynomial, columns: Polynomial): ReadonlyMap<Variable, Polynomial> {
  const lengths = new Map<Variable, Polynomial>(uses.rowNames.map(({ variable }) => [variable, columns]));
  // A table that is still being filled is shorter.
  if (uses.origin.kind === 'made') lengths.set(uses.variable, total);
  return lengths;
}

function boundsProblem(
  uses: TableUses,
  proof: BoundsProof,
  total: Polynomial,
  columns: Polynomial,
): Reason | undefined {
  const { variable, origin } = uses;
  const rowsAt = (place: ts.Node): Polynomial =>
    origin.kind === 'pushed' && isInside(place, origin.loop.statement)
      ? plus(atom(atomOf(origin.counter)), constant(1))
      : total;
  for (const { row, declaration } of uses.rowNames) {
    if (!proof.isInBounds(row, rowsAt(declaration), declaration))
      return reasonAt(row, reasons.tableBounds(variable.name, 'row', row.getText()));
  }
  for (const { row, index, node, rowName } of uses.cells) {
    if (rowName === undefined && !proof.isInBounds(row, rowsAt(node), node))
      return reasonAt(row, reasons.tableBounds(variable.name, 'row', row.getText()));
    if (!proof.isInBounds(index, columns, node))
      return reasonAt(index, reasons.tableBounds(variable.name, 'column', index.getText()));
  }
  for (const { node, row } of uses.lengths) {
    if (origin.kind === 'pushed' && isInside(node, origin.loop))
      return reasonAt(node, reasons.tableUse(variable.name, 'has its length read while it is filled'));
    if (row !== undefined && !proof.isInBounds(row, rowsAt(node), node))
      return reasonAt(row, reasons.tableBounds(variable.name, 'row', row.getText()));
  }
  return undefined;
}

function chooseCells(uses: TableUses, proof: BoundsProof, context: ConversionContext): ChosenElements | Reason {
  const cells = new Map<ts.Node, Cell>(uses.cells.map((cell) => [cell.node, { row: cell.row, column: cell.index }]));
  const { fill } = uses.origin.row;
  return chooseElements({
    ...context,
    assumed: new Map<Variable, never>(),
    name: uses.variable.name,
    elements: uses.cells,
    fills: [fill],
    numberOnly: [],
    isProven: () => true,
    mayCompare: true,
    upperBound: (ranges) =>
      !uses.cells.every((use) => use.store === undefined || use.store.kind === 'set')
        ? undefined
        : cellUpperBound({
            ...context,
            ranges,
            proof,
            stores: uses.cells.flatMap((use) =>
              use.store?.kind === 'set'
                ? [{ node: use.store.node, cell: { row: use.row, column: use.index }, value: use.store.value }]
                : [],
            ),
            initial: [{ value: fill, isOwnIndex: false }],
            cellOf: (expression) => cells.get(expression),
          }),
  });
}
