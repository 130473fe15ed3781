// A row of sums over a column of another table, as in a matrix product, whose two inner loops may change places, so that both tables are
// read row by row. Each sum is still added up in the same order, so it is the same to the last bit. How cells are read, and where the
// text goes, is left to the strategies.
import ts from 'typescript';
import { bare, isSideEffectFree } from '../ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../ranges/function-variables.ts';
import { globalName } from '../ranges/library-facts.ts';
import type { ValueRanges } from '../ranges/value-ranges.ts';
import type { Subject } from '../subject.ts';
import { areFixed, type CountedLoop, readCountedLoop, roundsOf, statementsOf } from './counted-loop.ts';
import { type LoopNames, reindented } from './loop-text.ts';

interface Question {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly ranges: ValueRanges;
}

/** Of `const row = []; for (j) { let sum = 0; for (k) sum += a[i][k] * b[k][j]; row.push(sum); }`. */
export interface ColumnSums {
  readonly declared: ts.VariableStatement;
  readonly row: Variable;
  readonly outer: CountedLoop;
  readonly inner: CountedLoop;
  /** What is added, and the reads of table cells in it. */
  readonly added: ts.Expression;
  readonly cells: Cells;
  readonly rounds: string;
}

interface Cells {
  /** `b` of `b[k][j]` with the cells that are read: more than one only of the same table. */
  readonly table: ts.Expression;
  readonly columns: readonly ts.ElementAccessExpression[];
  /** `a[i]` of `a[i][k]`. */
  readonly fixedRows: readonly ts.ElementAccessExpression[];
}

/** None inside of another. */
export function findColumnSums(question: Question): readonly ColumnSums[] {
  const found: ColumnSums[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    const sums = ts.isForStatement(node) ? readColumnSums(node, question) : undefined;
    if (sums === undefined) ts.forEachChild(node, visit);
    else found.push(sums);
  };
  if (question.subject.node.body !== undefined) ts.forEachChild(question.subject.node.body, visit);
  return found;
}

function readColumnSums(node: ts.ForStatement, { variables, ranges, subject }: Question): ColumnSums | undefined {
  const outer = readCountedLoop(node, variables);
  const [start, middle, last, ...others] = statementsOf(node.statement);
  if (outer === undefined || start === undefined || middle === undefined || last === undefined || others.length > 0)
    return undefined;
  const sum = zeroOf(start, variables);
  const inner = readCountedLoop(middle, variables);
  const row = sum && pushTarget(last, sum, variables);
  if (sum === undefined || inner === undefined || row === undefined) return undefined;
  const declared = emptyRowBefore(node, row);
  if (declared === undefined || row.isCaptured || sum.isCaptured || sum.references.length !== 3) return undefined;
  if (
    row.references.some(
      (reference) => reference.pos < node.pos && reference.parent !== declared.declarationList.declarations[0],
    )
  )
    return undefined;
  if (!areFixed(inner.limit, node, variables) || hasComments(declared, node)) return undefined;
  const [only, ...more] = statementsOf(inner.node.statement);
  const added = only && more.length === 0 ? addedTo(sum, only, variables) : undefined;
  const cells = added && readCells(added, outer, inner, { variables, ranges, subject });
  const rounds = roundsOf(outer, ranges);
  const isCertain = rounds?.isLength === true && roundsOf(inner, ranges)?.isLength === true;
  if (added === undefined || cells === undefined || !isCertain || !isLimitThere(inner, cells)) return undefined;
  return { declared, row, outer, inner, added, cells, rounds: rounds.text };
}

/** A name, the length of a named array, or that of a row whose cells are read: the loops push into another one. */
function isLimitThere({ limit }: CountedLoop, { fixedRows }: Cells): boolean {
  const written = limit.getText();
  if (/^[\w$]+(\.length)?$/.test(written)) return true;
  const node = bare(limit);
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'length') return false;
  const row = bare(node.expression).getText();
  return fixedRows.some((fixed) => fixed.getText() === row);
}

function hasComments(from: ts.Node, to: ts.Node): boolean {
  return /\/[/*]/.test(from.getSourceFile().text.slice(from.getStart(), to.getEnd()));
}

/** `let sum = 0;` */
function zeroOf(statement: ts.Statement, variables: FunctionVariables): Variable | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration, ...more] = statement.declarationList.declarations;
  if (declaration?.initializer === undefined || more.length > 0) return undefined;
  const value = bare(declaration.initializer);
  return ts.isNumericLiteral(value) && value.text === '0' ? variables.of(declaration.name) : undefined;
}

