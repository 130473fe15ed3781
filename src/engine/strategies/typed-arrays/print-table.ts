// Writes the edits of one converted table: one flat allocation, and `t[row + j]` for `t[i][j]`, where `row = i * width` is computed once
// before the loops that run along the row.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { declaresName } from '../../source/declared-names.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import type { TablePlan } from './convert-table.ts';
import { lengthGuard, statementFor } from './print-arrays.ts';
import { fillText, needsAssertion, printFlags } from './print-elements.ts';
import { reasons } from './reasons.ts';
import { asFactor, asSummand, printerWith, type RewriteText } from './rewrite-text.ts';
import { cellIndex, productText, RowOffsets } from './row-offsets.ts';

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
