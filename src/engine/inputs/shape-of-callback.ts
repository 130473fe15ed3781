// Functions as arguments: written from their parameters and their result type, as a person would write the shortest sensible one.
// A callback answers the same for the same arguments, so nothing in it is random.
import ts from 'typescript';
import type { CallbackParameter, Shape } from './input-shape.ts';
import { isPositionName, suggestsComparator } from './name-hints.ts';
import { type TypeReading, within } from './type-reading.ts';

/** One parameter of the callback, and the code that reads a plain value out of it. */
interface Handle {
  readonly parameter: CallbackParameter;
  /** `item.age`, `value`: an expression of type `of`. */
  readonly read: string;
  readonly of: 'number' | 'string' | 'boolean' | 'list' | 'other';
  /** A number in the middle of what the parameter is. */
  readonly middle: number;
  readonly type: ts.Type;
}

export function callbackShape(type: ts.Type, name: string, reading: TypeReading): Shape {
  const { checker } = reading;
  const signature = checker.getSignaturesOfType(type, ts.SignatureKind.Call)[0];
  if (signature === undefined) return { kind: 'callback', isAsync: false, parameters: [], body: 'undefined' };
  const promised = promisedType(signature.getReturnType(), checker);
  const isAsync = promised !== undefined;
  const result = promised ?? signature.getReturnType();
  const handles = signature.parameters.map((parameter) => handleOf(parameter, reading));
  const written = bodyOf(result, name, handles, signature, reading);
  if (written === undefined) {
    return {
      kind: 'callback',
      isAsync,
      parameters: [],
      body: reading.shapeOf(result, name, within(reading, 'element')),
    };
  }
  // Parameters after the last one that the body reads are left out.
  const last = handles.reduce(
    (found, handle, index) => (mentions(written, handle.parameter.name) ? index + 1 : found),
    0,
  );
  return {
    kind: 'callback',
    isAsync,
    parameters: handles.slice(0, last).map((handle) => handle.parameter),
    body: written,
  };
}

function promisedType(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return (type.symbol as ts.Symbol | undefined)?.name === 'Promise'
    ? checker.getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
}

function bodyOf(
  result: ts.Type,
  name: string,
  handles: readonly Handle[],
  signature: ts.Signature,
  reading: TypeReading,
): string | undefined {
  const { checker } = reading;
  const [first, second] = handles;
  const isPredicate = checker.getTypePredicateOfSignature(signature) !== undefined;
  if (result.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return 'undefined';
  if (first === undefined) return undefined;
  if (
    second !== undefined &&
    second.type === first.type &&
    first.type.flags & ts.TypeFlags.Instantiable &&
    result.flags & ts.TypeFlags.NumberLike
  ) {
    // Two values of a type that is not known: whatever is compared has an order.
    return comparison({ ...first, of: 'string' }, { ...second, of: 'string' });
  }
  const sameKind =
    second !== undefined &&
    second.of === first.of &&
    second.of !== 'other' &&
    isSameType(first.type, second.type, checker);
  if (isPredicate || result.flags & ts.TypeFlags.BooleanLike) {
    return sameKind && !isPredicate
      ? suggestsComparator(name)
        ? `${first.read} < ${second.read}`
        : `${first.read} === ${second.read}`
      : testOf(first);
  }
  const kind = kindOf(resolved(result, reading), checker);
  if (kind === 'number') {
    if (sameKind && (suggestsComparator(name) || /^(a|x|left|l|one|first)$/.test(first.parameter.name)))
      return comparison(first, second);
    if (
      second !== undefined &&
      first.of === 'number' &&
      second.of === 'number' &&
      !isPositionName(second.parameter.name)
    )
      return `${first.read} + ${second.read}`;
    if (first.of === 'number') return first.read === first.parameter.name ? `${first.read} * 2` : first.read;
    if (first.of === 'string' || first.of === 'list') return `${first.read}.length`;
    if (first.of === 'boolean') return `(${first.read} ? 1 : 0)`;
    return undefined;
  }
  if (kind === 'string') {
    if (first.of === 'string') return first.read;
    if (first.of === 'number') return `String(Math.floor(${first.read}) % 10)`;
    return first.of === 'boolean' ? `String(${first.read})` : undefined;
  }
  // Mappers to the same type, accumulators, `any`: what came in goes out.
  const passesThrough =
    result.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) || checker.isTypeAssignableTo(first.type, result);
  return passesThrough ? first.parameter.name : undefined;
}

