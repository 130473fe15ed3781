// `values.slice(start, end)`: a new array of a part, whose ends are cut to what there is.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type ArrayLocal, type Expression, groupOf, NotAKernel, type Statement } from './kernel-ir.ts';
import { assign, constant, increment, read } from './kernel-steps.ts';
import { heldOrMade } from './lower-elements.ts';
import { lengthOf, numberOf } from './lower-operands.ts';

/** Undefined where elements are of another kind than those of the array that comes to hold them. */
export function lowerSlice(
  scope: FunctionLowering,
  array: ArrayLocal,
  node: ts.CallExpression,
): readonly Statement[] | undefined {
  const [start, end, ...more] = node.arguments;
  const callee = bare(node.expression);
  if (start === undefined || more.length > 0 || !ts.isPropertyAccessExpression(callee)) return undefined;
  if (callee.questionDotToken !== undefined || node.arguments.some(ts.isSpreadElement)) return undefined;
  const { array: from, before } = heldOrMade(scope, callee.expression);
  const [source, group] = [groupOf(from), groupOf(array)];
  if (source.isText === true || source.elements !== group.elements || source.typedName !== group.typedName)
    return undefined;
  // A Buffer is a Uint8Array as well, and its `slice` is a view.
  if (group.typedName === 'Uint8Array') throw new NotAKernel('expression', node, node.getText());
  group.isWritten = true;
  const made = array.isOwned === true ? scope.ownedTemporary(group) : scope.arrayTemporary(group);
  const [first, last, length, index] = [
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
  ] as const;
  const given = [
    assign(first, numberOf(scope, start)),
    ...(end === undefined ? [] : [assign(last, numberOf(scope, end))]),
  ];
  const place: Expression = { kind: 'arithmetic', operator: '+', left: read(first), right: read(index) };
  return [
    ...before,
    ...given,
    assign(length, lengthOf(from)),
    assign(first, within(read(first), read(length))),
    assign(last, end === undefined ? read(length) : within(read(last), read(length))),
    assign(length, largest({ kind: 'arithmetic', operator: '-', left: read(last), right: read(first) }, constant(0))),
    { kind: 'allocate', array: made, length: read(length), elements: [] },
    assign(index, constant(0)),
    {
      kind: 'loop',
      test: { kind: 'compare', operator: '<', left: read(index), right: { kind: 'length', array: made } },
      testsFirst: true,
      body: [{ kind: 'write', array: made, index: read(index), value: { kind: 'read', array: from, index: place } }],
      update: [increment(index)],
      labels: [scope.freshLabel()],
    },
    { kind: 'share', array, from: made },
  ];
}

/** The integer part, counted from the end where it is negative, and no more than the length. */
function within(index: Expression, length: Expression): Expression {
  const whole = (): Expression => ({
    kind: 'choose',
    condition: { kind: 'test', test: 'nan', operand: { ...index } },
    whenTrue: constant(0),
    // A place of -0 is 0.
    whenFalse: {
      kind: 'arithmetic',
      operator: '+',
      left: { kind: 'math', operation: 'trunc', operands: [{ ...index }] },
      right: constant(0),
    },
  });
  const fromEnd: Expression = { kind: 'arithmetic', operator: '+', left: { ...length }, right: whole() };
  return {
    kind: 'choose',
    condition: { kind: 'compare', operator: '<', left: whole(), right: constant(0) },
    whenTrue: largest(fromEnd, constant(0)),
    whenFalse: { kind: 'math', operation: 'min', operands: [whole(), { ...length }] },
  };
}

function largest(left: Expression, right: Expression): Expression {
  return { kind: 'math', operation: 'max', operands: [left, right] };
}
