// Writes the edits of one converted table: one flat allocation, and `t[row + j]` for `t[i][j]`, where `row = i * width` is computed once
// before the loops that run along the row.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import type { TablePlan } from './convert-table.ts';
import { lengthGuard, statementFor } from './print-arrays.ts';
import { fillText, needsAssertion, printFlags } from './print-elements.ts';
import { reasons } from './reasons.ts';
import { asFactor, asSummand, declaresName, type Printer, printerWith, type RewriteText } from './rewrite-text.ts';
import type { CellUse } from './table-uses.ts';

export function printTable(plan: TablePlan, context: ConversionContext): Reason | undefined {
  const { uses, rows, columns, chosen } = plan;
  const { text, subject } = context;
  const { variable, declaration, origin } = uses;
  const statement = statementFor(declaration, context);
  const isShadowed = declaresName(subject.sourceFile, chosen.kind) || declaresName(subject.sourceFile, 'RangeError');
  if (statement === undefined || isShadowed) return reasonAt(declaration, reasons.unknownAllocation(variable.name));
  const nested = uses.cells.find((cell) =>
    uses.cells.some((other) => other !== cell && isInside(other.node, cell.node)),
  );
  if (nested !== undefined) return reasonAt(nested.node, reasons.tableUse(variable.name, 'is indexed by itself'));

  const before: string[] = [];
  if (rows.guard === 'throw') before.push(...lengthGuard(rows.expression, text));
  if (columns.guard === 'throw') before.push(...lengthGuard(columns.expression, text));
  const width = widthOf(plan, text, before);
  const initialFill = fillText(origin.row.fill, chosen.isBoolean);
  const made = `new ${chosen.kind}(${rowsText(plan)} * ${width})${initialFill === '0' ? '' : `.fill(${initialFill})`}`;
  placeAllocation(plan, context, statement, before, made);
  const inside = new Map<ts.Node, string>(
    uses.lengths.map(({ node, of }) => [node, of === 'row' ? width : rowsText(plan)]),
  );
  const print = printerWith(inside);
  const offsets = new RowOffsets(width, print, context);
  for (const cell of uses.cells) {
    const offset = cell.rowName === undefined ? offsets.of(cell) : cell.rowName.name;
    const assertion = needsAssertion(cell, chosen, context) ? '!' : '';
    text.replaceNode(cell.node, `${variable.name}[${cellIndex(offset, cell.index, print)}]${assertion}`);
  }
  offsets.print();
  for (const { declaration: named, row } of uses.rowNames) {
    if (named.type !== undefined) text.replace(named.name.getEnd(), named.type.getEnd(), '');
    if (named.initializer !== undefined) text.replaceNode(named.initializer, productText(row, width, print) ?? '0');
  }
  for (const [node, length] of inside) {
    const isPrinted =
      uses.cells.some((cell) => isInside(node, cell.node)) ||
      uses.rowNames.some((named) => isInside(node, named.declaration));
    if (!isPrinted) text.replaceNode(node, length);
  }
  printFlags(text, chosen, uses.cells);
  return undefined;
}

function cellIndex(offset: string | undefined, column: ts.Expression, print: Printer): string {
  if (offset === undefined) return print(column);
  return isZero(column) ? offset : `${offset} + ${asSummand(bare(column), print)}`;
}

function isZero(expression: ts.Expression): boolean {
  const node = bare(expression);
  return ts.isNumericLiteral(node) && Number(node.text) === 0;
}

/** The number of rows as an operand of `*`. */
function rowsText({ uses, rows }: TablePlan): string {
  const { origin } = uses;
  if (origin.kind === 'pushed' && origin.isInclusive) return `(${asSummand(rows.expression)} + 1)`;
  return asFactor(rows.expression);
}

function widthOf({ uses, columns }: TablePlan, text: RewriteText, before: string[]): string {
  const node = bare(columns.expression);
  if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) return node.getText();
  const name = text.take(text.freeName('width', `${uses.variable.name}Width`));
  before.push(`const ${name} = ${node.getText()}${text.end}`);
  return name;
}

/** In place of the declaration; for a table that a loop fills, right before the loop when its size is known only there. */
function placeAllocation(
  { uses, rows, columns }: TablePlan,
  context: ConversionContext,
  statement: ts.Statement,
  before: readonly string[],
  made: string,
): void {
  const { text, variables } = context;
  const { declaration, origin } = uses;
  const sizes = [rows.expression, columns.expression].flatMap((expression) =>
    mentionedVariables(expression, variables),
  );
  const isLate = sizes.some(
    (used) =>
      used.declaration !== undefined && !ts.isParameter(used.declaration) && used.declaration.pos > declaration.pos,
  );
  if (origin.kind === 'pushed' && isLate) {
    text.removeStatement(statement);
    const keyword = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 ? 'const' : 'let';
    text.insertLinesBefore(origin.loop, [...before, `${keyword} ${declaration.name.getText()} = ${made}${text.end}`]);
  } else {
    text.insertLinesBefore(statement, before);
    if (declaration.type !== undefined) text.replace(declaration.name.getEnd(), declaration.type.getEnd(), '');
    const documented = ts.getJSDocTypeTag(declaration)?.typeExpression.type;
    if (documented !== undefined) text.replaceNode(documented, made.slice(4, made.indexOf('(')));
    if (declaration.initializer !== undefined) text.replaceNode(declaration.initializer, made);
  }
  if (origin.kind !== 'pushed') return;
  const body = origin.loop.statement;
  const isOnlyStatement = !ts.isBlock(body) || body.statements.length === 1;
  text.removeStatement(isOnlyStatement && !isLate ? origin.loop : origin.push);
}

