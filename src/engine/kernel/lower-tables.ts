// Local two-dimensional tables: `Array.from({ length: rows }, () => new Array(columns).fill(0))` and its kin. All rows are as long, nobody else
// holds one, and none is replaced, so that the table is one flat array and two numbers. Whatever else is done with a table is an obstacle.
import ts from 'typescript';
import { bare, isAssignmentOperator } from '../source/ranges/expressions.ts';
import { globalName } from '../source/ranges/library-facts.ts';
import { arrayGroup } from './array-groups.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  type Local,
  longestKernelArray,
  NotAKernel,
  type Statement,
  scalarKindOf,
} from './kernel-ir.ts';
import { isPlainArrayOf, kindOfFill } from './lower-allocation.ts';
import type { FunctionLowering } from './lower-kernel.ts';
import { numberOf } from './lower-operands.ts';

export interface Table {
  readonly cells: ArrayLocal;
  readonly rows: Local;
  readonly columns: Local;
}

/** Undefined when the declaration is none of a table. */
export function lowerTableDeclaration(
  scope: FunctionLowering,
  declaration: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  const { name, initializer } = declaration;
  if (initializer === undefined || !ts.isIdentifier(name)) return undefined;
  const made = madeByRows(bare(initializer), scope.checker);
  if (made === undefined) return undefined;
  const row = rowOf(made.row, scope.checker);
  if (row === undefined) return undefined;
  const group = groupOfRow(declaration, row, scope.checker);
  if (group === undefined) return undefined;
  if (scope.loopDepth > 0) throw new NotAKernel('allocation-in-loop', initializer, name.text);
  const [rows, columns, size] = [
    scope.temporary('number'),
    scope.temporary('number'),
    scope.temporary('number'),
  ] as const;
  const before: Statement[] = [
    assign(rows, withoutSign(numberOf(scope, made.rows))),
    unlessLength(rows),
    assign(columns, withoutSign(numberOf(scope, row.columns))),
    unlessLength(columns),
    assign(size, { kind: 'arithmetic', operator: '*', left: read(rows), right: read(columns) }),
  ];
  const value = row.value && scope.expression(row.value);
  if (value !== undefined && scalarKindOf(value) !== group.elements)
    throw new NotAKernel('type', row.value ?? name, name.text);
  const isZero =
    value === undefined ||
    (value.kind === 'truth' && !value.value) ||
    (value.kind === 'constant' && Object.is(value.value, 0));
  const cells = scope.arrayTemporary(group);
  scope.addTable(name, { cells, rows, columns });
  return [
    ...before,
    { kind: 'allocate', array: cells, length: read(size), elements: [] },
    ...(isZero ? [] : [{ kind: 'fill', array: cells, value } as const]),
  ];
}

/** `table[i][j]` as a place in the flat array; undefined when the expression is no cell of a table. */
export function cellOf(
  scope: FunctionLowering,
  node: ts.ElementAccessExpression,
): { readonly array: ArrayLocal; readonly index: Expression } | undefined {
  const inner = bare(node.expression);
  if (!ts.isElementAccessExpression(inner)) return undefined;
  const table = tableOf(scope, inner.expression);
  if (table === undefined) return undefined;
  if (node.questionDotToken !== undefined || inner.questionDotToken !== undefined)
    throw new NotAKernel('expression', node, node.getText());
  const row = numberOf(scope, inner.argumentExpression);
  const column = numberOf(scope, node.argumentExpression);
  return { array: table.cells, index: { kind: 'place', row, column, rows: table.rows, columns: table.columns } };
}

/** `table.length` and `table[i].length`. */
export function tableLength(scope: FunctionLowering, receiver: ts.Expression): Expression | undefined {
  const table = tableOf(scope, receiver);
  if (table !== undefined) return read(table.rows);
  const row = bare(receiver);
  if (!ts.isElementAccessExpression(row) || row.questionDotToken !== undefined) return undefined;
  const whole = tableOf(scope, row.expression);
  if (whole === undefined) return undefined;
  const index = scope.temporary('number');
  const isRow: Expression = {
    kind: 'both',
    left: { kind: 'test', test: 'integer', operand: read(index) },
    right: {
      kind: 'both',
      left: { kind: 'compare', operator: '>=', left: read(index), right: { kind: 'constant', value: 0 } },
      right: { kind: 'compare', operator: '<', left: read(index), right: read(whole.rows) },
    },
  };
  return {
    kind: 'sequence',
    first: [
      assign(index, numberOf(scope, row.argumentExpression)),
      { kind: 'if', condition: isRow, whenTrue: [], whenFalse: [{ kind: 'giveUp' }] },
    ],
    last: read(whole.columns),
  };
}

function tableOf(scope: FunctionLowering, expression: ts.Expression): Table | undefined {
  const node = bare(expression);
  return ts.isIdentifier(node) ? scope.tableOf(node) : undefined;
}

