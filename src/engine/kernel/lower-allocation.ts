// New arrays: `new Array(n).fill(0)`, `new Float64Array(n)`, `Array.from({ length: n }, (_, i) => i)`, `[1, 2, 3]`, `[...values]`. Those whose elements would
// be unset at first are obstacles: a flat buffer cannot tell unset from zero.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { globalName, typedArrayName } from '../source/ranges/library-facts.ts';
import { copySource, isNumberTyped, isPlainArrayOf } from './allocation-forms.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type Local,
  NotAKernel,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { assign, constant, increment, read } from './kernel-steps.ts';
import { setIn } from './loop-changes.ts';
import { heldOrMade } from './lower-elements.ts';
import { lowerFiltered, lowerMapped } from './lower-mapped.ts';
import { numberOf } from './lower-operands.ts';
import { lowerSlice } from './lower-slices.ts';
import { lowerSortedArray } from './lower-sorting.ts';

/** Undefined when the expression allocates nothing. */
export function lowerAllocation(
  scope: FunctionLowering,
  array: ArrayLocal,
  expression: ts.Expression,
): readonly Statement[] | undefined {
  const node = bare(expression);
  const plain = groupOf(array).typedName === undefined;
  const source = copied(node, scope.checker);
  if (source !== undefined) return lowerCopy(scope, array, source);
  if (ts.isArrayLiteralExpression(node)) return lowerLiteral(scope, array, node);
  if (ts.isNewExpression(node) && !plain) return lowerTyped(scope, array, node);
  if (isPlainArrayOf(node, scope.checker)) throw new NotAKernel('holes', node, array.name);
  if (!ts.isCallExpression(node)) return undefined;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const made = bare(callee.expression);
  if (callee.name.text === 'map') return lowerMapped(scope, array, node);
  if (callee.name.text === 'filter') return lowerFiltered(scope, array, node);
  if (callee.name.text === 'slice') return lowerSlice(scope, array, node);
  if (callee.name.text === 'sort') return lowerSortedArray(scope, array, node);
  if (callee.name.text === 'fill') return lowerFilled(scope, array, node, made);
  if (callee.name.text === 'from' && globalName(made, scope.checker) === 'Array') return lowerFrom(scope, array, node);
  return undefined;
}

function lowerLiteral(
  scope: FunctionLowering,
  array: ArrayLocal,
  node: ts.ArrayLiteralExpression,
): readonly Statement[] {
  if (groupOf(array).typedName !== undefined) throw new NotAKernel('allocation', node, array.name);
  if (array.isOwned === true && node.elements.some(ts.isSpreadElement)) return putTogether(scope, array, node);
  const elements = node.elements.map((element) => {
    if (ts.isSpreadElement(element) || ts.isOmittedExpression(element)) throw new NotAKernel('holes', node, array.name);
    return ofKind(scope.expression(element), array, element);
  });
  return [{ kind: 'allocate', array, length: { kind: 'constant', value: elements.length }, elements }];
}

/** `[...row, total]`: piece by piece, beside the array that the variable held before. */
function putTogether(
  scope: FunctionLowering,
  array: ArrayLocal,
  node: ts.ArrayLiteralExpression,
): readonly Statement[] {
  const group = groupOf(array);
  group.isWritten = true;
  const made = scope.ownedTemporary(group);
  const pieces = node.elements.flatMap((element): readonly Statement[] => {
    if (ts.isOmittedExpression(element)) throw new NotAKernel('holes', node, array.name);
    if (!ts.isSpreadElement(element))
      return [{ kind: 'push', array: made, value: ofKind(scope.expression(element), array, element) }];
    const { array: from, before } = heldOrMade(scope, element.expression);
    const source = groupOf(from);
    if (source.isText === true || source.elements !== group.elements || source.typedName !== undefined)
      throw new NotAKernel('type', element, element.getText());
    const index = scope.temporary('number');
    return [
      ...before,
      assign(index, constant(0)),
      {
        kind: 'loop',
        test: { kind: 'compare', operator: '<', left: read(index), right: { kind: 'length', array: from } },
        testsFirst: true,
        body: [{ kind: 'push', array: made, value: { kind: 'read', array: from, index: read(index) } }],
        update: [increment(index)],
        labels: [scope.freshLabel()],
      },
    ];
  });
  return [{ kind: 'empty', array: made }, ...pieces, { kind: 'share', array, from: made }];
}

function lowerTyped(scope: FunctionLowering, array: ArrayLocal, node: ts.NewExpression): readonly Statement[] {
  const { typedName } = groupOf(array);
  const [length, ...more] = node.arguments ?? [];
  const isOne = length !== undefined && more.length === 0 && isNumberTyped(length, scope.checker);
  if (globalName(bare(node.expression), scope.checker) !== typedName || !isOne)
    throw new NotAKernel('allocation', node, array.name);
  return [{ kind: 'allocate', array, length: numberOf(scope, length), elements: [] }];
}

function lowerFilled(
  scope: FunctionLowering,
  array: ArrayLocal,
  node: ts.CallExpression,
  made: ts.Expression,
): readonly Statement[] | undefined {
  const [value, ...more] = node.arguments;
  if (value === undefined || more.length > 0) return undefined;
  const isTyped = ts.isNewExpression(made) && typedArrayName(scope.checker.getTypeAtLocation(made)) !== undefined;
  if (!isTyped && !isPlainArrayOf(made, scope.checker)) return undefined;
  const length = made.arguments?.[0];
  if (length === undefined) return undefined;
  if (isTyped) lowerTyped(scope, array, made);
  return filled(scope, array, length, value);
}

