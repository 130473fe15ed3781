// From a TypeScript type to the shape of a value of it. Leaves library types to a table (library-shapes.ts), functions and classes to
// their own files, values without a type to shape-of-use.ts. Never throws on odd types: what cannot be made is an `impossible` shape.
import ts from 'typescript';
import { impossible, nullShape, type Shape, undefinedShape } from './input-shape.ts';
import { libraryShape } from './library-shapes.ts';
import { isDimensionName, suggestsBackReference } from './name-hints.ts';
import { numberShape, textShape } from './primitive-shapes.ts';
import { recursively } from './recursive-shape.ts';
import { callbackShape } from './shape-of-callback.ts';
import { instanceShape } from './shape-of-class.ts';
import { extentOf, listShape } from './shape-of-list.ts';
import { constraintShape, keyShape, typeParameterShape } from './shape-of-type-parameter.ts';
import { unionShape } from './shape-of-union.ts';
import { type TypeReading, within } from './type-reading.ts';

const deepest = 14;

/** The shape of a value of the type, named `name` (a parameter or a property): names say what types do not. */
export function shapeOfType(type: ts.Type, name: string, reading: TypeReading): Shape {
  const { checker } = reading;
  const flags = type.flags;
  if (reading.depth > deepest)
    return impossible(`its type ${checker.typeToString(type)} goes deeper than ${deepest} levels`);
  if (!reading.spend()) return impossible('its type is made of too many others');
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return reading.withoutType(name, reading);
  if (flags & ts.TypeFlags.Never) return impossible('it has type never: no value has that type');
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return undefinedShape;
  if (flags & ts.TypeFlags.Null) return nullShape;
  if (flags & ts.TypeFlags.BooleanLiteral) return { kind: 'constant', text: checker.typeToString(type) };
  if (flags & ts.TypeFlags.Boolean) return { kind: 'boolean' };
  if (type.isStringLiteral()) return { kind: 'literal', value: type.value };
  if (type.isNumberLiteral()) return { kind: 'constant', text: String(type.value) };
  if (flags & ts.TypeFlags.BigIntLiteral) return { kind: 'constant', text: checker.typeToString(type) };
  if (flags & ts.TypeFlags.String) return textShape(name, reading);
  if (flags & (ts.TypeFlags.Number | ts.TypeFlags.Enum)) return numberShape(name, reading);
  if (flags & ts.TypeFlags.BigInt)
    return {
      kind: 'wrapped',
      before: 'BigInt(',
      inner: numberShape(name, { ...reading, wholeNumbers: true }),
      after: ')',
    };
  if (flags & ts.TypeFlags.ESSymbolLike) return { kind: 'constant', text: "Symbol('a symbol')" };
  if (flags & ts.TypeFlags.TemplateLiteral) return templateShape(type as ts.TemplateLiteralType, reading);
  if (flags & ts.TypeFlags.StringMapping) return { kind: 'text', role: 'word', extent: 1 };
  if (flags & ts.TypeFlags.NonPrimitive) return { kind: 'record', properties: [] };
  if (flags & ts.TypeFlags.TypeParameter) return typeParameterShape(type, name, reading);
  if (flags & ts.TypeFlags.Index) return keyShape(type as ts.IndexType, name, reading);
  if (flags & ts.TypeFlags.Instantiable) return constraintShape(type, name, reading);
  if (type.isUnion()) return recursively(type, name, reading, (inner) => unionShape(type, name, inner));
  if (type.isIntersection()) return intersectionShape(type, name, reading);
  return objectShape(type, name, reading);
}

function templateShape(type: ts.TemplateLiteralType, reading: TypeReading): Shape {
  const shapes = type.types.map((part) =>
    part.flags & ts.TypeFlags.Number
      ? ({ kind: 'integer', range: { from: 0, below: 1000 } } as const)
      : shapeOfType(part, 'word', within(reading, 'element')),
  );
  return { kind: 'template', texts: type.texts, shapes };
}

/** Brands (`number & { __brand }`) are their primitive; intersections of objects are one record. */
function intersectionShape(type: ts.IntersectionType, name: string, reading: TypeReading): Shape {
  const primitive = type.types.find(
    (part) =>
      part.flags &
      (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.BigIntLike),
  );
  if (primitive !== undefined) return shapeOfType(primitive, name, reading);
  const special = type.types.find(
    (part) => reading.checker.isArrayLikeType(part) || part.getCallSignatures().length > 0 || part.isClass(),
  );
  if (special !== undefined) return shapeOfType(special, name, within(reading, 'same'));
  return recursively(type, name, reading, (inner) => recordShape(type, inner));
}

