import { expect, test } from 'vitest';
import { sizeBetween } from '../../../src/engine/judge/size-between.ts';

const wide = (size: number) => ({ size, low: size / 2, high: size * 2 });

test('a size is a multiple of what all that the inputs name are multiples of', () => {
  expect(sizeBetween(wide(1234), [100, 10_000, 1_000_000], [100, 10_000, 1_000_000])).toBe(1200);
  expect(sizeBetween(wide(121.6), [9, 151, 1131], [9, 151, 1131])).toBe(122);
});

test('powers of two stay powers of two', () => {
  expect(sizeBetween(wide(100), [32, 512], [32, 512])).toBe(128);
  expect(sizeBetween(wide(40), [32, 64], [32, 64])).toBeUndefined();
});

test('no size is added beside one that was measured, or where none lies between', () => {
  expect(sizeBetween(wide(105), [10, 100, 1000], [10, 100, 1000])).toBeUndefined();
  expect(sizeBetween(wide(960), [10, 100, 1000], [10, 100, 1000])).toBeUndefined();
  expect(sizeBetween(wide(125), [1, 1000], [1, 120, 1000])).toBeUndefined();
  expect(sizeBetween(wide(2000), [10, 100, 1000], [10, 100, 1000])).toBeUndefined();
});

test('a place that is known well is not looked at closer', () => {
  expect(sizeBetween({ size: 400, low: 380, high: 420 }, [10, 100, 1000], [10, 100, 1000])).toBeUndefined();
});

test('sizes that are no counts have none between them', () => {
  expect(sizeBetween(wide(0.5), [0.1, 0.9], [0.1, 0.9])).toBeUndefined();
  expect(sizeBetween(wide(50), [0, 100], [0, 100])).toBeUndefined();
});
