// Fields of objects that are read as numbers and arrays: images, matrices, and the object that a method belongs to. Objects can share their arrays,
// hold others than they are said to, and be changed between calls.
import type { SoundnessCase } from './soundness-case.ts';
import { withHole } from './sparse.ts';

interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array | number[];
}

const matrix = (rows: number, cols: number, data: Matrix['data'] = numbers(rows * cols)): Matrix => ({
  rows,
  cols,
  data,
});

function numbers(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => ((i * 7) % 5) - 1.5);
}

class SquareMatrix implements Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;

  constructor(rows: number) {
    this.rows = rows;
    this.cols = rows;
    this.data = numbers(rows * rows);
  }
}

const inherited = matrix(2, 2);

const matrixType = 'interface Matrix { readonly rows: number; readonly cols: number; readonly data: Float64Array }\n';

const sameMatrix = (): readonly Matrix[] => {
  const one = matrix(3, 3);
  return [one, one];
};

const sameData = (): readonly Matrix[] => {
  const data = numbers(9);
  return [matrix(3, 3, data), matrix(3, 3, data)];
};

const overlappingData = (): readonly Matrix[] => {
  const { buffer } = numbers(12);
  return [matrix(3, 3, new Float64Array(buffer, 0, 9)), matrix(3, 3, new Float64Array(buffer, 24, 9))];
};

const oddPairs = (): readonly (readonly unknown[])[] => [
  [matrix(3, 3), matrix(3, 3)],
  [matrix(2, 3), matrix(3, 2)],
  sameMatrix(),
  sameData(),
  overlappingData(),
  [matrix(3, 3, numbers(4)), matrix(3, 3)],
  [matrix(3, 3), matrix(3, 3, numbers(2))],
  [matrix(0, 0), matrix(0, 0)],
  [matrix(-1, 3), matrix(3, 3)],
  [matrix(1.5, 2), matrix(2, 1.5)],
  [matrix(-0, 2), matrix(2, -0)],
  [matrix(Number.NaN, 3), matrix(3, 3)],
  [new SquareMatrix(3), Object.freeze(new SquareMatrix(3))],
  [{ ...matrix(2, 2), rows: '2' }, matrix(2, 2)],
  [matrix(2, 2, [1, 2, 3, 4]), matrix(2, 2)],
  [{ ...matrix(2, 2), data: new Float32Array([1.1, 2.2, 3.3, 4.4]) }, matrix(2, 2)],
  [{ ...matrix(2, 2), data: undefined }, matrix(0, 0)],
  [matrix(2, 2, withHole(1, 2, 3, 4) as number[]), matrix(2, 2)],
];

