// Writes the loops anew that read flat copies of the caller's tables, with a way out for tables that are not rectangular: the original.
import type ts from 'typescript';
import { findColumnSums, printColumnSums, uncheckedMark } from '../../source/loops/column-sums.ts';
import { LoopNames } from '../../source/loops/loop-text.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { analyzeRanges } from '../../source/ranges/value-ranges.ts';
import type { ConversionContext } from './conversion.ts';
import type { Fallback } from './fallback-function.ts';
import type { ParameterTable } from './parameter-tables.ts';
import { asFactor, printerWith } from './rewrite-text.ts';
import { cellIndex, productText, RowOffsets } from './row-offsets.ts';

export function printParameterTables(
  tables: readonly ParameterTable[],
  anchor: ts.Statement,
  fallback: Fallback,
  context: ConversionContext,
): void {
  const { text } = context;
  const flatCells = text.take(text.freeName('flatCells'));
  const copies = new Map(
    tables.map((table) => [table, text.take(text.freeName(`${table.variable.name}Cells`))] as const),
  );
  const regions = printSums(copies, context);
  for (const [table, copy] of copies) printCells(table, copy, regions, context);
  const isMissing = [...copies.values()].map((copy) => `${copy} === undefined`).join(' || ');
  text.insertLinesBefore(anchor, [
    ...tables
      .filter(({ namesWidth }) => namesWidth)
      .map(({ variable: { name }, width }) => `const ${width} = ${name}[0]?.length ?? 0${text.end}`),
    ...[...copies].map(
      ([{ variable, height, width }, copy]) =>
        `const ${copy} = ${flatCells}(${variable.name}, ${height}, ${width})${text.end}`,
    ),
    `if (${isMissing}) return ${fallback.call}${text.end}`,
  ]);
  fallback.print(text, [flatCellsText(flatCells, context)]);
}

/** Sums over columns, whose loops change places. The regions that are written anew. */
function printSums(copies: ReadonlyMap<ParameterTable, string>, context: ConversionContext): readonly ts.Node[] {
  const { subject, variables, checker, text } = context;
  const names = new LoopNames(subject, [...copies.values()]);
  const unchecked = uncheckedMark(subject);
  const copyOf = (table: ts.Expression) => [...copies].find(([{ variable }]) => variables.of(bare(table)) === variable);
  const regions: ts.Node[] = [];
  for (const sums of findColumnSums({ subject, variables, ranges: analyzeRanges({ variables, checker }) })) {
    const { declared, outer, inner, cells } = sums;
    const table = copyOf(cells.table);
    if (table === undefined) continue;
    const [{ width }, copy] = table;
    const [i, k] = [outer.index.name, inner.index.name];
    const texts = {
      row: `${k} * ${width}`,
      columnCell: (row: string) => `${copy}[${row} + ${i}]`,
      fixedCell(cell: ts.ElementAccessExpression) {
        const rowAccess = bare(cell.expression) as ts.ElementAccessExpression;
        const fixed = copyOf(rowAccess.expression);
        return fixed === undefined
          ? `${cell.expression.getText()}[${k}]${unchecked}`
          : `${fixed[1]}[${asFactor(rowAccess.argumentExpression)} * ${fixed[0].width} + ${k}]${unchecked}`;
      },
    };
    const start = declared.getStart();
    const lines = printColumnSums(sums, { subject, names, texts });
    text.replace(start, outer.node.getEnd(), lines.replaceAll('\n', `${subject.style.eol}${text.indentAt(start)}`));
    regions.push(declared, outer.node);
  }
  return regions;
}

function printCells(
  { variable, width, cells, rowNames, lengths }: ParameterTable,
  copy: string,
  regions: readonly ts.Node[],
  context: ConversionContext,
): void {
  const { text } = context;
  const isLeft = (node: ts.Node): boolean => !regions.some((region) => isInside(node, region));
  const rows = lengths.filter(({ of }) => of === 'row');
  const print = printerWith(new Map(rows.map(({ node }) => [node, width])));
  const counters = new Set(cells.filter(({ node }) => isLeft(node)).map(({ row }) => row.getText()));
  const offsets = new RowOffsets(width, print, context, (row) =>
    counters.size > 1 ? `${row}Row` : `${variable.name}Row`,
  );
  for (const cell of cells) {
    if (!isLeft(cell.node)) continue;
    const offset = cell.rowName === undefined ? offsets.of(cell) : cell.rowName.name;
    text.replaceNode(cell.node, `${copy}[${cellIndex(offset, cell.index, print)}]`);
  }
  offsets.print();
  for (const { declaration, row } of rowNames) {
    if (declaration.initializer !== undefined)
      text.replaceNode(declaration.initializer, productText(row, width, print) ?? '0');
  }
  for (const { node } of rows) {
    const isPrinted =
      cells.some((cell) => isInside(node, cell.node)) || rowNames.some((named) => isInside(node, named.row));
    if (!isPrinted && isLeft(node)) text.replaceNode(node, width);
  }
}

function flatCellsText(name: string, { subject }: ConversionContext): string {
  const isTyped = subject.style.isTypeScript;
  const typed = (type: string): string => (isTyped ? `: ${type}` : '');
  const unchecked = uncheckedMark(subject);
  const about = 'The cells of a table, row after row; undefined where a row has not `width` numbers.';
  const comment = isTyped
    ? `/** ${about} */`
    : `/**\n * ${about}\n * @param {readonly (readonly number[])[]} rows\n * @param {number} height\n * @param {number} width\n */`;
  return `${comment}
function ${name}(rows${typed('readonly (readonly number[])[]')}, height${typed('number')}, width${typed('number')})${typed('Float64Array | undefined')} {
  for (let i = 0; i < height; i++) {
    if (rows[i]?.length !== width) return undefined;
  }
  const cells = new Float64Array(height * width);
  for (let i = 0; i < height; i++) {
    const row = rows[i]${unchecked};
    for (let j = 0; j < width; j++) {
      const cell = row[j];
      if (typeof cell !== 'number') return undefined;
      cells[i * width + j] = cell;
    }
  }
  return cells;
}`;
}
