// The forms in which tables are made at once: `Array.from({ length: rows }, () => new Array(columns).fill(0))` and its kin.
import ts from 'typescript';
import { bare, isAssignmentOperator, isStepOperator } from '../source/ranges/expressions.ts';
import { globalName } from '../source/ranges/library-facts.ts';
import { isPlainArrayOf, kindOfFill } from './allocation-forms.ts';
import { arrayGroup } from './array-groups.ts';
import type { ArrayGroup } from './kernel-ir.ts';

export interface MadeByRows {
  readonly rows: ts.Expression;
  readonly row: ts.Expression;
  /** The parameter that counts the rows. */
  readonly index: ts.Identifier | undefined;
}

/** How many rows there are, and what makes one: from(), fill().map(), [...Array(n)].map(). */
export function madeByRows(node: ts.Expression, checker: ts.TypeChecker): MadeByRows | undefined {
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
  const areNames = arrow.parameters.every(
    ({ name: own, initializer, dotDotDotToken }) =>
      ts.isIdentifier(own) && initializer === undefined && dotDotDotToken === undefined,
  );
  if (!areNames) return undefined;
  const rows = isFrom ? first && lengthOf(bare(first), checker) : elementCount(made, checker);
  const index = arrow.parameters[1]?.name;
  return rows && { rows, row: bare(arrow.body), index: index && ts.isIdentifier(index) ? index : undefined };
}

/** The table of `table.map((row) => row.slice())` and `table.map((row) => [...row])`. */
export function copiedRows(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (node.questionDotToken !== undefined || node.expression.questionDotToken !== undefined) return undefined;
  const [callback, ...more] = node.arguments;
  const arrow = callback && bare(callback);
  if (node.expression.name.text !== 'map' || more.length > 0 || arrow === undefined) return undefined;
  if (!ts.isArrowFunction(arrow) || arrow.modifiers !== undefined || ts.isBlock(arrow.body)) return undefined;
  const [row, ...others] = arrow.parameters;
  if (row === undefined || others.length > 0 || !ts.isIdentifier(row.name)) return undefined;
  if (row.initializer !== undefined || row.dotDotDotToken !== undefined) return undefined;
  const { text } = row.name;
  const isRow = (one: ts.Expression): boolean => ts.isIdentifier(bare(one)) && bare(one).getText() === text;
  const made = bare(arrow.body);
  if (ts.isArrayLiteralExpression(made)) {
    const [only, ...rest] = made.elements;
    const isSpread = only !== undefined && ts.isSpreadElement(only) && isRow(only.expression);
    return isSpread && rest.length === 0 ? node.expression.expression : undefined;
  }
  if (!ts.isCallExpression(made) || !ts.isPropertyAccessExpression(made.expression)) return undefined;
  const isSlice =
    made.expression.name.text === 'slice' && made.arguments.length === 0 && isRow(made.expression.expression);
  const isAsked = made.questionDotToken ?? made.expression.questionDotToken;
  return isSlice && isAsked === undefined ? node.expression.expression : undefined;
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

export interface Row {
  readonly node: ts.Expression;
  readonly columns: ts.Expression;
  /** Undefined for typed rows, which start with zeros. */
  readonly value: ts.Expression | undefined;
  /** When the value is computed for each cell: the parameter that counts the columns. */
  readonly eachCell?: { readonly index: ts.Identifier | undefined };
}

export function rowOf(node: ts.Expression, checker: ts.TypeChecker): Row | undefined {
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
  const cells = madeByRows(node, checker);
  if (cells === undefined || !isRepeatable(cells.rows)) return undefined;
  const row = { node, columns: cells.rows, value: cells.row };
  if (isConstant(cells.row)) return row;
  return setsNothing(cells.row) ? { ...row, eachCell: { index: cells.index } } : undefined;
}

function isConstant(node: ts.Expression): boolean {
  return (
    ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** What is set for one cell could be the number of columns of the next row. */
function setsNothing(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) return false;
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStepOperator(node.operator))
    return false;
  return ts.forEachChild(node, (child) => !setsNothing(child)) !== true;
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
export function groupOfRow(
  declaration: ts.VariableDeclaration,
  row: Row,
  checker: ts.TypeChecker,
): ArrayGroup | undefined {
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
