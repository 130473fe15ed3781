// What the operations of a kernel do to facts, on top of the arithmetic of source/ranges.
import * as arithmetic from '../source/ranges/number-arithmetic.ts';
import * as facts from '../source/ranges/number-fact.ts';
import type { Arithmetic, ImportedFunction, MathOperation, ResultKind, TypedArrayName } from './kernel-ir.ts';

type NumberFact = facts.NumberFact;

const transfers: Readonly<Record<Arithmetic, (a: NumberFact, b: NumberFact) => NumberFact>> = {
  '+': arithmetic.add,
  '-': arithmetic.subtract,
  '*': arithmetic.multiply,
  '/': arithmetic.divide,
  '%': arithmetic.remainder,
  '**': arithmetic.power,
  '&': arithmetic.bitAnd,
  '|': arithmetic.bitOr,
  '^': arithmetic.bitXor,
  '<<': arithmetic.shiftLeft,
  '>>': arithmetic.shiftRight,
  '>>>': arithmetic.shiftRightUnsigned,
};

export function arithmeticFact(operator: Arithmetic, left: NumberFact, right: NumberFact): NumberFact {
  return transfers[operator](left, right);
}

export function libraryFact(name: MathOperation | ImportedFunction, operands: readonly NumberFact[]): NumberFact {
  const [first = facts.anyNumber, second = facts.anyNumber] = operands;
  switch (name) {
    case 'abs':
      return arithmetic.absolute(first);
    case 'floor':
      return arithmetic.rounded(first, Math.floor, false);
    case 'ceil':
      return arithmetic.rounded(first, Math.ceil, true);
    case 'round':
      return arithmetic.rounded(first, Math.round, true);
    case 'trunc':
      return arithmetic.rounded(first, Math.trunc, true);
    case 'sqrt':
      return {
        ...facts.anyNumber,
        low: 0,
        high: first.high >= 0 ? Math.sqrt(first.high) : Infinity,
        negativeZero: first.negativeZero,
        nan: first.nan || first.low < 0,
      };
    case 'sign':
      return { ...facts.integersBetween(-1, 1), nan: first.nan, negativeZero: first.negativeZero };
    case 'clz32':
      return facts.integersBetween(0, 32);
    case 'imul':
      return facts.int32;
    case 'min':
      return arithmetic.minimum(first, second);
    case 'max':
      return arithmetic.maximum(first, second);
    default:
      return facts.anyNumber;
  }
}

const elementFacts: Readonly<Record<TypedArrayName, NumberFact>> = {
  Int8Array: facts.integersBetween(-128, 127),
  Uint8Array: facts.integersBetween(0, 255),
  Uint8ClampedArray: facts.integersBetween(0, 255),
  Int16Array: facts.integersBetween(-32_768, 32_767),
  Uint16Array: facts.integersBetween(0, 65_535),
  Int32Array: facts.int32,
  Uint32Array: facts.integersBetween(0, 2 ** 32 - 1),
  Float32Array: facts.anyNumber,
  Float64Array: facts.anyNumber,
};

export function elementFact(name: TypedArrayName): NumberFact {
  return elementFacts[name];
}

/** Undefined as long as the function is not known to come to an end. */
export function resultOf(result: ResultKind, fact: NumberFact | undefined, ends: boolean): NumberFact | undefined {
  if (!ends) return undefined;
  return result === 'number' ? fact : facts.integersBetween(0, 1);
}
