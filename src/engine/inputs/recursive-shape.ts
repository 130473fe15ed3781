// Types that contain themselves: met again while it is being read, a type becomes a maker, a function that spends a budget of nodes.
import type ts from 'typescript';
import { impossible, type Maker, partsOf, type Shape } from './input-shape.ts';
import type { TypeReading } from './type-reading.ts';

/** Builds the shape of a type that may contain itself: a type met again while it is being read becomes a maker. */
export function recursively(
  type: ts.Type,
  name: string,
  reading: TypeReading,
  build: (inner: TypeReading) => Shape,
): Shape {
  const known = reading.makers.get(type);
  if (known !== undefined && known.shape === undefined) {
    known.isRecursive = true;
    return { kind: 'made', maker: known };
  }
  if (known?.isRecursive) return { kind: 'made', maker: known };
  if (known?.shape !== undefined && known.isInner && isInner(reading)) return known.shape;
  const maker: Maker = { name: makerName(type, name), shape: undefined, isRecursive: false, isInner: isInner(reading) };
  reading.makers.set(type, maker);
  const shape = build(reading);
  maker.shape = shape;
  if (maker.isRecursive && !comesToAnEnd(shape, maker)) {
    maker.shape = impossible(`its type ${maker.name} contains itself without end`);
  }
  return maker.isRecursive ? { kind: 'made', maker } : shape;
}

/** Inside of collections a type reads the same wherever it stands. */
function isInner(reading: TypeReading): boolean {
  return !reading.isArgument && reading.place === 'inner';
}

/** False when every value of the type holds another one. */
function comesToAnEnd(shape: Shape, maker: Maker): boolean {
  switch (shape.kind) {
    case 'made':
      return shape.maker !== maker;
    case 'list':
    case 'dictionary':
    case 'entries':
    case 'callback':
      return true;
    case 'one-of':
      return partsOf(shape).some((part) => comesToAnEnd(part, maker));
    default:
      return partsOf(shape).every((part) => comesToAnEnd(part, maker));
  }
}

function makerName(type: ts.Type, name: string): string {
  const symbol = type.aliasSymbol ?? (type.symbol as ts.Symbol | undefined);
  return symbol === undefined || symbol.name.startsWith('__') ? name : symbol.name;
}