/** `i * width`; undefined for row 0. */
function productText(row: ts.Expression, width: string, print: Printer): string | undefined {
  const node = bare(row);
  if (isZero(node)) return undefined;
  return ts.isNumericLiteral(node) && Number(node.text) === 1 ? width : `${asFactor(node, print)} * ${width}`;
}

interface Offset {
  readonly name: string;
  readonly row: ts.Expression;
  readonly statement: ts.Statement;
  readonly block: ts.Node;
}

/** Names for the starts of rows, each computed before the outermost loop in which its row stays the same. */
class RowOffsets {
  readonly #width: string;
  readonly #print: Printer;
  readonly #context: ConversionContext;
  readonly #offsets: Offset[] = [];

  constructor(width: string, print: Printer, context: ConversionContext) {
    this.#width = width;
    this.#print = print;
    this.#context = context;
  }

  of(cell: CellUse): string | undefined {
    const row = bare(cell.row);
    const product = productText(row, this.#width, this.#print);
    const loop = product === undefined ? undefined : this.#loopAlong(cell);
    if (product === undefined || loop === undefined || ts.isNumericLiteral(row)) return product;
    const block = loop.parent;
    const known = this.#offsets.find((offset) => offset.block === block && offset.row.getText() === row.getText());
    if (known !== undefined) return known.name;
    const name = this.#nameFor(row, block);
    this.#offsets.push({ name, row, statement: loop, block });
    return name;
  }

  /** The outermost loop around the cell that changes nothing of its row, standing in a block where a line can be put before it. */
  #loopAlong(cell: CellUse): ts.Statement | undefined {
    const { variables } = this.#context;
    const used = mentionedVariables(cell.row, variables);
    let found: ts.Statement | undefined;
    for (
      let node: ts.Node = cell.node;
      node.parent !== undefined && node !== variables.functionNode;
      node = node.parent
    ) {
      if (!ts.isIterationStatement(node, false)) continue;
      if (!used.every((variable) => variables.isFixedDuring(variable, node))) break;
      if (ts.isBlock(node.parent) && used.every((variable) => variables.isFixedDuring(variable, node.parent)))
        found = node;
    }
    return found;
  }

  #nameFor(row: ts.Expression, block: ts.Node): string {
    const { text } = this.#context;
    const wish = ts.isIdentifier(row)
      ? 'row'
      : isNeighbour(row, ts.SyntaxKind.MinusToken)
        ? 'previousRow'
        : isNeighbour(row, ts.SyntaxKind.PlusToken)
          ? 'nextRow'
          : 'rowStart';
    const taken = (name: string): boolean =>
      this.#offsets.some(
        (offset) => offset.name === name && (isInside(offset.block, block) || isInside(block, offset.block)),
      );
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wish : `${wish}${count}`;
      if (text.isFree(name) && !taken(name)) return name;
    }
  }

  print(): void {
    const { text } = this.#context;
    // `row` before `previousRow`, which is made from it.
    const inOrder = [...this.#offsets].sort(
      (a, b) => Number(!ts.isIdentifier(a.row)) - Number(!ts.isIdentifier(b.row)),
    );
    for (const offset of inOrder) {
      const line = `const ${offset.name} = ${this.#valueOf(offset)}${text.end}`;
      text.insertLinesBefore(offset.statement, [line]);
    }
    for (const { name } of this.#offsets) text.take(name);
  }

  /** `row - width` where the row itself is named right there, otherwise the product. */
  #valueOf(offset: Offset): string {
    const { row } = offset;
    const product = productText(row, this.#width, this.#print) ?? '0';
    if (
      !ts.isBinaryExpression(row) ||
      !(isNeighbour(row, ts.SyntaxKind.MinusToken) || isNeighbour(row, ts.SyntaxKind.PlusToken))
    )
      return product;
    const base = this.#offsets.find(
      (other) => other.statement === offset.statement && other.row.getText() === bare(row.left).getText(),
    );
    return base !== undefined ? `${base.name} ${row.operatorToken.getText()} ${this.#width}` : product;
  }
}

/** `i - 1` or `i + 1`. */
function isNeighbour(row: ts.Expression, operator: ts.SyntaxKind): boolean {
  return (
    ts.isBinaryExpression(row) &&
    row.operatorToken.kind === operator &&
    ts.isIdentifier(bare(row.left)) &&
    bare(row.right).getText() === '1'
  );
}
