import { describe, expect, it } from 'vitest';
import { captureHidden } from '../../../src/engine/verify/child/capture-hidden.ts';
import { cloneValue } from '../../../src/engine/verify/child/clone-value.ts';
import { exactNumbers } from '../../../src/engine/verify/child/compare-numbers.ts';
import { firstDifference } from '../../../src/engine/verify/child/compare-values.ts';
import { disturbValue } from '../../../src/engine/verify/child/disturb-value.ts';
import { printValue } from '../../../src/engine/verify/child/print-value.ts';
import { rootPath } from '../../../src/engine/verify/child/value-path.ts';
import { hole, sparse } from './sparse.ts';

class Point {
  x = 1;
  rows = [[1], [2]];
}

class Secret {
  #value = 1;
  read(): number {
    return this.#value;
  }
}

const buffer = new Float64Array([1, 2, 3]).buffer;
const row = [1, -0, Number.NaN];
const cyclic: { self?: unknown; rows: unknown } = { rows: [row, row] };
cyclic.self = cyclic;
let chain: unknown = 1;
for (let index = 0; index < 20_000; index++) chain = { chain };

const values: readonly (readonly [string, unknown])[] = [
  ['instances', new Point()],
  ['holes and extra properties', Object.assign(sparse(1, hole, 3), { total: 4 })],
  ['sharing and cycles', cyclic],
  ['null prototypes', Object.assign(Object.create(null) as object, { a: 1 })],
  [
    'symbol, hidden and accessor properties',
    Object.defineProperties({ [Symbol('k')]: 1 }, { hidden: { value: [1] }, sum: { get: () => 2, enumerable: true } }),
  ],
  ['maps and sets of objects', [new Map([[{ a: 1 }, new Set([[1]])]])]],
  ['dates, patterns and boxes', [new Date(5), Object.assign(/a/g, { lastIndex: 2 }), Object(-0), Object('ab')]],
  ['errors', Object.assign(new RangeError('a', { cause: [1] }), { code: 'E' })],
  ['views of one buffer', [new Float64Array(buffer, 8), new Uint8Array(buffer, 0, 3), new DataView(buffer, 8)]],
  ['buffers', Buffer.from('abc')],
  ['frozen and sealed objects', [Object.freeze([1]), Object.seal({ a: 1 }), Object.preventExtensions({})]],
  ['subclasses', new (class Bag extends Map<string, number> {})([['a', 1]])],
  ['deep chains', chain],
];

describe('cloneValue', () => {
  for (const [what, value] of values) {
    it(`copies ${what} without a difference`, async () => {
      const copy = cloneValue(value);
      expect(copy.losses).toEqual([]);
      expect(copy.value === value).toBe(false);
      const hidden = await captureHidden([value, copy.value], 10);
      const rules = { numbers: exactNumbers, expectedHidden: hidden, actualHidden: hidden, onUncompared: () => {} };
      expect(firstDifference([{ path: rootPath('copy'), expected: value, actual: copy.value }], rules)).toBeUndefined();
    });
  }

  it('shares nothing that can be changed', () => {
    const original = { list: [[1], { a: new Map([['k', [2]]]) }], view: new Int8Array([1]) };
    const before = printValue(original);
    disturbValue(cloneValue(original).value, true);
    expect(printValue(original)).toBe(before);
  });

  it('says what it cannot copy', () => {
    expect(cloneValue([Promise.resolve(1)]).losses).toHaveLength(1);
    expect(cloneValue(new Secret()).losses.join()).toContain('private fields');
  });
});
