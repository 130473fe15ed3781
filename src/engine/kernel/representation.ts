// How values are kept: which numbers become 32-bit integers, and how wide the elements of an array are. An integer has no -0 and no NaN, so
// it stands for a number only where neither can be, or where nobody can tell.
import * as facts from '../source/ranges/number-fact.ts';
import type { KernelFacts } from './kernel-facts.ts';
import {
  type Arithmetic,
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type Local,
  type ResultKind,
  type TypedArrayName,
} from './kernel-ir.ts';
import type { MemoryInstruction, ValueType } from './wasm-bytes.ts';

/** What the reader of a value can tell: everything, everything but 0 from -0, or only what ToInt32 makes of it. */
export type Demand = 'exact' | 'zeros alike' | 'low 32 bits';

export function isInt32(fact: facts.NumberFact | undefined, demand: Demand = 'exact'): boolean {
  return (
    fact !== undefined &&
    facts.isInteger(fact) &&
    fact.low >= facts.int32.low &&
    fact.high <= facts.int32.high &&
    (demand !== 'exact' || !fact.negativeZero)
  );
}

/** An integer that a double holds exactly, so that arithmetic on such integers is exact too while it stays among them. */
export function isExactInteger(fact: facts.NumberFact | undefined): boolean {
  return (
    fact !== undefined &&
    facts.isInteger(fact) &&
    fact.low >= Number.MIN_SAFE_INTEGER &&
    fact.high <= Number.MAX_SAFE_INTEGER
  );
}

export function typeOfLocal(local: Local, known: KernelFacts): ValueType {
  if (local.kind === 'boolean') return 'i32';
  return isInt32(known.ofLocal(local)) || known.wordOf?.(local) !== undefined ? 'i32' : 'f64';
}

export function typeOfResult(kernel: KernelFunction, known: KernelFacts): ValueType | undefined {
  const result: ResultKind = kernel.result;
  if (result === 'nothing') return undefined;
  if (result === 'boolean' || typeof result === 'object') return 'i32';
  return isInt32(known.ofResult(kernel)) ? 'i32' : 'f64';
}

export interface Storage {
  /** The typed array that a view of the memory is. */
  readonly name: TypedArrayName;
  /** Logarithm of the bytes of one element. */
  readonly shift: 0 | 1 | 2 | 3;
  readonly load: MemoryInstruction;
  readonly store: MemoryInstruction;
}

const storages: Readonly<Record<TypedArrayName, Omit<Storage, 'name'>>> = {
  Int8Array: { shift: 0, load: 'i32.load8_s', store: 'i32.store8' },
  Uint8Array: { shift: 0, load: 'i32.load8_u', store: 'i32.store8' },
  Uint8ClampedArray: { shift: 0, load: 'i32.load8_u', store: 'i32.store8' },
  Int16Array: { shift: 1, load: 'i32.load16_s', store: 'i32.store16' },
  Uint16Array: { shift: 1, load: 'i32.load16_u', store: 'i32.store16' },
  Int32Array: { shift: 2, load: 'i32.load', store: 'i32.store' },
  Uint32Array: { shift: 2, load: 'i32.load', store: 'i32.store' },
  Float32Array: { shift: 2, load: 'f32.load', store: 'f32.store' },
  Float64Array: { shift: 3, load: 'f64.load', store: 'f64.store' },
};

export function storageOf(array: ArrayLocal | ArrayGroup, known: KernelFacts): Storage {
  const group = groupOf(array);
  const name = group.typedName ?? narrowest(group, known.ofElements(group));
  return { name, ...storages[name] };
}

function narrowest(group: ArrayGroup, elements: facts.NumberFact): TypedArrayName {
  if (group.elements === 'boolean') return 'Uint8Array';
  if (!isInt32(elements)) return 'Float64Array';
  if (elements.low >= 0 && elements.high <= 255) return 'Uint8Array';
  return 'Int32Array';
}

/** Whether the expression can be computed in 32-bit integers from integers. */
export function isIntegerCode(expression: Expression, known: KernelFacts, demand: Demand): boolean {
  const fact = known.of(expression);
  if (!isInt32(fact, demand)) return false;
  switch (expression.kind) {
    case 'constant':
    case 'length':
    case 'place':
      return true;
    case 'local':
    case 'assign':
    case 'postfix':
      return typeOfLocal(expression.local, known) === 'i32';
    case 'arithmetic':
      return isIntegerArithmetic(expression, known, demand);
    case 'negate':
      return isIntegerCode(expression.operand, known, 'zeros alike');
    case 'math':
      return isIntegerMath(expression, known, demand);
    case 'choose':
      return isIntegerCode(expression.whenTrue, known, demand) && isIntegerCode(expression.whenFalse, known, demand);
    case 'sequence':
      return isIntegerCode(expression.last, known, demand);
    case 'read': {
      const { name } = storageOf(expression.array, known);
      return name !== 'Float32Array' && name !== 'Float64Array' && name !== 'Uint32Array';
    }
    case 'call':
      return typeOfResult(expression.callee, known) === 'i32';
    default:
      return false;
  }
}

