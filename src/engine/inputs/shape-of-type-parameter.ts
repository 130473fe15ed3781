// What stands in for a type parameter: its constraint, a sample record where only keys are known, else a number.
import ts from 'typescript';
import type { Shape } from './input-shape.ts';
import { numberShape } from './primitive-shapes.ts';
import { type TypeReading, within } from './type-reading.ts';

export function typeParameterShape(type: ts.Type, name: string, reading: TypeReading): Shape {
  const substitute = reading.substitutes.get(type);
  if (substitute !== undefined) return reading.shapeOf(substitute, name, reading);
  const declared = declaredConstraint(type, reading.checker);
  if (declared !== undefined && declared.flags & ts.TypeFlags.Index)
    return reading.shapeOf(declared, name, within(reading, 'same'));
  const constraint = reading.checker.getBaseConstraintOfType(type);
  if (
    constraint !== undefined &&
    !(constraint.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) &&
    constraint !== type
  ) {
    reading.note(
      `the type parameter ${reading.checker.typeToString(type)} was taken as ${reading.checker.typeToString(constraint)}`,
    );
    // `T extends object`, `T extends {}`: records with an id and a value serve better than empty ones.
    if (isBare(constraint, reading.checker)) return sampleRecord;
    return reading.shapeOf(constraint, name, within(reading, 'same'));
  }
  if (reading.keyedParameters.has(type)) return sampleRecord;
  reading.note(`the type parameter ${reading.checker.typeToString(type)} was taken as number`);
  return numberShape(name, reading);
}

/** The constraint as written: `keyof T`, where the checker's own answer has `string | number | symbol`. */
function declaredConstraint(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const declaration = (type.symbol as ts.Symbol | undefined)?.declarations?.find(ts.isTypeParameterDeclaration);
  return declaration?.constraint === undefined ? undefined : checker.getTypeFromTypeNode(declaration.constraint);
}

/** What stands in for a type of which only "an object with keys" is known. */
const sampleRecord: Shape = {
  kind: 'record',
  properties: [
    { name: 'id', shape: { kind: 'integer', range: { from: 0, below: 1000 } } },
    { name: 'name', shape: { kind: 'text', role: 'name', extent: 1 } },
    { name: 'value', shape: { kind: 'float', range: { from: 0, below: 1000 } } },
  ],
};

function isBare(type: ts.Type, checker: ts.TypeChecker): boolean {
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) !== 0;
  if (!isObject || checker.isArrayLikeType(type)) return false;
  if (type.getCallSignatures().length > 0 || checker.getPropertiesOfType(type).length > 0) return false;
  const index = checker.getIndexInfosOfType(type)[0];
  return index === undefined || (index.type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0;
}

/** `keyof T`: one of the keys of whatever stands in for T. */
export function keyShape(type: ts.IndexType, name: string, reading: TypeReading): Shape {
  const target = reading.shapeOf(type.type, name, within(reading, 'element'));
  if (target.kind !== 'record' || target.properties.length === 0) return { kind: 'text', role: 'word', extent: 1 };
  return {
    kind: 'one-of',
    options: target.properties.map((property) => ({ kind: 'literal', value: property.name }) as const),
  };
}

export function constraintShape(type: ts.Type, name: string, reading: TypeReading): Shape {
  const constraint = reading.checker.getBaseConstraintOfType(type);
  if (constraint === undefined || constraint === type || constraint.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) {
    reading.note(`${reading.checker.typeToString(type)} was taken as number`);
    return numberShape(name, reading);
  }
  return reading.shapeOf(constraint, name, within(reading, 'same'));
}
