import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { captureHidden } from '../../../src/engine/verify/child/capture-hidden.ts';
import { exactNumbers } from '../../../src/engine/verify/child/compare-numbers.ts';
import { firstDifference } from '../../../src/engine/verify/child/compare-values.ts';
import { printValue } from '../../../src/engine/verify/child/print-value.ts';
import { rootPath } from '../../../src/engine/verify/child/value-path.ts';
import { hole, sparse } from './sparse.ts';

const row = [1, 2];

/** Values whose text, pasted, gives an equal value. */
const pasted: readonly (readonly [unknown, string])[] = [
  [-0, '-0'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
  [12n, '12n'],
  [undefined, 'undefined'],
  ['a"b\n\u2028\ud800', '"a\\"b\\n\\u2028\\ud800"'],
  [Symbol.iterator, 'Symbol.iterator'],
  [Symbol.for('k'), 'Symbol.for("k")'],
  [[1, -0, [true, null]], '[1, -0, [true, null]]'],
  [sparse(1, hole, 3, hole), '[1, , 3, ,]'],
  [Object.assign([1], { total: 1 }), 'Object.assign([1], { total: 1 })'],
  [{ a: 1, 'b-c': 2, 3: 4 }, '{ 3: 4, a: 1, "b-c": 2 }'],
  [Object.assign(Object.create(null) as object, { a: 1 }), '{ __proto__: null, a: 1 }'],
  [JSON.parse('{"__proto__": 1}'), '{ ["__proto__"]: 1 }'],
  [new Map<unknown, unknown>([['a', [1]]]), 'new Map([["a", [1]]])'],
  [new Set([1, 2]), 'new Set([1, 2])'],
  [new Date(5), 'new Date(5)'],
  [/a\/b/gi, '/a\\/b/gi'],
  [new Float64Array([1, -0]), 'new Float64Array([1, -0])'],
  [Buffer.from([1, 2]), 'Buffer.from([1, 2])'],
  [new RangeError('a'), 'new RangeError("a")'],
  [Object.assign(new Error('a'), { code: 'E' }), 'Object.assign(new Error("a"), { code: "E" })'],
  [Object(1), 'Object(1)'],
  [parseInt, 'parseInt'],
  [[row, row], '(() => { const shared1 = [1, 2]; return [shared1, shared1]; })()'],
];

describe('printValue', () => {
  for (const [value, text] of pasted) {
    it(`prints ${text} so that it can be pasted`, async () => {
      expect(printValue(value)).toBe(text);
      const back: unknown = vm.runInThisContext(`(${text})`);
      const hidden = await captureHidden([], 1);
      const rules = { numbers: exactNumbers, expectedHidden: hidden, actualHidden: hidden, onUncompared: () => {} };
      expect(firstDifference([{ path: rootPath('value'), expected: value, actual: back }], rules)).toBeUndefined();
    });
  }

  it('elides what is long and says how much is missing', () => {
    expect(printValue([1, 2, 3, 4], { elements: 2, depth: 3, characters: 10 })).toBe('[1, 2 /* and 2 more */]');
    expect(printValue('x'.repeat(12), { elements: 2, depth: 3, characters: 10 })).toBe(
      '"xxxxxxxxxx" /* and 2 more characters */',
    );
    expect(printValue(new Uint8Array(50), { elements: 2, depth: 3, characters: 10 })).toBe(
      'new Uint8Array([0, 0 /* and 48 more */])',
    );
    expect(
      () => new vm.Script(`(${printValue([[[[[1]]]]], { elements: 2, depth: 2, characters: 10 })})`),
    ).not.toThrow();
  });

  it('names the class of an instance and marks cycles in comments', () => {
    class Point {
      x = 1;
      self: unknown = this;
    }
    expect(printValue(new Point())).toContain('/* Point */ { x: 1, self: /* cycle');
  });

  it('writes a list of a class of its own as code that makes one', () => {
    class Rows extends Array<number> {}
    const text = printValue(Rows.from([1, 2]));
    expect(text).toBe('(class Rows extends Array {}).from([1, 2])');
    const made = new vm.Script(text).runInThisContext() as number[];
    expect(made.map((row) => row).constructor.name).toBe('Rows');
    expect(printValue(new vm.Script('[1, 2]').runInNewContext())).toBe('[1, 2]');
  });

  it('does not call getters', () => {
    const value = {
      get boom(): never {
        throw new Error('called');
      },
    };
    expect(printValue(value)).toBe('{ boom: /* getter */ undefined }');
  });
});