function isIntegerArithmetic(
  { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
  known: KernelFacts,
  _demand: Demand,
): boolean {
  if (bitOperators.has(operator)) return true;
  switch (operator) {
    case '+':
    case '-':
    case '*':
      return areIntegers([left, right], known);
    case '%': {
      const divisor = known.of(right);
      const isNeverZero = divisor !== undefined && (divisor.low > 0 || divisor.high < 0);
      return isNeverZero && areIntegers([left, right], known);
    }
    default:
      return false;
  }
}

export const bitOperators: ReadonlySet<Arithmetic> = new Set(['&', '|', '^', '<<', '>>', '>>>']);

/** Whether what ToInt32 makes of the number is computed in 32-bit integers. */
export function isWrappedCode(expression: Expression, known: KernelFacts): boolean {
  if (isIntegerCode(expression, known, 'zeros alike')) return true;
  switch (expression.kind) {
    case 'constant':
      return true;
    case 'local':
    case 'assign':
      return known.wordOf?.(expression.local) !== undefined;
    case 'choose':
      return isWrappedCode(expression.whenTrue, known) && isWrappedCode(expression.whenFalse, known);
    case 'sequence':
      return isWrappedCode(expression.last, known);
    case 'read':
      return storageOf(expression.array, known).name === 'Uint32Array';
    case 'arithmetic':
      if (bitOperators.has(expression.operator) || integerQuotient(expression, 'trunc', known) !== undefined)
        return true;
      return (
        isWrappedArithmetic(expression, known) &&
        isWrappedCode(expression.left, known) &&
        isWrappedCode(expression.right, known)
      );
    default:
      return false;
  }
}

/** A sum, a difference or a product that 32 bits give modulo 2^32: it is an integer that a double holds, and so are its parts. */
export function isWrappedArithmetic(
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  known: KernelFacts,
): boolean {
  const { operator, left, right } = expression;
  if (!isSumOrProduct(operator) || ![expression, left, right].every((one) => isExactInteger(known.of(one))))
    return false;
  // Two conversions instead of one would be no gain.
  return isWrappedCode(left, known) || isWrappedCode(right, known);
}

/** Whether `a === b` of numbers that 32 bits do not hold can be told from their bits: they are integers less than 2^32 apart. */
export function isWordEquality(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  known: KernelFacts,
): boolean {
  const [a, b] = [known.of(left), known.of(right)];
  if ((operator !== '===' && operator !== '!==') || !isExactInteger(a) || !isExactInteger(b) || !a || !b) return false;
  const isNear = a.high - b.low < 2 ** 32 && b.high - a.low < 2 ** 32;
  return isNear && isWrappedCode(left, known) && isWrappedCode(right, known);
}

/** The same for being other than zero. */
export function isWordTruth(operand: Expression, known: KernelFacts): boolean {
  const fact = known.of(operand);
  if (!isExactInteger(fact) || fact === undefined || fact.low <= -(2 ** 32) || fact.high >= 2 ** 32) return false;
  return isWrappedCode(operand, known);
}

function isIntegerMath(
  { operation, operands }: Extract<Expression, { kind: 'math' }>,
  known: KernelFacts,
  demand: Demand,
): boolean {
  const [first, second] = operands;
  if (first === undefined) return false;
  switch (operation) {
    case 'clz32':
    case 'imul':
      return true;
    case 'abs':
      return areIntegers([first], known);
    case 'min':
    case 'max':
      return second !== undefined && isIntegerCode(first, known, demand) && isIntegerCode(second, known, demand);
    case 'floor':
    case 'trunc':
    case 'ceil':
    case 'round':
      return true;
    default:
      return false;
  }
}

/**
 * Whether the number is a sum, a difference or a product of 32-bit integers that a double holds exactly, so that 64 bits hold it as well.
 * Signs of zeros are lost.
 */
export function isLongCode(expression: Expression, known: KernelFacts): boolean {
  if (isIntegerCode(expression, known, 'zeros alike')) return true;
  if (expression.kind !== 'arithmetic' || !isSumOrProduct(expression.operator)) return false;
  return (
    isExactInteger(known.of(expression)) && [expression.left, expression.right].every((one) => isLongCode(one, known))
  );
}

/**
 * An index that 64 bits tell as well as a double: exact, or one product of 32-bit integers with a few more of them added. Where the product
 * is so large that a double would round it, the index lies outside of every array both ways.
 */
export function isIndexCode(expression: Expression, known: KernelFacts, depth = 0): boolean {
  if (isLongCode(expression, known)) return true;
  if (expression.kind !== 'arithmetic' || depth > longestIndexSum) return false;
  const { operator, left, right } = expression;
  if (operator === '*') return areIntegers([left, right], known);
  if (operator !== '+' && operator !== '-') return false;
  return (
    (isIndexCode(left, known, depth + 1) && areIntegers([right], known)) ||
    (areIntegers([left], known) && isIndexCode(right, known, depth + 1))
  );
}

const longestIndexSum = 8;

function isSumOrProduct(operator: string): boolean {
  return operator === '+' || operator === '-' || operator === '*';
}

function areIntegers(expressions: readonly Expression[], known: KernelFacts): boolean {
  return expressions.every((expression) => isIntegerCode(expression, known, 'zeros alike'));
}

/** `a / b` of integers whose quotient, without its fraction, is what an integer division gives. */
export function integerQuotient(
  expression: Expression,
  rounding: 'trunc' | 'floor',
  known: KernelFacts,
): { readonly left: Expression; readonly right: Expression } | undefined {
  if (expression.kind !== 'arithmetic' || expression.operator !== '/') return undefined;
  const { left, right } = expression;
  const [a, b] = [known.of(left), known.of(right)];
  if (a === undefined || b === undefined || !areIntegers([left, right], known)) return undefined;
  const isNeverZero = b.low > 0 || b.high < 0;
  const mayOverflow = a.low === facts.int32.low && b.low <= -1 && b.high >= -1;
  if (!isNeverZero || mayOverflow) return undefined;
  return rounding === 'trunc' || (a.low >= 0 && b.low > 0) ? { left, right } : undefined;
}
