// Which expressions allocate a number or boolean array whose length is fixed, and how. Syntax and globals only: what the elements are
// and whether the length is sound is left to others.

import ts from 'typescript';
import { mentions } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';

export type Allocation = FilledAllocation | MappedAllocation | TableAllocation | GrownAllocation;

interface Dimension {
  readonly expression: ts.Expression;
  /** `new Array(n)` throws for what is no array length; `{ length: n }` takes the whole part of anything. */
  readonly demandsLength: boolean;
}

export interface FilledAllocation {
  readonly kind: 'filled';
  readonly node: ts.Expression;
  readonly length: Dimension;
  readonly fill: ts.Expression;
}

/** `Array.from({ length: n }, (_, i) => i)` */
interface MappedAllocation {
  readonly kind: 'mapped';
  readonly node: ts.CallExpression;
  readonly length: Dimension;
  /** The element made from its index. */
  readonly element: ts.Expression;
  readonly arrayName: ts.Identifier;
}

/** `[]`, and one element pushed in every round of a loop; or `new Array(n)`, and each element set. */
interface GrownAllocation {
  readonly kind: 'grown';
  readonly node: ts.Expression;
  readonly length: Dimension;
}

interface TableAllocation {
  readonly kind: 'table';
  readonly node: ts.Expression;
  readonly rows: Dimension;
  readonly row: FilledAllocation;
}

export type NotAllocated = 'unset' | 'shared-rows' | 'empty' | 'literal' | 'copy';

/** What the expression allocates, or why that is no use; undefined when it allocates no array at all. */
export function allocationOf(
  expression: ts.Expression,
  checker: ts.TypeChecker,
): Allocation | NotAllocated | undefined {
  const node = bare(expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0 ? 'empty' : 'literal';
  const filled = filledOf(node, checker);
  if (filled !== undefined) return filled;
  if (constructedLength(node, checker) !== undefined) return 'unset';
  return fromOf(node, checker) ?? mappedFillOf(node, checker) ?? (isCopy(node) ? 'copy' : undefined);
}

/** `new Array(n)`, for where the elements are set before anybody reads them. */
export function unsetAllocation(expression: ts.Expression, checker: ts.TypeChecker): GrownAllocation | undefined {
  const node = bare(expression);
  const length = constructedLength(node, checker);
  return length && { kind: 'grown', node, length: { expression: length, demandsLength: true } };
}

/** `new Array(n)` and `Array(n)`. */
function constructedLength(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  const [length, ...more] = node.arguments ?? [];
  if (length === undefined || more.length > 0 || ts.isSpreadElement(length)) return undefined;
  return globalName(bare(node.expression), checker) === 'Array' ? length : undefined;
}

function filledOf(node: ts.Expression, checker: ts.TypeChecker): FilledAllocation | NotAllocated | undefined {
  const call = methodCall(node, 'fill');
  const length = call && constructedLength(bare(call.receiver), checker);
  const [fill, ...more] = call?.node.arguments ?? [];
  if (length === undefined || fill === undefined || more.length > 0 || ts.isSpreadElement(fill)) return undefined;
  if (allocationOf(fill, checker) !== undefined) return 'shared-rows';
  return { kind: 'filled', node, length: { expression: length, demandsLength: true }, fill };
}

/** `Array.from({ length: n }, () => e)` and `Array.from({ length: n }, (_, i) => e)`, where `e` may be a row. */
function fromOf(node: ts.Expression, checker: ts.TypeChecker): Allocation | NotAllocated | undefined {
  const call = methodCall(node, 'from');
  if (call === undefined || !ts.isCallExpression(node)) return undefined;
  const arrayName = bare(call.receiver);
  if (!ts.isIdentifier(arrayName) || globalName(arrayName, checker) !== 'Array') return undefined;
  const [source, callback, ...more] = node.arguments;
  const length = source && lengthOfLiteral(bare(source));
  if (length === undefined || more.length > 0) return 'copy';
  if (callback === undefined) return 'unset';
  const element = elementOf(callback);
  if (element === undefined) return 'copy';
  const dimension = { expression: length, demandsLength: false };
  return (
    tableOf(node, dimension, element.expression, checker) ?? {
      kind: 'mapped',
      node,
      length: dimension,
      element: element.expression,
      arrayName,
    }
  );
}

/** `new Array(m).fill(x).map(() => row)` and `[...Array(m)].map(() => row)`. */
function mappedFillOf(node: ts.Expression, checker: ts.TypeChecker): TableAllocation | undefined {
  const call = methodCall(node, 'map');
  const [callback] = call?.node.arguments ?? [];
  const element = callback && call?.node.arguments.length === 1 ? elementOf(callback) : undefined;
  if (call === undefined || element === undefined) return undefined;
  const receiver = bare(call.receiver);
  const spread =
    ts.isArrayLiteralExpression(receiver) && receiver.elements.length === 1 ? receiver.elements[0] : undefined;
  const constructed =
    spread !== undefined && ts.isSpreadElement(spread)
      ? constructedLength(bare(spread.expression), checker)
      : undefined;
  const fill = methodCall(receiver, 'fill');
  const isPlainFill = fill?.node.arguments.every(
    (argument) =>
      ts.isLiteralExpression(argument) ||
      argument.kind === ts.SyntaxKind.NullKeyword ||
      (ts.isIdentifier(argument) && argument.text === 'undefined'),
  );
  const length = constructed ?? (isPlainFill && fill ? constructedLength(bare(fill.receiver), checker) : undefined);
  if (length === undefined) return undefined;
  return tableOf(node, { expression: length, demandsLength: true }, element.expression, checker);
}

function tableOf(
  node: ts.Expression,
  rows: Dimension,
  element: ts.Expression,
  checker: ts.TypeChecker,
): TableAllocation | undefined {
  const row = filledOf(bare(element), checker) ?? filledFrom(bare(element), checker);
  return row !== undefined && typeof row === 'object' ? { kind: 'table', node, rows, row } : undefined;
}

/** A row made by `Array.from({ length: n }, () => c)`, whose element does not depend on its index. */
function filledFrom(node: ts.Expression, checker: ts.TypeChecker): FilledAllocation | undefined {
  const made = fromOf(node, checker);
  if (typeof made !== 'object' || made.kind !== 'mapped' || !isConstantFill(made.element)) return undefined;
  return { kind: 'filled', node, length: made.length, fill: made.element };
}

/** A literal, with a sign perhaps: the same value for every element. */
export function isConstantFill(expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  return (
    ts.isNumericLiteral(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isIdentifier(node) && (node.text === 'Infinity' || node.text === 'NaN'))
  );
}

function methodCall(
  node: ts.Expression,
  method: string,
): { readonly node: ts.CallExpression; readonly receiver: ts.Expression } | undefined {
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined) return undefined;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined || callee.name.text !== method)
    return undefined;
  return { node, receiver: callee.expression };
}