function isSameType(one: ts.Type, other: ts.Type, checker: ts.TypeChecker): boolean {
  return one === other || (checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(other, one));
}

function testOf(handle: Handle): string | undefined {
  switch (handle.of) {
    case 'number':
      return `${handle.read} > ${handle.middle}`;
    case 'string':
      return `${handle.read}.length > 5`;
    case 'list':
      return `${handle.read}.length > 0`;
    case 'boolean':
      return handle.read;
    case 'other':
      return undefined;
  }
}

function comparison(first: Handle, second: Handle): string {
  if (first.of === 'number') return `${first.read} - ${second.read}`;
  if (first.of === 'string') return `${first.read} < ${second.read} ? -1 : ${first.read} > ${second.read} ? 1 : 0`;
  return first.of === 'list'
    ? `${first.read}.length - ${second.read}.length`
    : `Number(${first.read}) - Number(${second.read})`;
}

function handleOf(symbol: ts.Symbol, reading: TypeReading): Handle {
  const { checker } = reading;
  const name = /^[A-Za-z_$][\w$]*$/.test(symbol.name) && !symbol.name.startsWith('__') ? symbol.name : 'value';
  const type = resolved(checker.getTypeOfSymbol(symbol), reading);
  const kind = kindOf(type, checker);
  const bare = { read: name, middle: 500, type };
  if (kind === 'list') return { ...bare, of: 'list', parameter: { name, annotation: 'readonly unknown[]' } };
  if (kind !== 'other') return { ...bare, of: kind, parameter: { name, annotation: kind } };
  if (type.flags & ts.TypeFlags.Instantiable)
    return { ...bare, of: 'other', parameter: { name, annotation: 'string | number' } };
  const property = readableProperty(type, checker);
  if (property === undefined) return { ...bare, of: 'other', parameter: { name, annotation: 'unknown' } };
  const shape = reading.shapeOf(
    checker.getTypeOfSymbol(property.symbol),
    property.symbol.name,
    within(reading, 'property'),
  );
  const middle =
    (shape.kind === 'integer' || shape.kind === 'float') && shape.range.below !== 'size'
      ? (shape.range.from + shape.range.below) / 2
      : 500;
  return {
    parameter: { name, annotation: `{ ${property.symbol.name}: ${property.of} }` },
    read: `${name}.${property.symbol.name}`,
    of: property.of,
    middle,
    type,
  };
}

/** A property that a callback would look at: a number first, a string next. */
function readableProperty(
  type: ts.Type,
  checker: ts.TypeChecker,
): { readonly symbol: ts.Symbol; readonly of: 'number' | 'string' } | undefined {
  if (!(type.flags & ts.TypeFlags.Object)) return undefined;
  const named = checker.getPropertiesOfType(type).filter((symbol) => /^[A-Za-z_$][\w$]*$/.test(symbol.name));
  for (const of of ['number', 'string'] as const) {
    const symbol = named.find((candidate) => kindOf(checker.getTypeOfSymbol(candidate), checker) === of);
    if (symbol !== undefined) return { symbol, of };
  }
  return undefined;
}

function kindOf(type: ts.Type, checker: ts.TypeChecker): Handle['of'] {
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.StringLike) return type.flags & ts.TypeFlags.StringLiteral ? 'other' : 'string';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  // Everything is assignable from `any`, arrays included.
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)) return 'other';
  return checker.isArrayLikeType(type) ? 'list' : 'other';
}

/** What stands in for a type parameter: its constraint, or number, as in shape-of-type.ts. */
function resolved(type: ts.Type, reading: TypeReading): ts.Type {
  if (!(type.flags & ts.TypeFlags.TypeParameter)) return type;
  const substitute = reading.substitutes.get(type);
  if (substitute !== undefined) return resolved(substitute, reading);
  const constraint = reading.checker.getBaseConstraintOfType(type);
  if (constraint !== undefined && !(constraint.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any))) return constraint;
  return reading.keyedParameters.has(type) ? type : reading.checker.getNumberType();
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(^|[^\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(code);
}
