// Where the rows of a flat table begin: `row = i * width`, computed once before the loops that run along the row.
import ts from 'typescript';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import { asFactor, asSummand, type Printer } from './rewrite-text.ts';
import type { CellUse } from './table-uses.ts';

export function cellIndex(offset: string | undefined, column: ts.Expression, print: Printer): string {
  if (offset === undefined) return print(column);
  return isZero(column) ? offset : `${offset} + ${asSummand(bare(column), print)}`;
}

function isZero(expression: ts.Expression): boolean {
  const node = bare(expression);
  return ts.isNumericLiteral(node) && Number(node.text) === 0;
}

/** `i * width`; undefined for row 0. */
export function productText(row: ts.Expression, width: string, print: Printer): string | undefined {
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
export class RowOffsets {
  readonly #width: string;
  readonly #print: Printer;
  readonly #context: ConversionContext;
  /** What the start of a row is called that a variable counts. */
  readonly #wish: (row: string) => string;
  readonly #offsets: Offset[] = [];

  constructor(width: string, print: Printer, context: ConversionContext, wish = (_row: string): string => 'row') {
    this.#width = width;
    this.#print = print;
    this.#context = context;
    this.#wish = wish;
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
      ? this.#wish(row.text)
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
