// Values on the stack of WebAssembly: as doubles, as 32-bit integers, or as what ToInt32 would make of them. Which of the three is asked for
// depends on who reads the value; representation.ts says when a number can be an integer at all.
import {
  emitDoubleArithmetic,
  emitDoubleMath,
  emitIntegerArithmetic,
  emitIntegerMath,
  integerInstructions,
} from './emit-arithmetic.ts';
import { emitPlace, emitRead, givesDouble } from './emit-elements.ts';
import { emitTruth } from './emit-truths.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { Expression, KernelFunction, Local, Operand } from './kernel-ir.ts';
import {
  bitOperators,
  type Demand,
  integerQuotient,
  isInt32,
  isIntegerCode,
  isWrappedArithmetic,
  storageOf,
  typeOfLocal,
  typeOfResult,
} from './representation.ts';
import { partsOf } from './walk-kernel.ts';
import type { ValueType } from './wasm-bytes.ts';

export function emitValue(to: FunctionEmission, expression: Expression, type: ValueType): void {
  if (type === 'f64') emitDouble(to, expression);
  else emitInteger(to, expression);
}

/** Leaves a double. */
export function emitDouble(to: FunctionEmission, expression: Expression, demand: Demand = 'exact'): void {
  const { code, module } = to;
  if (expression.kind === 'constant') {
    code.f64(expression.value);
    return;
  }
  if (isIntegerCode(expression, module.facts, demand)) {
    emitInteger(to, expression, demand);
    code.op('f64.convert_i32_s');
    return;
  }
  switch (expression.kind) {
    case 'local':
      code.local('get', to.localIndex(expression.local));
      convertLocal(to, expression.local);
      return;
    case 'assign':
      emitAssign(to, expression, 'tee');
      convertLocal(to, expression.local);
      return;
    case 'postfix':
      emitPostfix(to, expression);
      convertLocal(to, expression.local);
      return;
    case 'arithmetic':
      emitDoubleArithmetic(to, expression);
      return;
    case 'negate':
      emitDouble(to, expression.operand);
      code.op('f64.neg');
      return;
    case 'math':
      emitDoubleMath(to, expression);
      return;
    case 'imported':
      for (const operand of expression.operands) emitDouble(to, operand);
      code.call(module.importIndex(expression.name));
      return;
    case 'choose':
      emitChoice(to, expression, 'f64', (one) => emitDouble(to, one, demand));
      return;
    case 'sequence':
      to.run(expression.first);
      emitDouble(to, expression.last, demand);
      return;
    case 'read':
      emitRead(to, expression);
      if (!givesDouble(to, expression.array)) code.op('f64.convert_i32_s');
      return;
    case 'call':
      emitCall(to, expression.callee, expression.operands);
      if (typeOfResult(expression.callee, module.facts) === 'i32') code.op('f64.convert_i32_s');
      return;
    case 'length':
      code.local('get', to.arrayIndex(expression.array).length);
      code.op('f64.convert_i32_u');
      return;
    case 'place':
      emitPlace(to, expression);
      code.op('f64.convert_i32_u');
      return;
    default:
      emitTruth(to, expression);
      code.op('f64.convert_i32_s');
  }
}

/** The variable's value is on the stack, as it is kept. */
function convertLocal({ code, module }: FunctionEmission, local: Local): void {
  const word = module.facts.wordOf?.(local);
  if (word === 'bits') throw new Error(`Of ${local.name} only bits are kept.`);
  if (word === 'unsigned') code.op('f64.convert_i32_u');
  else if (typeOfLocal(local, module.facts) === 'i32') code.op('f64.convert_i32_s');
}

