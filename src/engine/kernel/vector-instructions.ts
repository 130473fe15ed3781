// Which instructions on vectors of two doubles do what those on doubles do, bit for bit.
import type { Arithmetic, Comparison, MathOperation, TypedArrayName } from './kernel-ir.ts';
import type { PlainInstruction } from './wasm-bytes.ts';

export const vectorArithmetic: Partial<Record<Arithmetic, PlainInstruction>> = {
  '+': 'f64x2.add',
  '-': 'f64x2.sub',
  '*': 'f64x2.mul',
  '/': 'f64x2.div',
};

export const vectorMath: Partial<Record<MathOperation, PlainInstruction>> = {
  abs: 'f64x2.abs',
  sqrt: 'f64x2.sqrt',
  floor: 'f64x2.floor',
  ceil: 'f64x2.ceil',
  trunc: 'f64x2.trunc',
  min: 'f64x2.min',
  max: 'f64x2.max',
};

export const vectorComparisons: Readonly<Record<Comparison, PlainInstruction>> = {
  '<': 'f64x2.lt',
  '<=': 'f64x2.le',
  '>': 'f64x2.gt',
  '>=': 'f64x2.ge',
  '===': 'f64x2.eq',
  '!==': 'f64x2.ne',
};

/** What makes doubles of two elements side by side. */
export const directLoads: Partial<Record<TypedArrayName, PlainInstruction>> = {
  Float32Array: 'f64x2.promote_low_f32x4',
  Int32Array: 'f64x2.convert_low_i32x4_s',
  Uint32Array: 'f64x2.convert_low_i32x4_u',
};

export function vectorOf<K extends string>(
  instructions: Partial<Record<K, PlainInstruction>>,
  operation: K,
): PlainInstruction {
  const instruction = instructions[operation];
  if (instruction === undefined) throw new Error(`${operation} is not done in lanes.`);
  return instruction;
}