function lengthOfLiteral(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(node) || node.properties.length !== 1) return undefined;
  const [property] = node.properties;
  if (property === undefined || !property.name || property.name.getText() !== 'length') return undefined;
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

/** The element that an arrow function makes: its body is one expression, its first parameter is not used. */
function elementOf(callback: ts.Expression): { readonly expression: ts.Expression } | undefined {
  const node = bare(callback);
  if (!ts.isArrowFunction(node) || node.modifiers !== undefined || node.parameters.length > 2) return undefined;
  if (
    node.parameters.some(
      (parameter) => !ts.isIdentifier(parameter.name) || parameter.initializer || parameter.dotDotDotToken,
    )
  )
    return undefined;
  const body = ts.isBlock(node.body) ? soleReturn(node.body) : node.body;
  const first = node.parameters[0]?.name.getText();
  if (body === undefined || (first !== undefined && mentions(body, first))) return undefined;
  return { expression: body };
}

function soleReturn(block: ts.Block): ts.Expression | undefined {
  const [statement, ...more] = block.statements;
  return statement !== undefined && more.length === 0 && ts.isReturnStatement(statement)
    ? statement.expression
    : undefined;
}

/** A fresh array made from another one. */
function isCopy(node: ts.Expression): boolean {
  return ['slice', 'map', 'filter', 'concat', 'split', 'flat', 'flatMap', 'fill', 'toSorted', 'toReversed'].some(
    (method) => methodCall(node, method) !== undefined,
  );
}
