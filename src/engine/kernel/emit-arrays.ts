// Statements about whole arrays, and what is stored into them: making, filling, growing. An owned array keeps its memory as long as the
// function runs, with room for more elements than it has.
import { emitAddress, emitCheckedIndex, emitCount } from './emit-elements.ts';
import { emitValue } from './emit-values.ts';
import type { FunctionEmission } from './function-emission.ts';
import { checkedElement } from './kernel-facts.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type Statement,
  scalarKindOf,
  type TableLocal,
} from './kernel-ir.ts';
import { isInt32, type Storage, storageOf } from './representation.ts';
import type { ValueType } from './wasm-bytes.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** Elements that a growing array has room for at first. */
const firstCapacity = 16;

export function emitWrite(to: FunctionEmission, statement: Of<'write'>): void {
  if (statement.array.isOwned === true) {
    emitOwnWrite(to, statement);
    return;
  }
  const { array, value } = statement;
  emitAddress(to, statement);
  emitElement(to, array, value);
  storeElement(to, array);
}

export function emitShare(to: FunctionEmission, statement: Of<'share'>): void {
  const { code } = to;
  const [target, source] = [to.arrayIndex(statement.array), to.arrayIndex(statement.from)];
  code.local('get', source.address);
  code.local('set', target.address);
  code.local('get', source.length);
  code.local('set', target.length);
}

export function emitAllocate(to: FunctionEmission, { array, length, elements }: Of<'allocate'>): void {
  const { code, module } = to;
  const place = to.arrayIndex(array);
  const storage = storageOf(array, module.facts);
  const kept = elements.map((element) => keptElement(to, element));
  if (isInt32(module.facts.of(length), 'zeros alike')) to.integer(length, 'zeros alike');
  else emitCheckedIndex(to, length);
  code.local('set', place.length);
  if (array.isOwned === true) emitOwnMemory(to, array, storage);
  else {
    code.local('get', place.length);
    code.i32(storage.shift);
    code.i32(1);
    code.call(module.routineIndex('allocate'));
    code.local('set', place.address);
  }
  module.mayTrap = true;
  kept.forEach(({ local, type }, index) => {
    code.local('get', place.address);
    code.local('get', local);
    convertForStore(to, storage, type);
    code.memory(storage.store, index * 2 ** storage.shift);
  });
}

/** Room for as many elements as the length says, all zero. */
function emitOwnMemory(to: FunctionEmission, array: ArrayLocal, storage: Storage): void {
  const { code, module } = to;
  const [place, capacity] = [to.arrayIndex(array), to.capacityIndex(array)];
  code.local('get', place.length);
  code.local('get', capacity);
  code.op('i32.gt_u');
  code.open('if');
  code.local('get', place.length);
  code.local('tee', capacity);
  code.i32(storage.shift);
  code.i32(0);
  code.call(module.routineIndex('allocate'));
  code.local('set', place.address);
  code.op('end');
  code.local('get', place.address);
  code.i32(0);
  emitBytes(to, place.length, storage);
  code.op('memory.fill');
}

function keptElement(to: FunctionEmission, element: Expression): { readonly local: number; readonly type: ValueType } {
  const isTruth = scalarKindOf(element) === 'boolean';
  const type: ValueType = isTruth || isInt32(to.module.facts.of(element)) ? 'i32' : 'f64';
  const local = to.scratch(type);
  if (isTruth) to.truth(element);
  else emitValue(to, element, type);
  to.code.local('set', local);
  return { local, type };
}

function convertForStore({ code }: FunctionEmission, { name }: Storage, type: ValueType): void {
  const isFloat = name === 'Float64Array' || name === 'Float32Array';
  if (isFloat && type === 'i32') code.op('f64.convert_i32_s');
  if (name === 'Float32Array') code.op('f32.demote_f64');
  if (!isFloat && type === 'f64') code.op('i32.trunc_sat_f64_s');
}

export function emitFill(to: FunctionEmission, { array, value }: Of<'fill'>): void {
  const { code } = to;
  const place = to.arrayIndex(array);
  const storage = storageOf(array, to.module.facts);
  const kept = to.scratch(elementType(storage));
  emitElement(to, array, value);
  code.local('set', kept);
  if (storage.shift === 0) {
    code.local('get', place.address);
    code.local('get', kept);
    code.local('get', place.length);
    code.op('memory.fill');
    return;
  }
  const [at, end] = [to.scratch('i32'), to.scratch('i32')];
  code.local('get', place.address);
  code.local('tee', at);
  emitBytes(to, place.length, storage);
  code.op('i32.add');
  code.local('set', end);
  code.open('block');
  code.open('loop');
  code.local('get', at);
  code.local('get', end);
  code.op('i32.ge_u');
  code.branch('br_if', 1);
  code.local('get', at);
  code.local('get', kept);
  storeElement(to, array);
  code.local('get', at);
  code.i32(2 ** storage.shift);
  code.op('i32.add');
  code.local('set', at);
  code.branch('br', 0);
  code.op('end', 'end');
}