/** `row.push(sum);` */
function pushTarget(statement: ts.Statement, sum: Variable, variables: FunctionVariables): Variable | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const { expression: callee, arguments: args } = statement.expression;
  const [argument, ...more] = args;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'push' || callee.questionDotToken)
    return undefined;
  return argument !== undefined && more.length === 0 && variables.of(argument) === sum
    ? variables.of(callee.expression)
    : undefined;
}

/** `const row = [];` right before the loop. */
function emptyRowBefore(loop: ts.ForStatement, row: Variable): ts.VariableStatement | undefined {
  const block = loop.parent;
  if (!ts.isBlock(block) || row.definitions.length !== 1 || row.isFree) return undefined;
  const before = block.statements[block.statements.indexOf(loop) - 1];
  if (before === undefined || !ts.isVariableStatement(before)) return undefined;
  const [declaration, ...more] = before.declarationList.declarations;
  if (declaration === undefined || more.length > 0 || declaration !== row.declaration) return undefined;
  return declaration.initializer?.getText() === '[]' ? before : undefined;
}

/** `e` of `sum += e;`. */
function addedTo(sum: Variable, statement: ts.Statement, variables: FunctionVariables): ts.Expression | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, right, operatorToken } = statement.expression;
  return operatorToken.kind === ts.SyntaxKind.PlusEqualsToken && variables.of(left) === sum ? right : undefined;
}

/** Undefined when the expression has anything in it but numbers, cells `a[i][k]` of fixed rows and `b[k][j]` of one column. */
function readCells(
  added: ts.Expression,
  outer: CountedLoop,
  inner: CountedLoop,
  { variables, ranges, subject }: Question,
): Cells | undefined {
  const columns: ts.ElementAccessExpression[] = [];
  const fixedRows: ts.ElementAccessExpression[] = [];
  const isTable = (node: ts.Expression): boolean =>
    isNumberTable(node, subject.checker) && areFixed(node, outer.node, variables);
  const isPlainNumber = (node: ts.Identifier): boolean => {
    const variable = variables.of(node);
    const isIndex = variable === outer.index || variable === inner.index;
    return variable !== undefined && (isIndex || areFixed(node, outer.node, variables));
  };
  const visit = (given: ts.Expression): boolean => {
    const node = bare(given);
    if (ts.isNumericLiteral(node)) return true;
    if (ts.isBinaryExpression(node))
      return /^[-+*/%]$/.test(node.operatorToken.getText()) && visit(node.left) && visit(node.right);
    if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.MinusToken && visit(node.operand);
    if (ts.isIdentifier(node)) return isPlainNumber(node) && !ranges.factOf(node).other;
    if (!ts.isElementAccessExpression(node)) return false;
    const row = bare(node.expression);
    if (!ts.isElementAccessExpression(row) || !ts.isIdentifier(bare(row.expression)) || !isTable(row.expression))
      return false;
    const [rowIndex, column] = [bare(row.argumentExpression), bare(node.argumentExpression)];
    if (variables.of(rowIndex) === inner.index && variables.of(column) === outer.index) {
      columns.push(node);
      return true;
    }
    if (variables.of(column) !== inner.index || !ts.isIdentifier(rowIndex)) return false;
    if (!areFixed(rowIndex, outer.node, variables) || !isRowThere(rowIndex, row, variables, subject.checker))
      return false;
    fixedRows.push(row);
    return true;
  };
  if (!visit(added)) return undefined;
  const [column] = columns;
  if (column === undefined) return undefined;
  const table = (bare(column.expression) as ts.ElementAccessExpression).expression;
  const isOne = columns.every(
    ({ expression }) => (bare(expression) as ts.ElementAccessExpression).expression.getText() === table.getText(),
  );
  return isOne && isSideEffectFree(table) ? { table, columns, fixedRows } : undefined;
}

function isNumberTable(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const rows = elementOf(checker.getTypeAtLocation(node), checker);
  const cells = rows && elementOf(rows, checker);
  return cells !== undefined && (cells.flags & ts.TypeFlags.NumberLike) !== 0;
}

function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

/**
 * `a[i]` exists: `i` counts the rows of `a`. Where it might not, the original throws only when there are columns, and the rewrite always.
 */
