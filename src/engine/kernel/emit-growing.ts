// Arrays that grow: an owned array keeps its memory as long as the function runs, with room for more elements than it has.
import { emitCheckedIndex } from './emit-elements.ts';
import { elementType, emitBytes, emitElement, emitStoreAt } from './emit-stores.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { ArrayLocal, Statement } from './kernel-ir.ts';
import { isInt32, type Storage, storageOf } from './representation.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** Elements that a growing array has room for at first. */
const firstCapacity = 16;

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
export function emitOwnWrite(to: FunctionEmission, { array, index, value, mayAppend }: Of<'write'>): void {
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
  module.noteTrap();
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

export function emitCut(to: FunctionEmission, { array, length }: Of<'cut'>): void {
  if (isInt32(to.module.facts.of(length), 'zeros alike')) to.integer(length, 'zeros alike');
  else emitCheckedIndex(to, length);
  to.code.local('set', to.arrayIndex(array).length);
}

/** Room for as many elements as the length says, all zero. */
export function emitOwnMemory(to: FunctionEmission, array: ArrayLocal, storage: Storage): void {
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
