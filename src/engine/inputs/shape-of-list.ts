// Shapes of arrays: how long they are and what stands in them, given where they stand and what they are called.
import ts from 'typescript';
import { impossible, type Shape } from './input-shape.ts';
import { suggestsPositions, suggestsSorted } from './name-hints.ts';
import { fileShape, readTextShape } from './primitive-shapes.ts';
import { type TypeReading, within } from './type-reading.ts';

const few = 5;
/** Of files that come in lists. */
const linesOfEach = 40;

/** An array (or read-only array, iterable) of the element type, named `name`. */
export function listShape(element: ts.Type | undefined, name: string, reading: TypeReading): Shape {
  if (element === undefined) return impossible('the type of its elements is not known');
  const { checker, facts } = reading;
  const nested = elementOf(element, checker);
  const isNumeric = nested !== undefined && isNumber(nested);
  if (isNumeric && reading.place === 'outer') {
    if (suggestsPositions(name)) {
      // Adjacency lists: a few neighbours for each of n nodes.
      return { kind: 'list', extent: 'size', element: { kind: 'list', extent: few, element: position } };
    }
    const number = reading.shapeOf(nested, name, within(within(reading, 'element'), 'element'));
    return { kind: 'list', extent: 'size', element: { kind: 'list', extent: 'size', element: number } };
  }
  if (
    reading.place === 'outer' &&
    suggestsPositions(name) &&
    (isNumber(element) || isPairOfNumbers(element, checker))
  ) {
    const node: Shape = isNumber(element) ? position : { kind: 'tuple', elements: [position, position] };
    return { kind: 'list', extent: 'size', element: node };
  }
  if (reading.isArgument && facts.namesFiles && (element.flags & ts.TypeFlags.StringLike) !== 0)
    return { kind: 'list', extent: 'size', element: fileShape(linesOfEach, reading) };
  const read = reading.isArgument && (element.flags & ts.TypeFlags.StringLike) !== 0 && readTextShape(1, reading);
  if (read) return { kind: 'list', extent: 'size', element: read };
  const shape = reading.shapeOf(element, name, within(reading, 'element'));
  const extent = extentOf(reading);
  const isSorted = (reading.isArgument && facts.isSorted) || suggestsSorted(name);
  if (!isSorted || !isOrdered(shape)) return { kind: 'list', element: shape, extent };
  reading.note(`\`${name}\` was assumed to be sorted`);
  return { kind: 'list', element: shape, extent, isSorted: true };
}

/** Of a list that stands here: cells where something says how many rows and columns there are. */
export function extentOf({ place, facts, isArgument, isOfGrid }: TypeReading): 'size' | 'size-squared' | number {
  if (place === 'inner') return few;
  return isOfGrid || (facts.isFlatGrid && isArgument) ? 'size-squared' : 'size';
}

const position: Shape = { kind: 'integer', range: { from: 0, below: 'size' } };

function isOrdered(shape: Shape): boolean {
  return ['integer', 'float', 'text'].includes(shape.kind);
}

function isNumber(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.NumberLike) !== 0;
}

function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

function isPairOfNumbers(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!checker.isTupleType(type)) return false;
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  return elements.length === 2 && elements.every(isNumber);
}
