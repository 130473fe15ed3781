// Elements of arrays: where they are in memory, and whether there is one at all. An index at which there is none is a trap.
import type { FunctionEmission } from './function-emission.ts';
import type { KernelFacts } from './kernel-facts.ts';
import type { ArrayLocal, Expression, TableLocal } from './kernel-ir.ts';
import { isIndexCode, isInt32, isIntegerCode, storageOf, typeOfLocal } from './representation.ts';
import type { Access } from './several-rounds.ts';

type Place = Extract<Expression, { kind: 'place' }>;

export function givesDouble(to: FunctionEmission, array: ArrayLocal): boolean {
  const { name } = storageOf(array, to.module.facts);
  return name === 'Float32Array' || name === 'Float64Array' || name === 'Uint32Array';
}

/** Leaves a double for floats and for unsigned 32-bit elements (unless their bits are asked for), an integer for all others. */
export function emitRead(
  to: FunctionEmission,
  read: Extract<Expression, { kind: 'read' }>,
  form: 'value' | 'bits' = 'value',
): void {
  const { code, module } = to;
  const { load, name } = storageOf(read.array, module.facts);
  code.memory(load, emitAddress(to, read));
  if (load === 'f32.load') code.op('f64.promote_f32');
  if (name === 'Uint32Array' && form === 'value') code.op('f64.convert_i32_u');
}

/** Leaves an address, and gives how many bytes the element lies behind it. An index at which there is no element is a trap. */
export function emitAddress(to: FunctionEmission, access: Access): number {
  const { code, module } = to;
  const near = to.placeNear(access);
  if (near !== undefined) {
    code.local('get', near.address);
    return near.bytes;
  }
  const { array, index } = access;
  const place = to.arrayIndex(array);
  const { shift } = storageOf(array, module.facts);
  const fact = module.facts.of(index);
  const isInteger = isInt32(fact, 'zeros alike');
  const isLong = !isIntegerCode(index, module.facts, 'zeros alike') && isIndexCode(index, module.facts);
  let element: number;
  if (index.kind === 'local' && typeOfLocal(index.local, module.facts) === 'i32') element = to.localIndex(index.local);
  else {
    element = to.scratch('i32');
    if (isLong) emitLongIndex(to, index, place.length);
    else if (isInteger) to.integer(index, 'zeros alike');
    else emitCheckedIndex(to, index);
    code.local('set', element);
  }
  if (!isLong && !isProvenInside(access, module.facts)) {
    code.local('get', element);
    code.local('get', place.length);
    code.op('i32.ge_u');
    to.trapIf();
  }
  code.local('get', place.address);
  code.local('get', element);
  if (shift > 0) {
    code.i32(shift);
    code.op('i32.shl');
  }
  code.op('i32.add');
  return 0;
}

/** There is such an element, whatever the index may be. */
export function isProvenInside({ array, index, isInside }: Access, facts: KernelFacts): boolean {
  const fact = facts.of(index);
  const isCount = isInt32(fact, 'zeros alike') && fact !== undefined && fact.low >= 0;
  return (isCount && (isInside === true || fact.high < facts.ofLength(array).low)) || index.kind === 'place';
}

/** Leaves the index of a table's cell; no such row or column is a trap. Their numbers are integers, for they are checked to be lengths. */
export function emitPlace(to: FunctionEmission, place: Place): void {
  const { code } = to;
  const { table } = place;
  const within = (index: Expression, count: 'rows' | 'columns'): number => {
    const local = to.scratch('i32');
    if (isInt32(to.module.facts.of(index), 'zeros alike')) to.integer(index, 'zeros alike');
    else emitCheckedIndex(to, index);
    code.local('set', local);
    if (isKnownInside(to, place, count)) return local;
    code.local('get', local);
    emitCount(to, table, count);
    code.op('i32.ge_u');
    to.trapIf();
    return local;
  };
  const row = within(place.row, 'rows');
  const column = within(place.column, 'columns');
  code.local('get', row);
  emitCount(to, table, 'columns');
  code.op('i32.mul');
  code.local('get', column);
  code.op('i32.add');
  if (table.isGrowing !== true) return;
  // The last row may lack cells.
  const index = to.scratch('i32');
  code.local('tee', index);
  code.local('get', to.arrayIndex(table.cells).length);
  code.op('i32.ge_u');
  to.trapIf();
  code.local('get', index);
}

/** There is such a row, or such a column. */
export function isKnownInside(to: FunctionEmission, place: Place, which: 'rows' | 'columns'): boolean {
  const fact = to.module.facts.of(which === 'rows' ? place.row : place.column);
  const isBelow = which === 'rows' ? place.isRowInside : place.isColumnInside;
  return isBelow === true && isInt32(fact, 'zeros alike') && fact !== undefined && fact.low >= 0;
}

export function emitCount(to: FunctionEmission, table: TableLocal, which: 'rows' | 'columns'): void {
  const count = table[which];
  to.code.local('get', to.localIndex(count));
  if (typeOfLocal(count, to.module.facts) === 'f64') to.code.op('i32.trunc_sat_f64_s');
}

/** Leaves the index in 32 bits, once it has been compared in 64. */
export function emitLongIndex(to: FunctionEmission, index: Expression, length: number): void {
  const { code } = to;
  const long = to.scratch('i64');
  emitLong(to, index);
  code.local('tee', long);
  code.local('get', length);
  code.op('i64.extend_i32_u', 'i64.ge_u');
  to.trapIf();
  code.local('get', long);
  code.op('i32.wrap_i64');
}

/** The integer that a double is; a fraction, NaN, or what is negative is a trap. */
export function emitCheckedIndex(to: FunctionEmission, index: Expression): void {
  const { code } = to;
  const [x, integer] = [to.scratch('f64'), to.scratch('i32')];
  to.double(index, 'zeros alike');
  code.local('tee', x);
  code.op('i32.trunc_sat_f64_u');
  code.local('tee', integer);
  code.op('f64.convert_i32_u');
  code.local('get', x);
  code.op('f64.ne');
  to.trapIf();
  code.local('get', integer);
}

/** Leaves a 64-bit integer, from sums and products of 32-bit ones. */
export function emitLong(to: FunctionEmission, expression: Expression): void {
  const { code, module } = to;
  if (expression.kind !== 'arithmetic' || isIntegerCode(expression, module.facts, 'zeros alike')) {
    to.integer(expression, 'zeros alike');
    code.op('i64.extend_i32_s');
    return;
  }
  emitLong(to, expression.left);
  emitLong(to, expression.right);
  code.op(expression.operator === '*' ? 'i64.mul' : expression.operator === '-' ? 'i64.sub' : 'i64.add');
}
