// Arithmetic and Math as instructions on doubles and on 32-bit integers.
import { writeIntegerRemainder } from './emit-routines.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { KernelFacts } from './kernel-facts.ts';
import type { Arithmetic, Expression, Local } from './kernel-ir.ts';
import { bitOperators, type Demand, integerQuotient, isExactInteger, isIntegerCode } from './representation.ts';
import type { PlainInstruction } from './wasm-bytes.ts';

const floatInstructions: Partial<Record<Arithmetic, PlainInstruction>> = {
  '+': 'f64.add',
  '-': 'f64.sub',
  '*': 'f64.mul',
  '/': 'f64.div',
};

export const integerInstructions: Partial<Record<Arithmetic, PlainInstruction>> = {
  '+': 'i32.add',
  '-': 'i32.sub',
  '*': 'i32.mul',
  '&': 'i32.and',
  '|': 'i32.or',
  '^': 'i32.xor',
  '<<': 'i32.shl',
  '>>': 'i32.shr_s',
  '>>>': 'i32.shr_u',
};

export function emitDoubleArithmetic(
  to: FunctionEmission,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
): void {
  const { code, module } = to;
  const { operator, left, right } = expression;
  const instruction = floatInstructions[operator];
  if (operator === '/' && right.kind === 'constant' && isPowerOfTwo(right.value)) {
    // The same rounding of the same value, without the latency of a division.
    to.double(left);
    code.f64(1 / right.value);
    code.op('f64.mul');
  } else if (instruction !== undefined) {
    to.double(left);
    to.double(right);
    code.op(instruction);
  } else if (operator === '%') emitDoubleRemainder(to, left, right);
  else if (isSquare(expression)) {
    const x = to.scratch('f64');
    to.double(left);
    code.local('tee', x);
    code.local('get', x);
    code.op('f64.mul');
  } else if (operator === '**') {
    to.double(left);
    to.double(right);
    code.call(module.importIndex('pow'));
  } else {
    to.lowBits(left);
    to.lowBits(right);
    code.op(integerInstructions[operator] ?? 'i32.or');
    code.op(operator === '>>>' ? 'f64.convert_i32_u' : 'f64.convert_i32_s');
  }
}

/** `x ** 2`: V8's own compilers multiply, and its function gives the same. */
export function isSquare({ operator, right }: Extract<Expression, { kind: 'arithmetic' }>): boolean {
  return operator === '**' && right.kind === 'constant' && right.value === 2;
}

function emitDoubleRemainder(to: FunctionEmission, left: Expression, right: Expression): void {
  const { code, module } = to;
  if (right.kind === 'constant' && isPowerOfTwo(right.value)) {
    // Dividing by a power of two is exact, or so small that its integer part is zero all the same.
    const x = to.scratch('f64');
    to.double(left);
    code.local('tee', x);
    code.local('get', x);
    code.f64(1 / right.value);
    code.op('f64.mul', 'f64.trunc');
    code.f64(right.value);
    code.op('f64.mul', 'f64.sub');
    code.local('get', x);
    code.op('f64.copysign');
    return;
  }
  const [a, b] = [module.facts.of(left), module.facts.of(right)];
  const isSimple =
    isExactInteger(a) && isExactInteger(b) && a !== undefined && a.low >= 0 && !a.negativeZero && b !== undefined;
  if (!isSimple || (b.low <= 0 && b.high >= 0)) {
    to.double(left);
    to.double(right);
    code.call(module.routineIndex('remainder'));
    return;
  }
  const [x, y] = [to.scratch('f64'), to.scratch('f64')];
  to.double(left);
  code.local('set', x);
  to.double(right);
  code.local('set', y);
  writeIntegerRemainder(code, x, y);
}

export function isPowerOfTwo(value: number): boolean {
  return value >= 1 && value <= 2 ** 60 && Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value;
}

