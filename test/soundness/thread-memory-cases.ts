// Traps for numeric loops whose parts threads do in one memory, in JavaScript or as a WebAssembly module.
import type { SoundnessCase } from './soundness-case.ts';

class Tagged extends Float64Array {}

function numbers(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => (i % 7 === 0 ? -0 : i % 11 === 0 ? Number.NaN : Math.sin(i) * 3));
}

function inSharedMemory(length: number): Float64Array {
  const values = new Float64Array(new SharedArrayBuffer(8 * length));
  values.set(numbers(length));
  return values;
}

export const threadMemoryCases: readonly SoundnessCase[] = [
  {
    id: 'memory-1',
    trap: 'nothing, few, many, -0, NaN, a class of its own, memory that is shared already or begins in the middle of another, the same twice',
    source: `
export function settle(xs: Float64Array): Float64Array {
  const out = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < 40; k++) v = v - ((v * v - 2) * 0.25) / (1 + v * v);
    out[i] = v;
  }
  return out;
}
`,
    calls: () => {
      const values = numbers(300);
      return [
        [values],
        [new Float64Array(0)],
        [numbers(1)],
        [inSharedMemory(100)],
        [new Tagged(numbers(100))],
        [values.subarray(3, 150)],
        [values],
        [numbers(5000)],
        [numbers(20)],
      ];
    },
  },
  {
    id: 'memory-2',
    trap: 'elements of several sizes beside each other, which wrap around, clamp or round',
    source: `
export function blend(a: Uint8Array, b: Float64Array, c: Int16Array, scale: number): Uint8ClampedArray {
  const out = new Uint8ClampedArray(a.length);
  for (let i = 0; i < a.length; i++) {
    let sum = 0;
    for (let k = 0; k < 30; k++) sum += a[i]! * b[i]! + c[i]! / (k + scale);
    out[i] = sum;
  }
  return out;
}
`,
    calls: () => {
      const lists = (length: number) => [
        Uint8Array.from({ length }, (_, i) => i * 7),
        numbers(length),
        Int16Array.from({ length }, (_, i) => i * 4001),
      ];
      return [
        [...lists(333), 1],
        [...lists(333), 0],
        [...lists(333), -0.5],
        [...lists(3), 2],
        [Uint8Array.of(1, 2, 3), numbers(2), Int16Array.of(1), 1],
      ];
    },
  },
  {
    id: 'memory-3',
    trap: 'an element that is not there: only the original knows what comes of it, and the next call finds nothing of that',
    source: `
export function ahead(xs: Float64Array, by: number): Float64Array {
  const out = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < 30; k++) v = v / 2 + xs[i + by]!;
    out[i] = v;
  }
  return out;
}
`,
    calls: () => [
      [numbers(200), 0],
      [numbers(200), 3],
      [numbers(200), 0],
      [numbers(200), -1],
      [numbers(200), 0.5],
      [numbers(40), 0],
      [numbers(200), 300],
    ],
  },
  {
    id: 'memory-4',
    trap: 'an error in the middle, and a call after it',
    source: `
export function checked(xs: Float64Array, limit: number): Float64Array {
  const out = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < 30; k++) v = v * 0.5 + k;
    if (v > limit) throw new RangeError('too large');
    out[i] = v;
  }
  return out;
}
`,
    calls: () => [
      [numbers(200), 1e9],
      [Float64Array.from({ length: 200 }, (_, i) => (i === 150 ? 1e30 : i)), 1000],
      [numbers(200), 1e9],
      [numbers(200), -1],
    ],
  },
  {
    id: 'memory-5',
    trap: 'what is filled beforehand and not set, and elements that are set in no order',
    source: `
export function scatter(xs: Float64Array, width: number): Float64Array {
  const out = new Float64Array(xs.length * 2);
  out.fill(-1);
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < 30; k++) v = v * 0.5 + width;
    if (v > width) out[i * 2] = v;
  }
  return out;
}
`,
    calls: () => [
      [numbers(200), 1],
      [numbers(201), -3],
      [numbers(5), 0.1],
    ],
  },
  {
    id: 'memory-6',
    trap: 'names that the code for threads and their memory uses itself',
    source: `
export function grid(memory: Float64Array, copies: Float64Array, start: number, kernel: number): Float64Array {
  const giveBack = new Float64Array(memory.length);
  for (let at = 0; at < memory.length; at++) {
    let atWork = memory[at]! * start;
    for (let k = 0; k < 30; k++) atWork = atWork * 0.5 + copies[at]! + kernel;
    giveBack[at] = atWork;
  }
  return giveBack;
}
`,
    calls: () => [
      [numbers(100), numbers(100), 1, 2],
      [numbers(100), numbers(100), -0, Number.NaN],
      [numbers(9), numbers(9), 0.5, 1e300],
    ],
  },
  {
    id: 'memory-7',
    trap: 'the caller’s own array, changed in place, also one that overlaps another argument',
    source: `
export function warm(xs: Float64Array, by: Float64Array): void {
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i]!;
    for (let k = 0; k < 30; k++) v = v * 0.5 + by[i]!;
    xs[i] = v;
  }
}
`,
    calls: () => {
      const memory = new ArrayBuffer(8 * 100);
      new Float64Array(memory).set(numbers(100));
      const same = numbers(100);
      return [
        [numbers(200), numbers(200)],
        [same, same],
        [new Float64Array(memory, 8, 90), new Float64Array(memory, 0, 90)],
        [numbers(200), numbers(50)],
        [inSharedMemory(100), numbers(100)],
        [new Tagged(numbers(100)), numbers(100)],
      ];
    },
  },
  {
    id: 'memory-8',
    trap: 'no whole number of columns, or less than none',
    source: `
export function picture(width: number, height: number, limit: number): Uint16Array {
  const out = new Uint16Array(Math.max(0, Math.ceil(width)) * Math.max(0, Math.ceil(height)));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [re, im, n] = [0, 0, 0];
      while (n < limit && re * re + im * im < 4) {
        const next = re * re - im * im + (x / width) * 3 - 2;
        im = 2 * re * im + (y / height) * 2 - 1;
        re = next;
        n++;
      }
      out[y * width + x] = n;
    }
  }
  return out;
}
`,
    calls: () => [
      [20, 30, 50],
      [7, 3, 70000],
      [2.5, 4, 10],
      [4, 2.5, 10],
      [-3, 5, 10],
      [5, Number.NaN, 10],
      [3, 3, 0.5],
    ],
  },
  {
    id: 'memory-9',
    trap: 'a plain array in the place of a typed one, in code without types',
    source: `
export function settleLoose(xs, rounds) {
  const out = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    let v = xs[i];
    for (let k = 0; k < rounds; k++) v = v - ((v * v - 2) * 0.25) / (1 + v * v);
    out[i] = v;
  }
  return out;
}
`,
    file: 'sample.js',
    observed: () => [[numbers(300), 40]],
    calls: () => [
      [numbers(300), 40],
      [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 40],
      [['1', '2', null, undefined, 5, 6, 7, 8, 9], 3],
      [numbers(300), '5'],
      [new Float32Array(numbers(100)), 40],
      [{ length: 3 }, 2],
    ],
  },
];