export const objectFieldCases: readonly SoundnessCase[] = [
  {
    id: 'object-field-1',
    trap: 'one matrix is read and the other written, and both may be one, or share their numbers',
    source: `${matrixType}export function smooth(from: Matrix, to: Matrix): void {
  for (let i = 0; i < from.rows; i++) {
    for (let j = 0; j < from.cols; j++) {
      let sum = 0;
      for (let k = 0; k < from.cols; k++) sum += from.data[i * from.cols + k]! * to.data[k * to.cols + j]!;
      to.data[i * to.cols + j] = sum / from.cols;
    }
  }
}
`,
    calls: () => [...oddPairs(), [Object.create(inherited), matrix(2, 2)]],
  },
  {
    id: 'object-field-2',
    trap: 'names of a pattern are fields, and defaults are worked out when they are missing',
    source: `let asked = 0;
function next(): number { return ++asked; }
export function weigh({ data, scale = next(), offset: shift = 2 }: { data: number[]; scale?: number; offset?: number }): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) for (let j = 0; j < data.length; j++) sum += Math.sqrt(data[i]! * data[j]! + shift) * scale;
  return sum + asked;
}
`,
    calls: () => [
      [{ data: [1, 2, 3] }],
      [{ data: [1, 2, 3], scale: 2 }],
      [{ data: [1, 2, 3], scale: undefined, offset: -0 }],
      [{ data: withHole(1, 2), offset: 1 }],
      [{ data: ['1', 2], scale: '3' }],
      [{ data: [], scale: null }],
      [{ data: [1, 2, 3] }],
    ],
  },
  {
    id: 'object-field-3',
    trap: 'the object of a method has other numbers with each call',
    source: `export class Field {
  width = 4;
  cells = Float64Array.from({ length: 16 }, (_, i) => i % 5);
  grow(): void { this.width += 1; this.cells = new Float64Array(this.width * this.width).fill(this.width); }
  cut(): void { this.cells = this.cells.subarray(3); }
  energy(rounds: number): number {
    let sum = 0;
    for (let round = 0; round < rounds; round++) {
      for (let y = 1; y < this.width; y++) {
        for (let x = 1; x < this.width; x++) {
          const d = this.cells[y * this.width + x]! - this.cells[(y - 1) * this.width + x - 1]!;
          sum += Math.sqrt(d * d + 1);
          this.cells[y * this.width + x] = d / 2;
        }
      }
    }
    return sum;
  }
}
`,
    select: 'Field.energy',
    receiver: (exports) => new (exports['Field'] as new () => unknown)(),
    calls: () => [[1], [3], [0], [-1], [Number.NaN], [2.5], ['2']],
    scenario: (_, exports) => {
      const field = new (
        exports['Field'] as new () => {
          width: number;
          cells: unknown;
          grow(): void;
          cut(): void;
          energy(rounds: number): number;
        }
      )();
      const seen = [field.energy(2)];
      field.grow();
      seen.push(field.energy(2));
      field.cut();
      seen.push(field.energy(1));
      field.cells = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
      seen.push(field.energy(1));
      field.width = 2.5;
      seen.push(field.energy(1));
      return [seen, field.cells];
    },
  },
  {
    id: 'object-field-4',
    trap: 'the array is read from the object in each round, and a round puts another one there',
    source: `interface Buffers { front: Float64Array; back: Float64Array; rounds: number }
export function settle(buffers: Buffers): number {
  let sum = 0;
  for (let round = 0; round < buffers.rounds; round++) {
    for (let i = 1; i < buffers.front.length; i++) buffers.back[i] = Math.sqrt(buffers.front[i]! + buffers.front[i - 1]!);
    const kept = buffers.front;
    buffers.front = buffers.back;
    buffers.back = kept;
    sum += buffers.front[1]!;
  }
  return sum;
}
`,
    calls: () => [
      [{ front: numbers(6), back: numbers(6), rounds: 3 }],
      [{ front: numbers(4), back: numbers(2), rounds: 2 }],
      [{ front: numbers(4), back: numbers(4), rounds: 0 }],
    ],
  },
  {
    id: 'object-field-5',
    trap: 'what is remembered by an object would not see that its fields have changed',
    source: `${matrixType}export function norm(m: Matrix): number {
  let sum = 0;
  for (let i = 0; i < m.rows; i++) for (let j = 0; j < m.cols; j++) sum += m.data[i * m.cols + j]! ** 2 + Math.sqrt(i + j);
  return Math.sqrt(sum);
}
`,
    calls: () => oddPairs().map(([one]) => [one]),
    scenario: async (call) => {
      const one = matrix(3, 3);
      const seen = [await call(one)];
      one.data[4] = 100;
      seen.push(await call(one));
      Object.assign(one, { rows: 2 });
      seen.push(await call(one));
      Object.assign(one, { data: numbers(2) });
      seen.push(await call(one));
      return seen;
    },
    declines: { memoization: ['M4', 'M5'] },
  },
  {
    id: 'object-field-6',
    trap: 'a field of the same name as a variable, and one that only looks like a constant',
    source: `export class Ring {
  static readonly size = 3;
  size = 5;
  readonly data: number[] = [3, 1, 4, 1, 5];
  turn(size: number): number {
    let data = 0;
    const { size: own } = this;
    for (let i = 0; i < own; i++) for (let j = 0; j < size; j++) data += this.data[(i + j) % this.size]! * size + Math.sqrt(i * Ring.size);
    return data;
  }
}
`,
    select: 'Ring.turn',
    receiver: (exports) => new (exports['Ring'] as new () => unknown)(),
    calls: () => [[4], [0], [-0], [1.5], [Number.NaN], [undefined]],
    scenario: (_, exports) => {
      const ring = new (exports['Ring'] as new () => { size: number; data: unknown; turn(size: number): number })();
      const seen = [ring.turn(3)];
      ring.size = 0;
      seen.push(ring.turn(3));
      ring.size = 7;
      seen.push(ring.turn(3));
      ring.data = withHole(1, 2, 3);
      seen.push(ring.turn(2));
      return seen;
    },
  },
  {
    id: 'object-field-7',
    trap: 'from the second round on the name stands for another object',
    source: `${matrixType}export function power(m: Matrix, other: Matrix): number {
  let sum = 0;
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < m.rows; i++) for (let j = 0; j < m.cols; j++) sum += Math.sqrt(m.data[i * m.cols + j]! + 2);
    m = other;
  }
  return sum;
}
`,
    calls: oddPairs,
    declines: { webassembly: ['A13'] },
  },
  {
    id: 'object-field-8',
    trap: 'two arrays of several kinds change their names',
    source: `export function paired(a: number[] | Float64Array, b: number[] | Float64Array): number {
  let sum = 0;
  if (a.length < b.length) { const kept = a; a = b; b = kept; }
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sum += Math.sqrt(a[i]! + 3) / (b[j]! + i);
  return sum;
}
`,
    calls: () => [
      [
        [1, 2],
        [3, 4, 5],
      ],
      [numbers(3), numbers(5)],
      [[1, 2], numbers(4)],
      [numbers(4), withHole(1, 2)],
      [[], [1]],
      [new Float32Array([1.1]), ['2', 3]],
    ],
  },
  {
    id: 'object-field-9',
    trap: 'the bound of the inner loop is a field that each round of the outer one raises',
    source: `export class Walk {
  size = 3;
  readonly data: number[] = [1, 2, 3];
  go(rounds: number): number {
    let sum = 0;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < this.size; i++) sum += Math.sqrt(this.data[i] ?? i);
      this.size++;
    }
    return sum;
  }
}
`,
    select: 'Walk.go',
    receiver: (exports) => new (exports['Walk'] as new () => unknown)(),
    calls: () => [[3], [0], [1.5], [Number.NaN]],
    declines: { webassembly: ['A13', 'A1'] },
  },
];
