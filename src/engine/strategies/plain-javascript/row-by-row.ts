// Writes sums over the columns of a table row by row, on the tables as they are.
import type ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { findColumnSums, printColumnSums, uncheckedMark } from '../../source/loops/column-sums.ts';
import { indentAt, type LoopNames } from '../../source/loops/loop-text.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';
import type { Subject } from '../../source/subject.ts';

interface Work {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
  readonly ranges: ValueRanges;
  readonly names: LoopNames;
  readonly file: FileEdit;
}

/** The regions that are written anew. */
export function readRowByRow({ file, names, ...question }: Work): readonly ts.Node[] {
  const { subject } = question;
  const unchecked = uncheckedMark(subject);
  return findColumnSums(question).flatMap((sums) => {
    const { declared, outer, inner, cells } = sums;
    const [i, k] = [outer.index.name, inner.index.name];
    const texts = {
      row: `${cells.table.getText()}[${k}]${unchecked}`,
      columnCell: (row: string) => `${row}[${i}]`,
      fixedCell: (cell: ts.ElementAccessExpression) => `${cell.expression.getText()}[${k}]${unchecked}`,
    };
    const start = declared.getStart();
    const lines = printColumnSums(sums, { subject, names, texts });
    file.replace({ start, end: outer.node.getEnd() }, lines.replaceAll('\n', `\n${indentAt(subject.text, start)}`));
    return [declared, outer.node];
  });
}