function isRowThere(
  index: ts.Identifier,
  row: ts.ElementAccessExpression,
  variables: FunctionVariables,
  checker: ts.TypeChecker,
): boolean {
  const variable = variables.of(index);
  const list = variable?.declaration?.parent;
  const loop = list?.parent;
  if (loop === undefined || globalName(index, checker) !== undefined) return false;
  const counted = readCountedLoop(loop, variables);
  if (counted?.index !== variable || counted === undefined) return false;
  let limit = bare(counted.limit);
  const named = variables.of(limit);
  const [definition] = named?.definitions ?? [];
  if (named?.definitions.length === 1 && definition?.kind === 'value') limit = bare(definition.expression);
  return (
    ts.isPropertyAccessExpression(limit) &&
    limit.name.text === 'length' &&
    variables.of(limit.expression) !== undefined &&
    variables.of(limit.expression) === variables.of(bare(row.expression))
  );
}

/** How the cells of the tables are written. */
export interface CellTexts {
  /** What stands for row `k` of the table that is read by column: the row, or where it begins. */
  readonly row: string;
  readonly columnCell: (row: string) => string;
  /** A read of `a[i][k]`. */
  readonly fixedCell: (cell: ts.ElementAccessExpression) => string;
}

/** The lines in place of everything from `declared` to the end of the outer loop, at the margin. */
export function printColumnSums(
  { row, outer, inner, added, cells, rounds }: ColumnSums,
  { subject, names, texts }: { readonly subject: Subject; readonly names: LoopNames; readonly texts: CellTexts },
): string {
  const { style } = subject;
  const end = style.semicolons ? ';' : '';
  const unchecked = uncheckedMark(subject);
  const [i, k] = [outer.index.name, inner.index.name];
  const rowName = names.fresh(`${cells.table.getText()}Row`);
  const replacements = new Map<ts.Node, string>(cells.columns.map((cell) => [cell, texts.columnCell(rowName)]));
  const fixed = new Map<string, string>();
  const fixedLines: string[] = [];
  for (const fixedRow of cells.fixedRows) {
    const written = fixedRow.getText();
    let name = fixed.get(written);
    if (name === undefined) {
      name = names.fresh('factor');
      fixed.set(written, name);
      fixedLines.push(`const ${name} = ${texts.fixedCell(cellOf(fixedRow))}${end}`);
    }
    replacements.set(cellOf(fixedRow), name);
  }
  // The sums are written as cells of the row; what is read stays as it was written.
  const sumText = printWith(added, replacements, unchecked);
  const argument = style.isTypeScript ? '<number>' : '';
  const step = `for (let ${i} = 0; ${i} < ${rounds}; ${i}++) ${row.name}[${i}]${unchecked} += ${sumText}${end}`;
  return [
    `const ${row.name} = new Array${argument}(${rounds}).fill(0)${end}`,
    `// Row by row through ${cells.table.getText()}; each sum is added up in the same order as before.`,
    `for (let ${k} = 0; ${k} < ${reindented(inner.limit)}; ${k}++) {`,
    ...fixedLines.map((line) => style.indent + line),
    `${style.indent}const ${rowName} = ${texts.row}${end}`,
    style.indent + step,
    '}',
  ].join('\n');
}

/** `!` where the compiler takes every element for one that may be undefined. */
export function uncheckedMark({ style, project }: Subject): '!' | '' {
  return style.isTypeScript && project.options.noUncheckedIndexedAccess === true ? '!' : '';
}

/** `a[i][k]` around `a[i]`, its `!` included. */
export function cellOf(row: ts.Expression): ts.ElementAccessExpression {
  let { parent }: ts.Node = row;
  while (!ts.isElementAccessExpression(parent)) parent = parent.parent;
  return parent;
}

function printWith(root: ts.Node, replacements: ReadonlyMap<ts.Node, string>, unchecked: string): string {
  const { text } = root.getSourceFile();
  let printed = '';
  let position = root.getStart();
  const visit = (node: ts.Node): void => {
    const inner = ts.isNonNullExpression(node) ? node.expression : node;
    const replacement = replacements.get(inner);
    if (replacement === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    const isCell = replacement.endsWith(']');
    printed += text.slice(position, node.getStart()) + replacement + (isCell ? unchecked : '');
    position = node.getEnd();
  };
  visit(root);
  return printed + text.slice(position, root.getEnd());
}
