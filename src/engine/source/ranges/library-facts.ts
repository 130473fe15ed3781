// What the language's library says about numbers: constants, lengths, Math, elements of typed arrays. Keyed by the checker's symbols, so
// that a shadowed `Math` or a user's own `length` never matches.
import ts from 'typescript';
import { bare } from './expressions.ts';
import * as arithmetic from './number-arithmetic.ts';
import type { NumberFact } from './number-fact.ts';
import * as facts from './number-fact.ts';

/** V8 has no longer strings (2^29 - 24 on 64-bit machines); see String::kMaxLength. */
const longestString = 2 ** 30;
export const longestArray = 2 ** 32 - 1;
/**
 * V8 holds no plain array with more filled elements than this (FixedArray::kMaxLength): the allocation or the filling of a longer one
 * ends in a RangeError or kills the process, before any of its elements could be used.
 */
export const longestFilledArray = 2 ** 27;

export function isLibrarySymbol(symbol: ts.Symbol | undefined): boolean {
  const declarations = symbol?.declarations ?? [];
  return declarations.length > 0 && declarations.every((declaration) => declaration.getSourceFile().isDeclarationFile);
}

/** The name, when the identifier means the global of that name. */
export function globalName(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  if (node.text === 'undefined') return 'undefined';
  return isLibrarySymbol(checker.getSymbolAtLocation(node)) ? node.text : undefined;
}

const globalNumbers: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['Number.MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER],
  ['Number.MIN_SAFE_INTEGER', Number.MIN_SAFE_INTEGER],
  ['Number.MAX_VALUE', Number.MAX_VALUE],
  ['Number.MIN_VALUE', Number.MIN_VALUE],
  ['Number.EPSILON', Number.EPSILON],
  ['Number.POSITIVE_INFINITY', Infinity],
  ['Number.NEGATIVE_INFINITY', -Infinity],
  ['Number.NaN', Number.NaN],
  ['Math.PI', Math.PI],
  ['Math.E', Math.E],
]);

export function globalFact(node: ts.Expression, checker: ts.TypeChecker): NumberFact | undefined {
  const root = ts.isPropertyAccessExpression(node) ? bare(node.expression) : node;
  if (
    !ts.isIdentifier(root) ||
    !globalNumbers.has(
      ts.isIdentifier(node) ? root.text : `${root.text}.${(node as ts.PropertyAccessExpression).name.text}`,
    )
  ) {
    return undefined;
  }
  if (globalName(root, checker) === undefined) return undefined;
  const name = ts.isPropertyAccessExpression(node) ? `${root.text}.${node.name.text}` : root.text;
  const value = globalNumbers.get(name);
  return value === undefined ? undefined : facts.exactly(value);
}

/** `.length` of strings, arrays and typed arrays. */
export function lengthFact(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): NumberFact | undefined {
  if (node.name.text !== 'length' || node.questionDotToken !== undefined) return undefined;
  const longest = longestOf(checker.getTypeAtLocation(node.expression), checker);
  return longest === undefined ? undefined : facts.integersBetween(0, longest);
}

const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Null;

function longestOf(type: ts.Type, checker: ts.TypeChecker): number | undefined {
  if (type.isUnion()) {
    // undefined and null have no length: reading it throws, so the value comes from the others.
    const each = type.types.filter((member) => !(member.flags & absent)).map((member) => longestOf(member, checker));
    return each.every((value) => value !== undefined) ? Math.max(...each) : undefined;
  }
  if (type.flags & ts.TypeFlags.StringLike) return longestString;
  if (checker.isTupleType(type) || checker.isArrayType(type)) return longestArray;
  return typedArrayName(type) === undefined ? undefined : longestArray;
}

const elementRanges: ReadonlyMap<string, NumberFact> = new Map([
  ['Int8Array', facts.integersBetween(-128, 127)],
  ['Uint8Array', facts.integersBetween(0, 255)],
  ['Uint8ClampedArray', facts.integersBetween(0, 255)],
  ['Int16Array', facts.integersBetween(-32_768, 32_767)],
  ['Uint16Array', facts.integersBetween(0, 65_535)],
  ['Int32Array', facts.int32],
  ['Uint32Array', facts.integersBetween(0, 2 ** 32 - 1)],
  ['Float32Array', facts.anyNumber],
  ['Float64Array', facts.anyNumber],
]);

