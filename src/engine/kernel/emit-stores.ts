// What is stored into arrays: values as the elements keep them, and where they go.
import type { FunctionEmission } from './function-emission.ts';
import { checkedElement } from './kernel-facts.ts';
import { type ArrayLocal, type Expression, groupOf, type Local } from './kernel-ir.ts';
import { type Storage, storageOf, typeOfLocal } from './representation.ts';
import type { ValueType } from './wasm-bytes.ts';

/** What a value takes on the stack before it is stored. */
export function elementType({ name }: Storage): ValueType {
  return name === 'Float64Array' || name === 'Float32Array' ? 'f64' : 'i32';
}

export function emitStoreAt(to: FunctionEmission, array: ArrayLocal, index: number, value: number): void {
  const { code } = to;
  code.local('get', to.arrayIndex(array).address);
  emitBytes(to, index, storageOf(array, to.module.facts));
  code.op('i32.add');
  code.local('get', value);
  storeElement(to, array);
}

/** Leaves how many bytes as many elements take. */
export function emitBytes({ code }: FunctionEmission, count: number, { shift }: Storage): void {
  code.local('get', count);
  if (shift === 0) return;
  code.i32(shift);
  code.op('i32.shl');
}

/** Leaves the value as the array keeps it, a double where it keeps floats. */
export function emitElement(to: FunctionEmission, array: ArrayLocal, value: Expression): void {
  const group = groupOf(array);
  const { name } = storageOf(array, to.module.facts);
  if (group.elements === 'boolean') to.truth(value);
  else if (to.module.facts.isChecked(group)) emitCheckedInteger(to, value);
  else if (name === 'Float64Array' || name === 'Float32Array') to.double(value);
  else if (name === 'Uint8ClampedArray') emitClamped(to, value);
  else to.lowBits(value);
}

/** The value that is on the stack, and stays there, as it is stored: arrays of doubles, of 32-bit integers and checked ones do not change it. */
export function emitKept(to: FunctionEmission, array: ArrayLocal, local: Local): void {
  const { code, module } = to;
  const kept = elementType(storageOf(array, module.facts));
  const wanted = typeOfLocal(local, module.facts);
  if (kept === wanted) {
    code.local('tee', to.localIndex(local));
    return;
  }
  const value = to.scratch(kept);
  code.local('tee', value);
  code.local('get', value);
  code.op(wanted === 'i32' ? 'i32.trunc_sat_f64_s' : 'f64.convert_i32_s');
  code.local('set', to.localIndex(local));
}

/** Address and value are on the stack; the element lies so many bytes behind the address. */
export function storeElement({ code, module }: FunctionEmission, array: ArrayLocal, bytes = 0): void {
  const { name, store } = storageOf(array, module.facts);
  if (name === 'Float32Array') code.op('f32.demote_f64');
  code.memory(store, bytes);
}

/** An integer that may lie outside of what the elements are taken for; then the original has to take over. */
function emitCheckedInteger(to: FunctionEmission, value: Expression): void {
  const { code } = to;
  to.integer(value, 'exact');
  const fact = to.module.facts.of(value);
  const [isTooSmall, isTooLarge] = [
    fact === undefined || fact.low < checkedElement.low,
    fact === undefined || fact.high > checkedElement.high,
  ];
  if (!isTooSmall && !isTooLarge) return;
  const kept = to.scratch('i32');
  code.local('tee', kept);
  if (isTooSmall) {
    // In 32 bits without a sign: what is too small has become larger than all that fits.
    code.i32(-checkedElement.low);
    code.op('i32.add');
    code.i32(checkedElement.high - checkedElement.low);
    code.op('i32.gt_u');
  } else {
    code.i32(checkedElement.high);
    code.op('i32.gt_s');
  }
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
