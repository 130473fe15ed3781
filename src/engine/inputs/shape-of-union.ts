// Shapes of union types. As an argument, a union is the alternative that carries the most data, so that sizes mean something;
// inside of data it is one of the alternatives at random.
import ts from 'typescript';
import { impossible, reasonAgainst, type Shape, someShape } from './input-shape.ts';
import { type TypeReading, within } from './type-reading.ts';

const mostOptions = 24;

export function unionShape(type: ts.UnionType, name: string, reading: TypeReading): Shape {
  const isNothing = (part: ts.Type): boolean =>
    (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) !== 0;
  const nothing = type.types.find(isNothing);
  const parts = type.types.filter((part) => !isNothing(part));
  const shapes = mergeBooleans(parts, name, reading);
  const possible = shapes.filter((shape) => reasonAgainst(shape) === undefined);
  const rarely = nothing === undefined ? undefined : reading.shapeOf(nothing, name, reading);
  if (possible.length === 0) return rarely ?? shapes[0] ?? impossible('its type has no alternatives');
  if (reading.isArgument) return argumentOf(possible.slice(0, mostOptions));
  const options = possible.slice(0, mostOptions);
  if (rarely !== undefined) return { kind: 'one-of', options, rarely };
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'one-of', options };
}

/** The checker spells boolean as `true | false`; a union of it and others lists both. */
function mergeBooleans(parts: readonly ts.Type[], name: string, reading: TypeReading): Shape[] {
  const isLiteral = (part: ts.Type): boolean => (part.flags & ts.TypeFlags.BooleanLiteral) !== 0;
  const hasBoth = parts.filter(isLiteral).length === 2;
  const shapes = parts
    .filter((part) => !(hasBoth && isLiteral(part)))
    .map((part) => reading.shapeOf(part, name, within(reading, 'same')));
  return hasBoth ? [...shapes, { kind: 'boolean' }] : shapes;
}

function argumentOf(options: readonly Shape[]): Shape {
  const [first] = options;
  if (first === undefined) return impossible('its type has no alternatives');
  if (
    options.every(
      (option) =>
        option.kind === first.kind &&
        (option.kind === 'literal' || option.kind === 'constant' || option.kind === 'record'),
    )
  ) {
    return options.length === 1 ? first : { kind: 'one-of', options };
  }
  if (options.some((option) => someShape(option, (part) => part.kind === 'made' && part.maker.shape === undefined))) {
    // Read from within a recursive type: every alternative is needed, the leaves to come to an end.
    return { kind: 'one-of', options };
  }
  return (
    options.find((option) => option.kind === 'list' || option.kind === 'typed-array' || option.kind === 'dictionary') ??
    first
  );
}
