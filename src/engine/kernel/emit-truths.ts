// Conditions, as values and as branches.
import { isPowerOfTwo } from './emit-arithmetic.ts';
import { emitLong } from './emit-elements.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { Expression } from './kernel-ir.ts';
import { isIntegerCode, isLongCode, isWordEquality, isWordTruth } from './representation.ts';
import type { PlainInstruction } from './wasm-bytes.ts';

const integerComparisons = {
  '<': 'i32.lt_s',
  '<=': 'i32.le_s',
  '>': 'i32.gt_s',
  '>=': 'i32.ge_s',
  '===': 'i32.eq',
  '!==': 'i32.ne',
} as const;
const longComparisons = {
  '<': 'i64.lt_s',
  '<=': 'i64.le_s',
  '>': 'i64.gt_s',
  '>=': 'i64.ge_s',
  '===': 'i64.eq',
  '!==': 'i64.ne',
} as const;
const doubleComparisons = {
  '<': 'f64.lt',
  '<=': 'f64.le',
  '>': 'f64.gt',
  '>=': 'f64.ge',
  '===': 'f64.eq',
  '!==': 'f64.ne',
} as const;

/** Leaves 1 or 0. */
export function emitTruth(to: FunctionEmission, expression: Expression): void {
  const { code, module } = to;
  switch (expression.kind) {
    case 'truth':
      code.i32(expression.value ? 1 : 0);
      return;
    case 'compare': {
      const { left, right, operator } = expression;
      if (emitDivisible(to, expression)) return;
      const areIntegers = [left, right].every(
        (side) => isTruth(side) || isIntegerCode(side, module.facts, 'zeros alike'),
      );
      if (!areIntegers && isWordEquality(expression, module.facts)) {
        to.lowBits(left);
        to.lowBits(right);
        code.op(integerComparisons[operator]);
        return;
      }
      if (!areIntegers && [left, right].every((side) => isLongCode(side, module.facts))) {
        emitLong(to, left);
        emitLong(to, right);
        code.op(longComparisons[operator]);
        return;
      }
      for (const side of [left, right]) {
        if (areIntegers) to.integer(side, 'zeros alike');
        else to.double(side, 'zeros alike');
      }
      code.op(areIntegers ? integerComparisons[operator] : doubleComparisons[operator]);
      return;
    }
    case 'not':
      emitTruth(to, expression.operand);
      code.op('i32.eqz');
      return;
    case 'both':
    case 'either':
      emitTruth(to, expression.left);
      code.open('if', 'i32');
      if (expression.kind === 'either') code.i32(1);
      else emitTruth(to, expression.right);
      code.op('else');
      if (expression.kind === 'either') emitTruth(to, expression.right);
      else code.i32(0);
      code.op('end');
      return;
    case 'isTruthy':
      if (isIntegerCode(expression.operand, module.facts, 'zeros alike')) {
        to.integer(expression.operand, 'zeros alike');
        code.i32(0);
        code.op('i32.ne');
      } else if (isTruth(expression.operand)) emitTruth(to, expression.operand);
      else if (isWordTruth(expression.operand, module.facts)) {
        to.lowBits(expression.operand);
        code.i32(0);
        code.op('i32.ne');
      } else {
        to.double(expression.operand, 'zeros alike');
        code.op('f64.abs');
        code.f64(0);
        code.op('f64.gt');
      }
      return;
    case 'test':
      emitTest(to, expression);
      return;
    default:
      to.integer(expression);
  }
}

/** Branches to the block at `depth` when the condition comes out as asked, without making a value of it on the way. */
export function emitBranch(to: FunctionEmission, condition: Expression, when: boolean, depth: number): void {
  const { code } = to;
  switch (condition.kind) {
    case 'not':
      emitBranch(to, condition.operand, !when, depth);
      return;
    case 'both':
    case 'either': {
      const isDecidedByOne = (condition.kind === 'either') === when;
      if (isDecidedByOne) {
        emitBranch(to, condition.left, when, depth);
        emitBranch(to, condition.right, when, depth);
        return;
      }
      code.open('block');
      emitBranch(to, condition.left, !when, code.depth);
      emitBranch(to, condition.right, when, depth);
      code.op('end');
      return;
    }
    default:
      emitTruth(to, condition);
      if (!when) code.op('i32.eqz');
      code.branch('br_if', code.depth - depth);
  }
}

/** `x % 2 === 0` of an integer in a double: whether x / 2 has no fraction. Infinities give NaN, here as there. */
function emitDivisible(
  to: FunctionEmission,
  { left, right, operator }: Extract<Expression, { kind: 'compare' }>,
): boolean {
  if (left.kind !== 'arithmetic' || left.operator !== '%' || right.kind !== 'constant' || right.value !== 0)
    return false;
  const { code, module } = to;
  const [value, divisor] = [left.left, left.right];
  const isDivisible = divisor.kind === 'constant' && isPowerOfTwo(divisor.value);
  const isInteger = module.facts.of(value)?.integer === true && !isIntegerCode(value, module.facts, 'zeros alike');
  if (!isDivisible || !isInteger || (operator !== '===' && operator !== '!==')) return false;
  const quotient = to.scratch('f64');
  to.double(value, 'zeros alike');
  code.f64(1 / divisor.value);
  code.op('f64.mul');
  code.local('tee', quotient);
  code.local('get', quotient);
  code.op('f64.trunc', 'f64.sub');
  code.f64(0);
  code.op(operator === '===' ? 'f64.eq' : 'f64.ne');
  return true;
}

function isTruth(expression: Expression): boolean {
  switch (expression.kind) {
    case 'truth':
    case 'compare':
    case 'not':
    case 'both':
    case 'either':
    case 'isTruthy':
    case 'test':
      return true;
    case 'local':
    case 'assign':
      return expression.local.kind === 'boolean';
    case 'choose':
      return isTruth(expression.whenTrue);
    case 'sequence':
      return isTruth(expression.last);
    case 'read':
      return expression.array.group.elements === 'boolean';
    case 'call':
      return expression.callee.result === 'boolean';
    default:
      return false;
  }
}

function emitTest(to: FunctionEmission, { test, operand }: Extract<Expression, { kind: 'test' }>): void {
  const { code, module } = to;
  if (isIntegerCode(operand, module.facts, 'zeros alike')) {
    // It is one of 32 bits.
    to.integer(operand, 'zeros alike');
    code.op('drop');
    code.i32(test === 'nan' ? 0 : 1);
    return;
  }
  const x = to.scratch('f64');
  const minusItself = (...rounding: PlainInstruction[]): void => {
    code.local('get', x);
    code.local('get', x);
    code.op(...rounding, 'f64.sub');
    code.f64(0);
    code.op('f64.eq');
  };
  to.double(operand);
  code.local('set', x);
  if (test === 'nan') {
    code.local('get', x);
    code.local('get', x);
    code.op('f64.ne');
  } else if (test === 'finite') minusItself();
  else minusItself('f64.trunc');
  if (test !== 'safe-integer') return;
  code.local('get', x);
  code.op('f64.abs');
  code.f64(Number.MAX_SAFE_INTEGER);
  code.op('f64.le', 'i32.and');
}