export function emitEmpty(to: FunctionEmission, { array }: Of<'empty'>): void {
  to.code.i32(0);
  to.code.local('set', to.arrayIndex(array).length);
}

export function emitPush(to: FunctionEmission, { array, value }: Of<'push'>): void {
  const { code } = to;
  const kept = to.scratch(elementType(storageOf(array, to.module.facts)));
  emitElement(to, array, value);
  code.local('set', kept);
  emitRoomForOne(to, array);
  emitStoreAt(to, array, to.arrayIndex(array).length, kept);
  countUp(to, array);
}

/** Index and value come first, for computing the value may make the array grow. */
function emitOwnWrite(to: FunctionEmission, { array, index, value, mayAppend }: Of<'write'>): void {
  const { code, module } = to;
  const place = to.arrayIndex(array);
  const [element, kept] = [to.scratch('i32'), to.scratch(elementType(storageOf(array, module.facts)))];
  if (isInt32(module.facts.of(index), 'zeros alike')) to.integer(index, 'zeros alike');
  else emitCheckedIndex(to, index);
  code.local('set', element);
  emitElement(to, array, value);
  code.local('set', kept);
  code.local('get', element);
  code.local('get', place.length);
  code.op('i32.ge_u');
  if (mayAppend !== true) to.trapIf();
  else {
    code.open('if');
    code.local('get', element);
    code.local('get', place.length);
    code.op('i32.ne');
    to.trapIf();
    emitRoomForOne(to, array);
    countUp(to, array);
    code.op('end');
  }
  emitStoreAt(to, array, element, kept);
}

function countUp(to: FunctionEmission, array: ArrayLocal): void {
  const { length } = to.arrayIndex(array);
  to.code.local('get', length);
  to.code.i32(1);
  to.code.op('i32.add');
  to.code.local('set', length);
}

function emitRoomForOne(to: FunctionEmission, array: ArrayLocal): void {
  const { code } = to;
  const capacity = to.capacityIndex(array);
  code.local('get', to.arrayIndex(array).length);
  code.local('get', capacity);
  code.op('i32.eq');
  code.open('if');
  code.local('get', capacity);
  code.i32(1);
  code.op('i32.shl');
  code.i32(firstCapacity);
  code.op('i32.add');
  code.local('set', capacity);
  emitMove(to, array);
  code.op('end');
}

/** To new memory, of the capacity that has been set. */
function emitMove(to: FunctionEmission, array: ArrayLocal): void {
  const { code, module } = to;
  const place = to.arrayIndex(array);
  const storage = storageOf(array, module.facts);
  const before = to.scratch('i32');
  module.mayTrap = true;
  code.local('get', place.address);
  code.local('set', before);
  code.local('get', to.capacityIndex(array));
  code.i32(storage.shift);
  code.i32(0);
  code.call(module.routineIndex('allocate'));
  code.local('tee', place.address);
  code.local('get', before);
  emitBytes(to, place.length, storage);
  code.op('memory.copy');
}

export function emitAppend(to: FunctionEmission, { array, from }: Of<'append'>): void {
  const { code } = to;
  const [place, source, capacity] = [to.arrayIndex(array), to.arrayIndex(from), to.capacityIndex(array)];
  const storage = storageOf(array, to.module.facts);
  const needed = to.scratch('i32');
  code.local('get', place.length);
  code.local('get', source.length);
  code.op('i32.add');
  code.local('tee', needed);
  code.local('get', capacity);
  code.op('i32.gt_u');
  code.open('if');
  code.local('get', needed);
  code.local('get', capacity);
  code.i32(1);
  code.op('i32.shl');
  code.local('tee', capacity);
  code.local('get', needed);
  code.local('get', capacity);
  code.op('i32.gt_u', 'select');
  code.local('set', capacity);
  emitMove(to, array);
  code.op('end');
  code.local('get', place.address);
  emitBytes(to, place.length, storage);
  code.op('i32.add');
  code.local('get', source.address);
  emitBytes(to, source.length, storage);
  code.op('memory.copy');
  code.local('get', needed);
  code.local('set', place.length);
}