function lowerFrom(
  scope: FunctionLowering,
  array: ArrayLocal,
  node: ts.CallExpression,
): readonly Statement[] | undefined {
  const [shape, maker, ...more] = node.arguments;
  if (shape === undefined || maker === undefined || more.length > 0) return undefined;
  const source = bare(shape);
  const callback = bare(maker);
  if (!ts.isObjectLiteralExpression(source) || !ts.isArrowFunction(callback) || ts.isBlock(callback.body))
    return undefined;
  const [property, ...others] = source.properties;
  const value = bare(callback.body);
  if (property === undefined || !ts.isPropertyAssignment(property) || others.length > 0) return undefined;
  if (property.name.getText() !== 'length') return undefined;
  // Array.from takes the integer part of any length; only integers are taken here, the rest is left to the original.
  const isConstant =
    ts.isNumericLiteral(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
  return isConstant
    ? filled(scope, array, property.initializer, value)
    : madeByIndex(scope, array, property.initializer, callback);
}

/** `(_, i) => i * 2`: one element after the other, none of them looking at the array, which has no name yet. */
function madeByIndex(
  scope: FunctionLowering,
  array: ArrayLocal,
  length: ts.Expression,
  { parameters, body, modifiers }: ts.ArrowFunction,
): readonly Statement[] | undefined {
  const [unused, position, ...more] = parameters;
  const areNames = parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined,
  );
  if (!areNames || more.length > 0 || modifiers !== undefined || ts.isBlock(body)) return undefined;
  // What Array.from hands over first is undefined.
  if (unused !== undefined && mentions(body, unused.name.getText())) return undefined;
  const size = scope.temporary('number');
  const lowered = numberOf(scope, length);
  const index =
    position === undefined || !ts.isIdentifier(position.name)
      ? scope.temporary('number')
      : scope.declareAs(position.name, 'number');
  if (index.kind === 'array') return undefined;
  const value = ofKind(scope.expression(body), array, body);
  if (setIn([{ kind: 'evaluate', expression: value }]).has(index)) return undefined;
  return [assign(size, lowered), ...setInOrder(scope, array, read(size), index, value)];
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return ts.forEachChild(node, (child) => mentions(child, name)) ?? false;
}

/**
 * A new array, set in order; `index` is the variable that the value may read. Unless it owns its array, the variable comes to hold it at the end
 * only, for what it held before may be read meanwhile.
 */
function setInOrder(
  scope: FunctionLowering,
  array: ArrayLocal,
  length: Expression,
  index: Local,
  value: Expression,
): readonly Statement[] {
  const group = groupOf(array);
  group.isWritten = true;
  const made = array.isOwned === true ? array : scope.arrayTemporary(group);
  return [
    { kind: 'allocate', array: made, length, elements: [] },
    assign(index, constant(0)),
    {
      kind: 'loop',
      test: { kind: 'compare', operator: '<', left: read(index), right: { kind: 'length', array: made } },
      testsFirst: true,
      body: [{ kind: 'write', array: made, index: read(index), value }],
      update: [increment(index)],
      labels: [scope.freshLabel()],
    },
    ...(made === array ? [] : [{ kind: 'share', array, from: made } as const]),
  ];
}

/** The array of `[...values]`, `values.slice()`, `Array.from(values)`. */
function copied(node: ts.Expression, checker: ts.TypeChecker): ts.Identifier | undefined {
  const source = copySource(node, checker);
  return source !== undefined && ts.isIdentifier(source) ? source : undefined;
}

/** A new array of the same elements. The array that is copied may be the one that the variable holds. */
function lowerCopy(
  scope: FunctionLowering,
  array: ArrayLocal,
  source: ts.Identifier,
): readonly Statement[] | undefined {
  const from = scope.variableOf(source);
  if (from?.kind !== 'array' || from.group.isText === true || from.declaredLength !== undefined) return undefined;
  const [before, after] = [groupOf(from), groupOf(array)];
  if (before.elements !== after.elements) throw new NotAKernel('type', source, source.text);
  if (after.typedName !== undefined && after.typedName !== before.typedName) return undefined;
  // A Buffer is a Uint8Array as well, and its `slice` is a view.
  if (after.typedName === 'Uint8Array') throw new NotAKernel('expression', source.parent, source.parent.getText());
  const index = scope.temporary('number');
  const value: Expression = { kind: 'read', array: from, index: read(index) };
  return setInOrder(scope, array, { kind: 'length', array: from }, index, value);
}

/** Length and value are computed before the variable holds the new array, for they may read the old one. */
function filled(
  scope: FunctionLowering,
  array: ArrayLocal,
  length: ts.Expression,
  value: ts.Expression,
): readonly Statement[] {
  const size = scope.temporary('number');
  const lowered = numberOf(scope, length);
  const element = ofKind(scope.expression(value), array, value);
  const kept = scope.temporary(groupOf(array).elements);
  const isZero = element.kind === 'truth' ? !element.value : element.kind === 'constant' && Object.is(element.value, 0);
  return [
    { kind: 'evaluate', expression: { kind: 'assign', local: size, value: lowered } },
    ...(isZero ? [] : [{ kind: 'evaluate', expression: { kind: 'assign', local: kept, value: element } } as const]),
    { kind: 'allocate', array, length: { kind: 'local', local: size }, elements: [] },
    ...(isZero ? [] : [{ kind: 'fill', array, value: { kind: 'local', local: kept } } as const]),
  ];
}

function ofKind(value: Expression, array: ArrayLocal, node: ts.Node): Expression {
  if (scalarKindOf(value) !== groupOf(array).elements) throw new NotAKernel('type', node, node.getText());
  return value;
}
