// `Math.max(...values)` and `Math.min(...values)` over a whole array.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { globalName } from '../source/ranges/library-facts.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { type Expression, groupOf, NotAKernel } from './kernel-ir.ts';
import { assign, constant, increment, read, unless } from './kernel-steps.ts';
import { heldOrMade } from './lower-elements.ts';
import { lengthOf } from './lower-operands.ts';

/** Arguments lie on the stack, and more than it holds end the original with a RangeError. */
const mostArguments = 16_384;

/** Undefined when the expression is something else. */
export function lowerExtreme(scope: FunctionLowering, node: ts.CallExpression): Expression | undefined {
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression: root } = node.expression;
  const [spread, ...more] = node.arguments;
  const operation = name.text === 'max' || name.text === 'min' ? name.text : undefined;
  if (operation === undefined || globalName(bare(root), scope.checker) !== 'Math') return undefined;
  if (spread === undefined || !ts.isSpreadElement(spread) || more.length > 0) return undefined;
  const { array, before } = heldOrMade(scope, spread.expression);
  if (groupOf(array).elements !== 'number' || groupOf(array).isText === true)
    throw new NotAKernel('expression', node, node.getText());
  const [extreme, index] = [scope.temporary('number'), scope.temporary('number')];
  const next: Expression = {
    kind: 'math',
    operation,
    operands: [read(extreme), { kind: 'read', array, index: read(index) }],
  };
  const length = lengthOf(array);
  return {
    kind: 'sequence',
    first: [
      ...before,
      unless({ kind: 'compare', operator: '<=', left: length, right: constant(mostArguments) }),
      assign(extreme, constant(operation === 'max' ? -Infinity : Infinity)),
      assign(index, constant(0)),
      {
        kind: 'loop',
        test: { kind: 'compare', operator: '<', left: read(index), right: length },
        testsFirst: true,
        body: [assign(extreme, next)],
        update: [increment(index)],
        labels: [scope.freshLabel()],
      },
    ],
    last: read(extreme),
  };
}