/** Leaves the integer that the number is; the facts must say that it is one. Booleans are 0 and 1. */
export function emitInteger(to: FunctionEmission, expression: Expression, demand: Demand = 'exact'): void {
  const { code, module } = to;
  switch (expression.kind) {
    case 'constant':
      code.i32(expression.value);
      return;
    case 'truth':
    case 'compare':
    case 'not':
    case 'both':
    case 'either':
    case 'isTruthy':
    case 'test':
      emitTruth(to, expression);
      return;
    case 'length':
      code.local('get', to.arrayIndex(expression.array).length);
      return;
    case 'place':
      emitPlace(to, expression);
      return;
    case 'local':
      code.local('get', to.localIndex(expression.local));
      if (typeOfLocal(expression.local, module.facts) === 'f64') code.op('i32.trunc_sat_f64_s');
      return;
    case 'assign':
    case 'postfix':
      if (expression.kind === 'assign') emitAssign(to, expression, 'tee');
      else emitPostfix(to, expression);
      if (typeOfLocal(expression.local, module.facts) === 'f64') code.op('i32.trunc_sat_f64_s');
      return;
    case 'choose':
      emitChoice(to, expression, 'i32', (one) => emitInteger(to, one, demand));
      return;
    case 'sequence':
      to.run(expression.first);
      emitInteger(to, expression.last, demand);
      return;
    case 'read':
      emitRead(to, expression);
      if (givesDouble(to, expression.array)) code.op('i32.trunc_sat_f64_s');
      return;
    case 'call':
      emitCall(to, expression.callee, expression.operands);
      if (typeOfResult(expression.callee, module.facts) === 'f64') code.op('i32.trunc_sat_f64_s');
      return;
    case 'arithmetic':
      if (isIntegerCode(expression, module.facts, demand)) emitIntegerArithmetic(to, expression);
      else if (!emitWrapped(to, expression)) emitTruncated(to, expression, demand);
      return;
    case 'negate':
      if (!isIntegerCode(expression, module.facts, demand)) emitTruncated(to, expression, demand);
      else {
        code.i32(0);
        emitInteger(to, expression.operand, 'zeros alike');
        code.op('i32.sub');
      }
      return;
    case 'math':
      if (isIntegerCode(expression, module.facts, demand)) emitIntegerMath(to, expression, demand);
      else emitTruncated(to, expression, demand);
      return;
    case 'imported':
      emitTruncated(to, expression, demand);
  }
}

function emitTruncated(to: FunctionEmission, expression: Expression, demand: Demand): void {
  emitDouble(to, expression, demand);
  to.code.op('i32.trunc_sat_f64_s');
}

/** Leaves what ToInt32 makes of the number. */
export function emitLowBits(to: FunctionEmission, expression: Expression): void {
  const { code, module } = to;
  const fact = module.facts.of(expression);
  if (isInt32(fact, 'zeros alike')) {
    emitInteger(to, expression, 'zeros alike');
    return;
  }
  if (expression.kind === 'constant') {
    code.i32(expression.value);
    return;
  }
  if (expression.kind === 'choose') {
    emitChoice(to, expression, 'i32', (one) => emitLowBits(to, one));
    return;
  }
  if (expression.kind === 'sequence') {
    to.run(expression.first);
    emitLowBits(to, expression.last);
    return;
  }
  const word = expression.kind === 'local' || expression.kind === 'assign' ? expression.local : undefined;
  if (word !== undefined && module.facts.wordOf?.(word) !== undefined) {
    if (expression.kind === 'assign') emitAssign(to, expression, 'tee');
    else code.local('get', to.localIndex(word));
    return;
  }
  if (expression.kind === 'read' && storageOf(expression.array, module.facts).name === 'Uint32Array') {
    emitRead(to, expression, 'bits');
    return;
  }
  if (expression.kind === 'arithmetic' && emitWrapped(to, expression)) return;
  emitDouble(to, expression, 'zeros alike');
  // Below 2^62 in size, NaN aside, the conversion to 64 bits has all the bits; NaN becomes 0 there as well.
  const isSmall = fact !== undefined && fact.low > -(2 ** 62) && fact.high < 2 ** 62;
  if (isSmall) code.op('i64.trunc_sat_f64_s', 'i32.wrap_i64');
  else code.call(module.routineIndex('toInt32'));
}

/** Arithmetic modulo 2^32, where the exact result is an integer that a double holds. */
function emitWrapped(to: FunctionEmission, expression: Extract<Expression, { kind: 'arithmetic' }>): boolean {
  const { code, module } = to;
  const { operator, left, right } = expression;
  const quotient = integerQuotient(expression, 'trunc', module.facts);
  if (quotient !== undefined) {
    emitInteger(to, quotient.left, 'zeros alike');
    emitInteger(to, quotient.right, 'zeros alike');
    code.op('i32.div_s');
    return true;
  }
  const instruction = integerInstructions[operator];
  const isOfBits = bitOperators.has(operator) || isWrappedArithmetic(expression, module.facts);
  if (instruction === undefined || !isOfBits) return false;
  emitLowBits(to, left);
  emitLowBits(to, right);
  code.op(instruction);
  return true;
}