/** How many rows there are, and what makes one: from(), fill().map(), [...Array(n)].map(). */
function madeByRows(
  node: ts.Expression,
  checker: ts.TypeChecker,
): { readonly rows: ts.Expression; readonly row: ts.Expression } | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: receiver, name } = node.expression;
  const made = bare(receiver);
  const isFrom = name.text === 'from' && globalName(made, checker) === 'Array';
  if (!isFrom && name.text !== 'map') return undefined;
  const [first, second, ...more] = node.arguments;
  const callback = isFrom ? second : first;
  if (callback === undefined || more.length > 0 || (!isFrom && second !== undefined)) return undefined;
  const arrow = bare(callback);
  if (!ts.isArrowFunction(arrow) || ts.isBlock(arrow.body) || arrow.modifiers !== undefined) return undefined;
  if (!arrow.parameters.every(({ name: own, initializer }) => ts.isIdentifier(own) && initializer === undefined))
    return undefined;
  const rows = isFrom ? first && lengthOf(bare(first), checker) : elementCount(made, checker);
  return rows && { rows, row: bare(arrow.body) };
}

/** The n of `{ length: n }` and of `Array(n)`. */
function lengthOf(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (isPlainArrayOf(node, checker)) return node.arguments?.[0];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const [property, ...others] = node.properties;
  if (property === undefined || others.length > 0) return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return undefined;
  return ts.isPropertyAssignment(property) && property.name.getText() === 'length' ? property.initializer : undefined;
}

/** The n of `Array(n).fill(constant)` and of `[...Array(n)]`, which have no holes that map() would leave. */
function elementCount(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const [only, ...more] = node.elements;
    if (only === undefined || !ts.isSpreadElement(only) || more.length > 0) return undefined;
    const spread = bare(only.expression);
    return isPlainArrayOf(spread, checker) ? spread.arguments?.[0] : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const made = bare(node.expression.expression);
  const [value, ...more] = node.arguments;
  const isPlainValue =
    value === undefined ||
    ts.isNumericLiteral(value) ||
    value.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(value) && value.text === 'undefined');
  if (node.expression.name.text !== 'fill' || more.length > 0 || !isPlainValue) return undefined;
  return isPlainArrayOf(made, checker) ? made.arguments?.[0] : undefined;
}

interface Row {
  readonly node: ts.Expression;
  readonly columns: ts.Expression;
  /** Undefined for typed rows, which start with zeros. */
  readonly value: ts.Expression | undefined;
}

function rowOf(node: ts.Expression, checker: ts.TypeChecker): Row | undefined {
  if (ts.isNewExpression(node)) {
    const group = arrayGroup(checker.getTypeAtLocation(node), checker);
    const [length, ...more] = node.arguments ?? [];
    const isTyped = group?.typedName !== undefined && globalName(bare(node.expression), checker) === group.typedName;
    const isNumber = length !== undefined && (checker.getTypeAtLocation(length).flags & ts.TypeFlags.NumberLike) !== 0;
    return isTyped && isNumber && more.length === 0 && isRepeatable(length)
      ? { node, columns: length, value: undefined }
      : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const made = bare(node.expression.expression);
  if (node.expression.name.text === 'fill' && isPlainArrayOf(made, checker)) {
    const [value, ...more] = node.arguments;
    const columns = made.arguments?.[0];
    return value && columns && more.length === 0 && isRepeatable(value) && isRepeatable(columns)
      ? { node, columns, value }
      : undefined;
  }
  return undefined;
}

/** Evaluating it once is as good as once for each row. */
function isRepeatable(value: ts.Expression): boolean {
  const node = bare(value);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.MinusToken && isRepeatable(node.operand);
  if (ts.isPropertyAccessExpression(node)) return isRepeatable(node.expression);
  if (ts.isBinaryExpression(node))
    return !isAssignmentOperator(node.operatorToken.kind) && isRepeatable(node.left) && isRepeatable(node.right);
  return (
    ts.isIdentifier(node) ||
    ts.isNumericLiteral(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** What a cell is: as declared, or, where the library's types say no more than any, as it is filled. */
function groupOfRow(declaration: ts.VariableDeclaration, row: Row, checker: ts.TypeChecker): ArrayGroup | undefined {
  const whole = checker.getTypeAtLocation(declaration.name);
  if (!checker.isArrayType(whole)) return undefined;
  const type = checker.getTypeArguments(whole as ts.TypeReference)[0];
  const known = type && arrayGroup(type, checker);
  if (known !== undefined) return known.isText === true ? undefined : known;
  const elements = kindOfFill(row.node, checker);
  if (elements === undefined || type === undefined || !checker.isArrayType(type)) return undefined;
  const cell = checker.getTypeArguments(type as ts.TypeReference)[0];
  if (cell === undefined || (cell.flags & ts.TypeFlags.Any) === 0) return undefined;
  return { elements, typedName: undefined, isFromOutside: false, isWritten: false };
}

function read(local: Local): Expression {
  return { kind: 'local', local };
}

function assign(local: Local, value: Expression): Statement {
  return { kind: 'evaluate', expression: { kind: 'assign', local, value } };
}

/** A length of -0 reads as 0. */
function withoutSign(value: Expression): Expression {
  return { kind: 'arithmetic', operator: '+', left: value, right: { kind: 'constant', value: 0 } };
}

/** The original takes over for what is no length, or too large a one. */
function unlessLength(local: Local): Statement {
  const isLength: Expression = {
    kind: 'both',
    left: { kind: 'test', test: 'integer', operand: read(local) },
    right: {
      kind: 'both',
      left: { kind: 'compare', operator: '>=', left: read(local), right: { kind: 'constant', value: 0 } },
      right: {
        kind: 'compare',
        operator: '<=',
        left: read(local),
        right: { kind: 'constant', value: longestKernelArray },
      },
    },
  };
  return { kind: 'if', condition: isLength, whenTrue: [], whenFalse: [{ kind: 'giveUp' }] };
}