export function emitIntegerArithmetic(
  to: FunctionEmission,
  { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
): void {
  const { code, module } = to;
  if (operator === '%' && wrapsAround(left, right, module.facts)) {
    emitWrappedAround(to, left, right);
    return;
  }
  const emit = bitOperators.has(operator)
    ? (one: Expression) => to.lowBits(one)
    : (one: Expression) => to.integer(one, 'zeros alike');
  // `x | 0` is x as it has been converted already.
  if (operator === '|' && right.kind === 'constant' && right.value === 0) {
    emit(left);
    return;
  }
  emit(left);
  emit(right);
  if (operator === '%') code.op(areUnsigned([left, right], module.facts) ? 'i32.rem_u' : 'i32.rem_s');
  else code.op(integerInstructions[operator] ?? 'i32.or');
}

/** `(i + offset + n) % n` of numbers without a sign: mostly less than 2 n, and so no division is needed. */
function wrapsAround(left: Expression, right: Expression, known: KernelFacts): boolean {
  return areUnsigned([left, right], known) && right.kind === 'local' && isAddedTo(left, right.local);
}

/** Engines look for a divisor of -1 where there are signs. */
function areUnsigned(expressions: readonly Expression[], known: KernelFacts): boolean {
  return expressions.every((one) => (known.of(one)?.low ?? -1) >= 0);
}

function isAddedTo(sum: Expression, local: Local): boolean {
  if (sum.kind !== 'arithmetic' || sum.operator !== '+') return false;
  return [sum.left, sum.right].some((part) => (part.kind === 'local' ? part.local === local : isAddedTo(part, local)));
}

function emitWrappedAround(to: FunctionEmission, left: Expression, right: Expression): void {
  const { code } = to;
  const [value, divisor, rest] = [to.scratch('i32'), to.scratch('i32'), to.scratch('i32')];
  const isRest = (local: number): void => {
    code.local('get', local);
    code.local('get', divisor);
    code.op('i32.lt_u');
    code.open('if', 'i32');
    code.local('get', local);
    code.op('else');
  };
  to.integer(left, 'zeros alike');
  code.local('tee', value);
  to.integer(right, 'zeros alike');
  code.local('tee', divisor);
  code.op('i32.sub');
  code.local('set', rest);
  isRest(rest);
  isRest(value);
  code.local('get', value);
  code.local('get', divisor);
  code.op('i32.rem_u', 'end', 'end');
}

export function emitDoubleMath(to: FunctionEmission, expression: Extract<Expression, { kind: 'math' }>): void {
  const { code, module } = to;
  const { operation, operands } = expression;
  if (operation === 'clz32' || operation === 'imul') {
    emitIntegerMath(to, expression, 'exact');
    code.op('f64.convert_i32_s');
    return;
  }
  for (const operand of operands) to.double(operand);
  if (operation === 'fround') code.op('f32.demote_f64', 'f64.promote_f32');
  else if (operation === 'round' || operation === 'sign') code.call(module.routineIndex(operation));
  else code.op(`f64.${operation}`);
}

export function emitIntegerMath(
  to: FunctionEmission,
  expression: Extract<Expression, { kind: 'math' }>,
  demand: Demand,
): void {
  const { code, module } = to;
  const { operation, operands } = expression;
  const [first, second] = operands;
  if (first === undefined) return;
  switch (operation) {
    case 'clz32':
      to.lowBits(first);
      code.op('i32.clz');
      return;
    case 'imul':
      to.lowBits(first);
      if (second !== undefined) to.lowBits(second);
      code.op('i32.mul');
      return;
    case 'abs': {
      const x = to.scratch('i32');
      to.integer(first, 'zeros alike');
      code.local('set', x);
      code.local('get', x);
      code.i32(0);
      code.local('get', x);
      code.op('i32.sub');
      code.local('get', x);
      code.i32(0);
      code.op('i32.ge_s', 'select');
      return;
    }
    case 'min':
    case 'max': {
      const [a, b] = [to.scratch('i32'), to.scratch('i32')];
      to.integer(first, demand);
      code.local('set', a);
      if (second !== undefined) to.integer(second, demand);
      code.local('set', b);
      code.local('get', a);
      code.local('get', b);
      code.local('get', a);
      code.local('get', b);
      code.op(operation === 'min' ? 'i32.lt_s' : 'i32.gt_s', 'select');
      return;
    }
    default: {
      const quotient =
        operation === 'trunc' || operation === 'floor' ? integerQuotient(first, operation, module.facts) : undefined;
      if (quotient !== undefined) {
        to.integer(quotient.left, 'zeros alike');
        to.integer(quotient.right, 'zeros alike');
        code.op('i32.div_s');
      } else if (isIntegerCode(first, module.facts, demand)) to.integer(first, demand);
      else {
        emitDoubleMath(to, expression);
        code.op('i32.trunc_sat_f64_s');
      }
    }
  }
}
