// Statements about whole arrays, and what is stored into them: making, filling, handing out.
import { emitAddress, emitCheckedIndex, emitCount } from './emit-elements.ts';
import { emitOwnMemory, emitOwnWrite } from './emit-growing.ts';
import { elementType, emitBytes, emitElement, emitKept, storeElement } from './emit-stores.ts';
import { emitValue } from './emit-values.ts';
import type { FunctionEmission } from './function-emission.ts';
import { type ArrayLocal, type Expression, type Statement, scalarKindOf, type TableLocal } from './kernel-ir.ts';
import { isInt32, type Storage, storageOf } from './representation.ts';
import type { ValueType } from './wasm-bytes.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

export function emitWrite(to: FunctionEmission, statement: Of<'write'>): void {
  if (statement.array.isOwned === true) {
    emitOwnWrite(to, statement);
    return;
  }
  const { array, value } = statement;
  const bytes = emitAddress(to, statement);
  emitElement(to, array, value);
  if (statement.keptIn !== undefined) emitKept(to, array, statement.keptIn);
  storeElement(to, array, bytes);
}

export function emitShare(to: FunctionEmission, statement: Of<'share'>): void {
  if (statement.array.isOwned === true) {
    emitTakeOver(to, statement);
    return;
  }
  const { code } = to;
  const [target, source] = [to.arrayIndex(statement.array), to.arrayIndex(statement.from)];
  code.local('get', source.address);
  code.local('set', target.address);
  code.local('get', source.length);
  code.local('set', target.length);
}

/** The one that is given up gets the memory of the other in exchange, for the next array that it makes. */
function emitTakeOver(to: FunctionEmission, { array, from }: Of<'share'>): void {
  const { code } = to;
  const [target, source] = [to.arrayIndex(array), to.arrayIndex(from)];
  code.local('get', target.address);
  code.local('get', to.capacityIndex(array));
  code.local('get', source.address);
  code.local('set', target.address);
  code.local('get', to.capacityIndex(from));
  code.local('set', to.capacityIndex(array));
  code.local('set', to.capacityIndex(from));
  code.local('set', source.address);
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
  module.noteTrap();
  kept.forEach(({ local, type }, index) => {
    code.local('get', place.address);
    code.local('get', local);
    convertForStore(to, storage, type);
    code.memory(storage.store, index * 2 ** storage.shift);
  });
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