/** The local keeps the value, which is left on the stack too for 'tee'. */
export function emitAssign(
  to: FunctionEmission,
  { local, value }: Extract<Expression, { kind: 'assign' }>,
  kind: 'set' | 'tee',
): void {
  if (local.kind === 'boolean') emitTruth(to, value);
  else if (to.module.facts.wordOf?.(local) !== undefined) emitLowBits(to, value);
  else emitValue(to, value, typeOfLocal(local, to.module.facts));
  to.code.local(kind, to.localIndex(local));
}

function emitPostfix(to: FunctionEmission, { local, delta }: Extract<Expression, { kind: 'postfix' }>): void {
  const { code } = to;
  const index = to.localIndex(local);
  code.local('get', index);
  code.local('get', index);
  if (typeOfLocal(local, to.module.facts) === 'i32') {
    code.i32(delta);
    code.op('i32.add');
  } else {
    code.f64(delta);
    code.op('f64.add');
  }
  code.local('set', index);
}

function emitChoice(
  to: FunctionEmission,
  { condition, whenTrue, whenFalse }: Extract<Expression, { kind: 'choose' }>,
  type: ValueType,
  emit: (expression: Expression) => void,
): void {
  if (type === 'i32' && isSelectable({ condition, whenTrue, whenFalse })) {
    emit(whenTrue);
    emit(whenFalse);
    emitTruth(to, condition);
    to.code.op('select');
    return;
  }
  emitTruth(to, condition);
  to.code.open('if', type);
  emit(whenTrue);
  to.code.op('else');
  emit(whenFalse);
  to.code.op('end');
}

/** Both sides are so quickly computed that a branch, which may be foreseen wrongly, is no better. */
function isSelectable({
  condition,
  whenTrue,
  whenFalse,
}: Omit<Extract<Expression, { kind: 'choose' }>, 'kind'>): boolean {
  return isUnchanging(condition) && stepsOf(whenTrue) + stepsOf(whenFalse) <= mostSelectedSteps;
}

const mostSelectedSteps = 4;

/** Infinite for what may end the call, changes something, or takes long. */
function stepsOf(expression: Expression): number {
  switch (expression.kind) {
    case 'constant':
    case 'local':
      return 0;
    case 'arithmetic':
      if (expression.operator === '%' || expression.operator === '/' || expression.operator === '**') return Infinity;
      return 1 + stepsOf(expression.left) + stepsOf(expression.right);
    default:
      return Infinity;
  }
}

function isUnchanging(expression: Expression): boolean {
  switch (expression.kind) {
    case 'assign':
    case 'postfix':
    case 'sequence':
    case 'call':
      return false;
    default:
      return partsOf(expression).every(isUnchanging);
  }
}

export function emitCall(to: FunctionEmission, callee: KernelFunction, operands: readonly Operand[]): void {
  const { code, module } = to;
  callee.parameters.forEach((parameter, index) => {
    const operand = operands[index];
    if (operand === undefined) return;
    if (operand.kind === 'table') {
      const { address, length } = to.arrayIndex(operand.cells);
      code.local('get', address);
      code.local('get', length);
      if (parameter.kind !== 'table') return;
      emitValue(to, { kind: 'local', local: operand.rows }, typeOfLocal(parameter.rows, module.facts));
      emitValue(to, { kind: 'local', local: operand.columns }, typeOfLocal(parameter.columns, module.facts));
    } else if (operand.kind === 'array') {
      const { address, length } = to.arrayIndex(operand);
      code.local('get', address);
      code.local('get', length);
    } else if (parameter.kind === 'boolean') emitTruth(to, operand);
    else if (parameter.kind === 'number') emitValue(to, operand, typeOfLocal(parameter, module.facts));
  });
  code.call(module.functionIndex(callee));
}
