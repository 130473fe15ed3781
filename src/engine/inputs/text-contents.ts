// What stands in a text that a function is given, or in a file that it reads: rows of cells, a JSON document, JSON in lines, or plain lines;
// concluded from what the body does with the text.
import ts from 'typescript';
import { comparedTexts } from './compared-texts.ts';
import type { Shape, TextContents } from './input-shape.ts';
import { reasonAgainst } from './input-shape.ts';
import type { ParsedValue, Uses } from './uses.ts';

export interface ContentsReading {
  readonly checker: ts.TypeChecker;
  /** `isOneOfMany`: lists in it stay short. */
  readonly ofType: (type: ts.Type, isOneOfMany: boolean) => Shape;
  readonly ofUses: (uses: Uses, isOneOfMany: boolean) => Shape;
}

/** Cells where the body does not say how many it reads. */
const fewestCells = 3;
const mostCells = 40;

/** Undefined when any text will do. */
export function textContents(text: Uses, isOneOfMany: boolean, reading: ContentsReading): TextContents | undefined {
  if (text.parsed !== undefined) return { kind: 'json', value: parsedShape(text.parsed, isOneOfMany, reading) };
  const line = text.lines?.elements;
  if (line?.parsed !== undefined) return { kind: 'json-lines', value: parsedShape(line.parsed, true, reading) };
  const cells = line?.cells ?? text.cells;
  if (cells !== undefined) return { kind: 'rows', cells: cellsOf(cells) };
  const beginnings = [...new Set(textsIn(line))];
  return beginnings.length === 0 ? undefined : { kind: 'lines', beginnings };
}

/** By the type that the value is said to have, else by its uses, else records. */
function parsedShape({ call, uses }: ParsedValue, isOneOfMany: boolean, reading: ContentsReading): Shape {
  const type = reading.checker.getContextualType(call);
  const shapes = [
    ...(type === undefined || (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0
      ? []
      : [reading.ofType(type, isOneOfMany)]),
    ...(uses.total === 0 ? [] : [reading.ofUses(uses, isOneOfMany)]),
  ];
  const known = shapes.find((shape) => isData(shape) && reasonAgainst(shape) === undefined);
  return known ?? (isOneOfMany ? someRecord : { kind: 'list', extent: 'size', element: someRecord });
}

/** A number or nothing, where the type is unknown or the value only passed on, says less than records do. */
function isData({ kind }: Shape): boolean {
  return ['list', 'record', 'dictionary', 'made', 'tuple'].includes(kind);
}

const someNumber: Shape = { kind: 'integer', range: { from: 0, below: 1000 } };
const someRecord: Shape = {
  kind: 'record',
  properties: [
    { name: 'id', shape: someNumber },
    { name: 'name', shape: { kind: 'text', role: 'word', extent: 1 } },
    { name: 'value', shape: someNumber },
  ],
};

function cellsOf(cells: Uses): readonly Shape[] {
  const count = Math.min(mostCells, Math.max(fewestCells, ...[...cells.cellsAt.keys()].map((index) => index + 1)));
  return Array.from({ length: count }, (_, index): Shape => {
    const uses = cells.cellsAt.get(index) ?? cells.elements;
    const compared = comparedTexts(uses);
    if (compared !== undefined) return compared;
    if (uses.parsedAs === 'digits' || uses.number > 0) return someNumber;
    // Where nothing is known: a word between numbers.
    const isWord = cells.cellsAt.has(index) ? uses.total > 0 : index % 3 === 1;
    return isWord ? { kind: 'text', role: 'word', extent: 1 } : someNumber;
  });
}

/** What lines are asked for: texts that they hold or begin with. */
function textsIn(line: Uses | undefined): string[] {
  if (line === undefined) return [];
  return line.elements.literals.flatMap((value) =>
    typeof value === 'string' && value !== '' && !/[\r\n]/.test(value) ? [value] : [],
  );
}
