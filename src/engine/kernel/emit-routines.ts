// Routines that are part of a module when something in it needs them, written once instead of at every use.
import type { Emission, RoutineName } from './emit-kernel.ts';
import { longestKernelArray } from './kernel-ir.ts';
import { CodeWriter, type FunctionType } from './wasm-bytes.ts';

export const routineTypes: Readonly<Record<RoutineName, FunctionType>> = {
  toInt32: { parameters: ['f64'], result: 'i32' },
  remainder: { parameters: ['f64', 'f64'], result: 'f64' },
  round: { parameters: ['f64'], result: 'f64' },
  sign: { parameters: ['f64'], result: 'f64' },
  allocate: { parameters: ['i32', 'i32', 'i32'], result: 'i32' },
  reset: { parameters: [], result: undefined },
};

export function routineCode(name: RoutineName, emission: Emission): readonly number[] {
  const code = new CodeWriter(routineTypes[name].parameters.length);
  writers[name](code, emission);
  return code.finish();
}

const writers: Readonly<Record<RoutineName, (code: CodeWriter, emission: Emission) => void>> = {
  toInt32: writeToInt32,
  remainder: writeRemainder,
  round: writeRound,
  sign: writeSign,
  allocate: writeAllocate,
  reset: (code) => {
    code.i32(firstAddress);
    code.global('set', heap);
  },
};

/** Nothing is stored below, so that an address of 0 is none. */
export const firstAddress = 8;

/** The global that holds where the next array goes. */
export const heap = 0;

/** ToInt32 of any double: modulo 2^32, and 0 for what is not finite. */
function writeToInt32(code: CodeWriter): void {
  const x = 0;
  code.local('get', x);
  code.op('f64.abs');
  code.f64(2 ** 63);
  code.op('f64.lt');
  code.open('if', 'i32');
  code.local('get', x);
  code.op('i64.trunc_sat_f64_s', 'i32.wrap_i64', 'else');
  // x - 2^32 * trunc(x / 2^32) is exact; an infinity becomes NaN and so 0.
  code.local('get', x);
  code.local('get', x);
  code.f64(2 ** 32);
  code.op('f64.div', 'f64.trunc');
  code.f64(2 ** 32);
  code.op('f64.mul', 'f64.sub', 'i64.trunc_sat_f64_s', 'i32.wrap_i64', 'end');
}

/**
 * `x % y`. For integers below 2^53 the quotient is rounded to the next integer only when it is one, so x - y * trunc(x / y) is exact; it
 * takes the sign of x. Everything else is left to the engine.
 */
function writeRemainder(code: CodeWriter, emission: Emission): void {
  const [x, y] = [0, 1];
  const isSmallInteger = (local: number): void => {
    code.local('get', local);
    code.op('f64.trunc');
    code.local('get', local);
    code.op('f64.eq');
    code.local('get', local);
    code.op('f64.abs');
    code.f64(2 ** 53);
    code.op('f64.lt', 'i32.and');
  };
  isSmallInteger(x);
  isSmallInteger(y);
  code.op('i32.and');
  code.open('if', 'f64');
  writeIntegerRemainder(code, x, y);
  code.local('get', x);
  code.op('f64.copysign', 'else');
  code.local('get', x);
  code.local('get', y);
  code.call(emission.importIndex('remainder'));
  code.op('end');
}

export function writeIntegerRemainder(code: CodeWriter, x: number, y: number): void {
  code.local('get', x);
  code.local('get', x);
  code.local('get', y);
  code.op('f64.div', 'f64.trunc');
  code.local('get', y);
  code.op('f64.mul', 'f64.sub');
}

/** Half-way cases go up; what rounds to zero keeps its sign. x - floor(x) is exact where it can be near one half. */
function writeRound(code: CodeWriter): void {
  const x = 0;
  const floor = code.addLocal('f64');
  code.local('get', x);
  code.op('f64.floor');
  code.local('tee', floor);
  code.f64(1);
  code.op('f64.add');
  code.local('get', floor);
  code.local('get', x);
  code.local('get', floor);
  code.op('f64.sub');
  code.f64(0.5);
  code.op('f64.ge', 'select');
  code.local('get', x);
  code.op('f64.copysign');
}

/** 1 or -1, or else what it was: a zero of either sign, or NaN. */
function writeSign(code: CodeWriter): void {
  const x = 0;
  code.f64(1);
  code.local('get', x);
  code.op('f64.copysign');
  code.local('get', x);
  code.local('get', x);
  code.op('f64.abs');
  code.f64(0);
  code.op('f64.gt', 'select');
}

/** (length, shift, clear): the address of a new array; its length stands eight bytes before it. */
function writeAllocate(code: CodeWriter): void {
  const [length, shift, clear] = [0, 1, 2];
  const address = code.addLocal('i32');
  const end = code.addLocal('i32');
  code.local('get', length);
  code.i32(longestKernelArray);
  code.op('i32.gt_u');
  trap(code);
  code.global('get', heap);
  code.i32(8);
  code.op('i32.add');
  code.local('tee', address);
  code.local('get', length);
  code.local('get', shift);
  code.op('i32.shl');
  code.op('i32.add');
  code.i32(7);
  code.op('i32.add');
  code.i32(-8);
  code.op('i32.and');
  code.local('tee', end);
  // At most a gigabyte in all; beyond it the original may try.
  code.i32(2 ** 30);
  code.op('i32.gt_u');
  trap(code);
  code.local('get', end);
  code.op('memory.size');
  code.i32(16);
  code.op('i32.shl', 'i32.gt_u');
  code.open('if');
  code.local('get', end);
  code.op('memory.size');
  code.i32(16);
  code.op('i32.shl', 'i32.sub');
  code.i32(0xffff);
  code.op('i32.add');
  code.i32(16);
  code.op('i32.shr_u', 'memory.grow');
  code.i32(-1);
  code.op('i32.eq');
  trap(code);
  code.op('end');
  code.local('get', end);
  code.global('set', heap);
  code.local('get', address);
  code.i32(8);
  code.op('i32.sub');
  code.local('get', length);
  code.memory('i32.store');
  code.local('get', clear);
  code.open('if');
  code.local('get', address);
  code.i32(0);
  code.local('get', length);
  code.local('get', shift);
  code.op('i32.shl', 'memory.fill', 'end');
  code.local('get', address);
}

function trap(code: CodeWriter): void {
  code.open('if');
  code.op('unreachable', 'end');
}