export function typedArrayName(type: ts.Type): string | undefined {
  const symbol = type.getSymbol();
  return symbol && elementRanges.has(symbol.name) && isLibrarySymbol(symbol) ? symbol.name : undefined;
}

export function typedElementFact(type: ts.Type): NumberFact | undefined {
  const name = typedArrayName(type);
  return name === undefined ? undefined : elementRanges.get(name);
}

/** What a declared type promises. */
export function typeFact(type: ts.Type): NumberFact {
  const parts = type.isUnion() ? type.types : [type];
  let result: NumberFact | undefined;
  for (const part of parts) {
    const fact = partFact(part);
    result = result === undefined ? fact : facts.join(result, fact);
  }
  return result ?? facts.anyValue;
}

function partFact(type: ts.Type): NumberFact {
  // A literal type is not believed to the digit: only that it is a number.
  if (type.flags & ts.TypeFlags.NumberLike) return facts.anyNumber;
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return facts.noNumber;
  return facts.anyValue;
}

type CallFact = (values: readonly NumberFact[]) => NumberFact;

const unary =
  (transfer: (value: NumberFact) => NumberFact): CallFact =>
  ([value]) =>
    value === undefined ? facts.anyNumber : transfer(value);

const bounded = (low: number, high: number) =>
  unary((value) => ({ ...facts.anyNumber, low, high, other: value.other }));

const mathFacts: ReadonlyMap<string, CallFact> = new Map([
  ['min', (values: readonly NumberFact[]) => values.reduce(arithmetic.minimum, facts.exactly(Infinity))],
  ['max', (values: readonly NumberFact[]) => values.reduce(arithmetic.maximum, facts.exactly(-Infinity))],
  ['floor', unary((value) => arithmetic.rounded(value, Math.floor, false))],
  ['ceil', unary((value) => arithmetic.rounded(value, Math.ceil, true))],
  ['round', unary((value) => arithmetic.rounded(value, Math.round, true))],
  ['trunc', unary((value) => arithmetic.rounded(value, Math.trunc, true))],
  ['abs', unary(arithmetic.absolute)],
  ['imul', (values: readonly NumberFact[]) => ({ ...facts.int32, other: values.some((value) => value.other) })],
  [
    'clz32',
    (values: readonly NumberFact[]) => ({
      ...facts.integersBetween(0, 32),
      other: values.some((value) => value.other),
    }),
  ],
  ['sin', bounded(-1, 1)],
  ['cos', bounded(-1, 1)],
  ['sqrt', bounded(0, Infinity)],
  ...[
    'pow',
    'exp',
    'log',
    'log2',
    'log10',
    'hypot',
    'atan',
    'atan2',
    'tan',
    'cbrt',
    'sign',
    'fround',
    'tanh',
    'asin',
    'acos',
    'expm1',
    'log1p',
  ].map(
    (name) =>
      [
        name,
        (values: readonly NumberFact[]) => ({ ...facts.anyNumber, other: values.some((value) => value.other) }),
      ] as const,
  ),
]);

/** The result of a call of the library; undefined when it is not one that is known here. */
export function libraryCallFact(
  node: ts.CallExpression,
  values: readonly NumberFact[],
  checker: ts.TypeChecker,
): NumberFact | undefined {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || node.questionDotToken !== undefined) return undefined;
  const receiver = bare(callee.expression);
  if (globalName(receiver, checker) === 'Math') {
    const hasSpread = node.arguments.some(ts.isSpreadElement);
    return hasSpread ? undefined : mathFacts.get(callee.name.text)?.(values);
  }
  const isString = (checker.getTypeAtLocation(receiver).flags & ts.TypeFlags.StringLike) !== 0;
  if (isString && callee.name.text === 'charCodeAt') return { ...facts.integersBetween(0, 65_535), nan: true };
  return isString && callee.name.text === 'indexOf' ? facts.integersBetween(-1, longestString) : undefined;
}