export function emitRow(to: FunctionEmission, { array, table, index }: Of<'row'>): void {
  const { code, module } = to;
  const place = to.arrayIndex(array);
  const row = to.scratch('i32');
  if (isInt32(module.facts.of(index), 'zeros alike')) to.integer(index, 'zeros alike');
  else emitCheckedIndex(to, index);
  code.local('tee', row);
  emitCount(to, table, 'rows');
  code.op('i32.ge_u');
  to.trapIf();
  emitCount(to, table, 'columns');
  code.local('set', place.length);
  code.local('get', to.arrayIndex(table.cells).address);
  code.local('get', row);
  code.local('get', place.length);
  code.op('i32.mul');
  code.i32(storageOf(array, module.facts).shift);
  code.op('i32.shl', 'i32.add');
  code.local('set', place.address);
}

/** Leaves the address of an array that is handed out. Its length, or its rows and columns, stand in the eight bytes before. */
export function emitResult(to: FunctionEmission, result: ArrayLocal | TableLocal): void {
  const { code, module } = to;
  const array = result.kind === 'table' ? result.cells : result;
  const { address, length } = to.arrayIndex(array);
  if (array.isOwned === true) {
    code.local('get', address);
    code.op('i32.eqz');
    code.open('if');
    code.i32(0);
    code.i32(0);
    code.i32(0);
    code.call(module.routineIndex('allocate'));
    code.local('set', address);
    code.op('end');
  }
  const note = (place: number, count: () => void): void => {
    code.local('get', address);
    code.i32(place);
    code.op('i32.sub');
    count();
    code.memory('i32.store');
  };
  if (result.kind === 'table') {
    note(8, () => emitCount(to, result, 'rows'));
    note(4, () => emitCount(to, result, 'columns'));
  } else if (array.isOwned === true) note(8, () => code.local('get', length));
  code.local('get', address);
}

/** What a value takes on the stack before it is stored. */
function elementType({ name }: Storage): ValueType {
  return name === 'Float64Array' || name === 'Float32Array' ? 'f64' : 'i32';
}

function emitStoreAt(to: FunctionEmission, array: ArrayLocal, index: number, value: number): void {
  const { code } = to;
  code.local('get', to.arrayIndex(array).address);
  emitBytes(to, index, storageOf(array, to.module.facts));
  code.op('i32.add');
  code.local('get', value);
  storeElement(to, array);
}

/** Leaves how many bytes as many elements take. */
function emitBytes({ code }: FunctionEmission, count: number, { shift }: Storage): void {
  code.local('get', count);
  if (shift === 0) return;
  code.i32(shift);
  code.op('i32.shl');
}

/** Leaves the value as the array keeps it, a double where it keeps floats. */
function emitElement(to: FunctionEmission, array: ArrayLocal, value: Expression): void {
  const group = groupOf(array);
  const { name } = storageOf(array, to.module.facts);
  if (group.elements === 'boolean') to.truth(value);
  else if (to.module.facts.isChecked(group)) emitCheckedInteger(to, value);
  else if (name === 'Float64Array' || name === 'Float32Array') to.double(value);
  else if (name === 'Uint8ClampedArray') emitClamped(to, value);
  else to.lowBits(value);
}

/** Address and value are on the stack. */
function storeElement({ code, module }: FunctionEmission, array: ArrayLocal): void {
  const { name, store } = storageOf(array, module.facts);
  if (name === 'Float32Array') code.op('f32.demote_f64');
  code.memory(store);
}

/** An integer that may lie outside of what the elements are taken for; then the original has to take over. */
function emitCheckedInteger(to: FunctionEmission, value: Expression): void {
  const { code } = to;
  to.integer(value, 'exact');
  const fact = to.module.facts.of(value);
  if (fact !== undefined && fact.low >= checkedElement.low && fact.high <= checkedElement.high) return;
  const kept = to.scratch('i32');
  code.local('tee', kept);
  code.i32(-checkedElement.low);
  code.op('i32.add');
  // In 32 bits without a sign: what is too small has become larger than all that fits.
  code.i32(checkedElement.high - checkedElement.low);
  code.op('i32.gt_u');
  to.trapIf();
  code.local('get', kept);
}

/** ToUint8Clamp: to the nearest integer between 0 and 255, to the even one of two; NaN becomes 0. */
function emitClamped(to: FunctionEmission, value: Expression): void {
  const { code } = to;
  to.double(value, 'zeros alike');
  code.f64(0);
  code.op('f64.max');
  code.f64(255);
  code.op('f64.min', 'f64.nearest', 'i32.trunc_sat_f64_u');
}
