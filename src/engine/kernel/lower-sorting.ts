// `values.sort((a, b) => a - b)`: numbers in order, by Shell's method with Knuth's steps (The Art of Computer Programming 3, 5.2.1), which needs no memory.
// Numbers that are equal cannot be told apart, but for 0 and -0, whose order the original settles, as it does that of NaN.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { looksAllocated, numberOrder } from './allocation-forms.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, type Expression, groupOf, NotAKernel, type Statement } from './kernel-ir.ts';
import { assign, constant, increment, isEqual, read } from './kernel-steps.ts';
import { lengthOf, unlessSet } from './lower-operands.ts';
import { lowerRow } from './lower-tables.ts';

/** As a statement; undefined for other calls. */
export function lowerSort(scope: FunctionLowering, node: ts.CallExpression): readonly Statement[] | undefined {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'sort') return undefined;
  const order = numberOrder(node, scope.checker);
  if (order === undefined) return undefined;
  const receiver = bare(callee.expression);
  const row = lowerRow(scope, receiver);
  const array = row === undefined ? scope.held(receiver) : scope.arrayTemporary(row.table.cells.group);
  if (array?.kind !== 'array') return undefined;
  return [...(row === undefined ? unlessSet(array) : [row.into(array)]), ...sorted(scope, array, order, node)];
}

/** `[...values].sort((a, b) => a - b)`; undefined for other calls. */
export function lowerSortedArray(
  scope: FunctionLowering,
  array: ArrayLocal,
  node: ts.CallExpression,
): readonly Statement[] | undefined {
  const callee = bare(node.expression);
  const order = numberOrder(node, scope.checker);
  if (order === undefined || !ts.isPropertyAccessExpression(callee)) return undefined;
  if (callee.name.text !== 'sort' || !looksAllocated(callee.expression, scope.checker)) return undefined;
  const made = scope.allocation(array, callee.expression);
  return made && [...made, ...sorted(scope, array, order, node)];
}

function sorted(
  scope: FunctionLowering,
  array: ArrayLocal,
  order: 'ascending' | 'descending',
  place: ts.Node,
): readonly Statement[] {
  const group = groupOf(array);
  if (group.elements !== 'number' || group.isText === true || array.taken !== undefined)
    throw new NotAKernel('type', place, place.getText());
  group.isWritten = true;
  const [gap, index, at, value] = [
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
  ] as const;
  const length = (): Expression => lengthOf(array);
  const element = (place: Expression): Expression => ({ kind: 'read', array, index: place });
  const before = (): Expression => ({ kind: 'arithmetic', operator: '-', left: read(at), right: read(gap) });
  const loop = (test: Expression, body: readonly Statement[], update: readonly Statement[]): Statement => ({
    kind: 'loop',
    test,
    testsFirst: true,
    body,
    update,
    labels: [scope.freshLabel()],
  });
  const compare = (operator: '<' | '>' | '>=', left: Expression, right: Expression): Expression => ({
    kind: 'compare',
    operator,
    left,
    right,
  });
  const isNegativeZero: Expression = {
    kind: 'both',
    left: isEqual(read(value), constant(0)),
    right: compare('<', { kind: 'arithmetic', operator: '/', left: constant(1), right: read(value) }, constant(0)),
  };
  const isOdd: Expression = {
    kind: 'either',
    left: { kind: 'test', test: 'nan', operand: read(value) },
    right: isNegativeZero,
  };
  const mustMove: Expression = {
    kind: 'both',
    left: compare('>=', read(at), read(gap)),
    right: compare(order === 'ascending' ? '>' : '<', element(before()), read(value)),
  };
  return [
    assign(index, constant(0)),
    loop(
      compare('<', read(index), length()),
      [
        assign(value, element(read(index))),
        { kind: 'if', condition: isOdd, whenTrue: [{ kind: 'giveUp' }], whenFalse: [] },
      ],
      [increment(index)],
    ),
    assign(gap, constant(1)),
    loop(
      compare('<', { kind: 'arithmetic', operator: '*', left: read(gap), right: constant(3) }, length()),
      [
        assign(gap, {
          kind: 'arithmetic',
          operator: '+',
          left: { kind: 'arithmetic', operator: '*', left: read(gap), right: constant(3) },
          right: constant(1),
        }),
      ],
      [],
    ),
    loop(
      compare('>=', read(gap), constant(1)),
      [
        assign(index, read(gap)),
        loop(
          compare('<', read(index), length()),
          [
            assign(value, element(read(index))),
            assign(at, read(index)),
            loop(
              mustMove,
              [{ kind: 'write', array, index: read(at), value: element(before()) }, assign(at, before())],
              [],
            ),
            { kind: 'write', array, index: read(at), value: read(value) },
          ],
          [increment(index)],
        ),
      ],
      [
        assign(gap, {
          kind: 'math',
          operation: 'trunc',
          operands: [{ kind: 'arithmetic', operator: '/', left: read(gap), right: constant(3) }],
        }),
      ],
    ),
  ];
}
