import { describe, expect, it } from 'vitest';
import { boundedFingerprint, reachableObjects } from '../../../src/engine/measure/child/reachable-objects.ts';

describe('objects that can be reached', () => {
  it('are those in elements, properties and collections, and the memory behind typed arrays', () => {
    const [inner, key, item, buffer] = [{ deep: true }, {}, {}, new ArrayBuffer(8)];
    const root = [{ inner }, new Map([[key, 1]]), new Set([item]), new Uint8Array(buffer)];
    const found = reachableObjects(root);
    for (const one of [root, inner, key, item, buffer]) expect(found?.has(one)).toBe(true);
  });

  it('are not the pool that small buffers are cut from', () => {
    const [one, other] = [reachableObjects(Buffer.from('one')), reachableObjects(Buffer.from('other'))];
    expect([...(one ?? [])].filter((value) => other?.has(value))).toEqual([]);
  });

  it('end at cycles, leave functions out and call no getter', () => {
    const cyclic: { self?: unknown; compare: () => number } = { compare: () => 0 };
    cyclic.self = cyclic;
    Object.defineProperty(cyclic, 'trap', {
      enumerable: true,
      get: () => {
        throw new Error('called');
      },
    });
    expect([...(reachableObjects(cyclic) ?? [])]).toEqual([cyclic]);
  });

  it('are not counted without end, whatever there is too much of', () => {
    const long = 1_000_000;
    const list: readonly object[] = Array.from({ length: 50_000 }, (_, value) => ({ value }));
    for (const value of [new Array(long).fill(0), 'x'.repeat(long), new Float64Array(long), list, new Set(list)]) {
      expect(reachableObjects([value])).toBeUndefined();
      expect(boundedFingerprint([value])).toBeUndefined();
    }
    expect(boundedFingerprint(new Array(50_000).fill(0))?.opaque).toBe(false);
  });
});
