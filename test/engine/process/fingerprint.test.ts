import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/engine/process/child/fingerprint.ts';

const text = (value: unknown): string => fingerprint(value).text;

describe('a fingerprint', () => {
  it('is equal for structural copies, whatever they hold', () => {
    const anything = fc.anything({
      withMap: true,
      withSet: true,
      withDate: true,
      withTypedArray: true,
      withBigInt: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(text(structuredClone(value))).toBe(text(structuredClone(value)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('tells apart what JSON or == would not', () => {
    const shared = { n: 1 };
    const values: unknown[] = [
      0,
      -0,
      '0',
      0n,
      false,
      null,
      undefined,
      Number.NaN,
      [],
      {},
      [undefined],
      new Array(1),
      [0],
      [-0],
      ['0'],
      { a: 1, b: 2 },
      { b: 2, a: 1 },
      Object.assign(Object.create(null), { a: 1, b: 2 }),
      new Map([
        [1, 2],
        [3, 4],
      ]),
      new Map([
        [3, 4],
        [1, 2],
      ]),
      new Set([1, 2]),
      new Set([2, 1]),
      new Uint8Array([1]),
      new Int8Array([1]),
      [1],
      new Date(1),
      /a/g,
      /a/i,
      [shared, shared],
      [{ n: 1 }, { n: 1 }],
      Object.assign([1, 2], { extra: 1 }),
      [1, 2],
      new Error('a'),
      new TypeError('a'),
      new Error('b'),
      Object.freeze({ a: 1, b: 2 }),
      {
        get a() {
          return 1;
        },
      },
      new (class Point {
        a = 1;
        b = 2;
      })(),
    ];
    const texts = values.map(text);
    expect(new Set(texts).size).toBe(values.length);
  });

  it('survives cycles and very long chains', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    const other: { self?: unknown } = {};
    other.self = other;
    expect(text(loop)).toBe(text(other));
    let chain: unknown;
    for (let i = 0; i < 200_000; i++) chain = { next: chain };
    expect(text(chain)).toMatch(/\./);
  });

  it('does not run getters', () => {
    let runs = 0;
    text({
      get value() {
        return runs++;
      },
    });
    expect(runs).toBe(0);
  });

  it('says which values hide state', () => {
    class Hidden {
      #n = 1;
      read = () => this.#n;
    }
    class Open {
      n = 1;
    }
    expect(fingerprint(new Hidden()).opaque).toBe(true);
    expect(fingerprint(() => 1).opaque).toBe(true);
    expect(fingerprint(new WeakMap()).opaque).toBe(true);
    expect(fingerprint([Promise.resolve(1)]).opaque).toBe(true);
    expect(fingerprint(new Open()).opaque).toBe(false);
    expect(fingerprint({ list: [1, new Map([[1, new Date(1)]])] }).opaque).toBe(false);
  });
});