function objectShape(type: ts.Type, name: string, reading: TypeReading): Shape {
  const { checker } = reading;
  if (checker.isTupleType(type)) return tupleShape(type as ts.TupleTypeReference, name, reading);
  if (checker.isArrayType(type)) return listShape(checker.getTypeArguments(type as ts.TypeReference)[0], name, reading);
  const symbol = type.symbol as ts.Symbol | undefined;
  if (symbol !== undefined && isFromLibrary(symbol, reading.program)) {
    if (reading.isArgument && (symbol.name === 'Function' || symbol.name === 'Object')) {
      // `{Function} iteratee`, `{Object} source`: how it is used says more than its type.
      const guess = reading.withoutType(name, reading);
      if (guess.kind !== 'impossible' && guess !== undefinedShape) return guess;
    }
    const fromTable = symbol.name.startsWith('__') ? undefined : libraryTypeShape(symbol.name, type, name, reading);
    if (fromTable !== undefined) return fromTable;
    if (type.isClassOrInterface() || isInstantiated(type))
      return impossible(`it has type ${checker.typeToString(type)}, which Speedlens cannot make up`);
  }
  if (type.getCallSignatures().length > 0) return callbackShape(type, name, reading);
  if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Class) return instanceShape(symbol, reading);
  if (type.getConstructSignatures().length > 0)
    return impossible(`it is a class (${checker.typeToString(type)}), which Speedlens cannot choose`);
  return recursively(type, name, reading, (inner) => recordShape(type, inner));
}

function libraryTypeShape(symbolName: string, type: ts.Type, name: string, reading: TypeReading): Shape | undefined {
  const typeArguments = reading.checker.getTypeArguments(type as ts.TypeReference);
  const extent = reading.place === 'outer' ? 'size' : 5;
  const argument = (index: number): Shape => {
    const found = typeArguments[index];
    return found === undefined
      ? numberShape(name, within(reading, 'element'))
      : shapeOfType(found, name, within(reading, symbolName === 'Promise' ? 'same' : 'element'));
  };
  if (['ReadonlyArray', 'Iterable', 'ArrayLike'].includes(symbolName))
    return listShape(typeArguments[0], name, reading);
  return libraryShape(symbolName, { argument, extent, cells: extentOf(reading) });
}

function isInstantiated(type: ts.Type): boolean {
  return ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
}

function isFromLibrary(symbol: ts.Symbol, program: ts.Program): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile();
  return (
    file !== undefined &&
    (program.isSourceFileDefaultLibrary(file) || file.fileName.includes('/node_modules/@types/node/'))
  );
}

function tupleShape(type: ts.TupleTypeReference, name: string, reading: TypeReading): Shape {
  const elements: Shape[] = [];
  const inner = within(reading, 'element');
  reading.checker.getTypeArguments(type).forEach((element, index) => {
    const flags = type.target.elementFlags[index] ?? ts.ElementFlags.Required;
    if (flags & ts.ElementFlags.Optional) return;
    const shape = shapeOfType(element, type.target.labeledElementDeclarations?.[index]?.name.getText() ?? name, inner);
    // A rest element becomes three of its kind.
    elements.push(...(flags & ts.ElementFlags.Variable ? [shape, shape, shape] : [shape]));
  });
  return { kind: 'tuple', elements };
}

function recordShape(type: ts.Type, reading: TypeReading): Shape {
  const { checker } = reading;
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) {
    const index = checker.getIndexInfosOfType(type)[0];
    if (index !== undefined) {
      const keys = index.keyType.flags & ts.TypeFlags.Number ? 'numbers' : 'words';
      const value = shapeOfType(index.type, 'value', within(reading, 'element'));
      return { kind: 'dictionary', value, extent: reading.place === 'outer' ? 'size' : 5, keys };
    }
  }
  const isGrid = isGridOf(properties, checker);
  const shapes: { name: string; shape: Shape }[] = [];
  for (const property of properties) {
    // Well-known symbols as keys have no name that could be written down.
    if (property.name.startsWith('__@') || property.name.startsWith('__#')) continue;
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const propertyType = checker.getTypeOfSymbol(property);
    const isRead = !reading.isArgument || (reading.facts.readFields?.has(property.name) ?? true);
    if (isOptional && !isRead) continue;
    // What is not read stays small.
    const inside = within(reading, isRead ? 'property' : 'element');
    const shape = shapeOfType(propertyType, property.name, { ...inside, isOfGrid: isGrid });
    if (isOptional && (shape.kind === 'impossible' || isFunctionType(propertyType, checker))) continue;
    if (
      suggestsBackReference(property.name) &&
      shape.kind === 'one-of' &&
      shape.rarely?.kind === 'constant' &&
      shape.options.some((option) => option.kind === 'made')
    ) {
      shapes.push({ name: property.name, shape: shape.rarely });
      continue;
    }
    if (isOptional && shape.kind === 'made') {
      shapes.push({ name: property.name, shape: { kind: 'one-of', options: [shape], rarely: undefinedShape } });
      continue;
    }
    shapes.push({ name: property.name, shape });
  }
  return { kind: 'record', properties: shapes };
}

/** `{ width, height, data }`, `{ rows, cols, cells }`: an array of numbers with what says how many rows and columns it has. */
function isGridOf(properties: readonly ts.Symbol[], checker: ts.TypeChecker): boolean {
  const types = properties.map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) }));
  const dimensions = types.filter(({ name, type }) => isDimensionName(name) && type.flags & ts.TypeFlags.Number);
  const isOfNumbers = ({ type }: { readonly type: ts.Type }): boolean => {
    const element =
      type.flags & ts.TypeFlags.Object ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
    return element !== undefined && (element.flags & ts.TypeFlags.Number) !== 0;
  };
  return dimensions.length >= 2 && types.some(isOfNumbers);
}

function isFunctionType(type: ts.Type, checker: ts.TypeChecker): boolean {
  return checker.getNonNullableType(type).getCallSignatures().length > 0;
}
