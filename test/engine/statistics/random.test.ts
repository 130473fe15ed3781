import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../../src/engine/statistics/random.ts';

const draws = (count: number, ...parts: (string | number)[]): number[] => {
  const random = seededRandom(...parts);
  return Array.from({ length: count }, random);
};

describe('seeded randomness', () => {
  it('repeats for equal parts and differs for others, also for near ones', () => {
    expect(draws(5, 1, 2, 'args')).toEqual(draws(5, 1, 2, 'args'));
    const firsts = [
      draws(1, 1, 2, 'args'),
      draws(1, 2, 1, 'args'),
      draws(1, 1, 2, 'receiver'),
      draws(1, 12, 'args'),
      draws(1, 1, 3, 'args'),
    ];
    expect(new Set(firsts.flat()).size).toBe(5);
  });

  it('is uniform: means, tenths and pairs come out as they should', () => {
    const values = draws(100_000, 'uniform');
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 2);
    const tenths = new Array<number>(10).fill(0);
    for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    const chiSquared = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(21.7);
    let products = 0;
    for (let i = 1; i < values.length; i++) products += ((values[i] ?? 0) - 0.5) * ((values[i - 1] ?? 0) - 0.5);
    expect(Math.abs(products / values.length)).toBeLessThan(0.001);
  });

  it('near seeds are not correlated', () => {
    const first = Array.from({ length: 10_000 }, (_, seed) => draws(1, seed)[0] ?? 0);
    let products = 0;
    for (let i = 1; i < first.length; i++) products += ((first[i] ?? 0) - 0.5) * ((first[i - 1] ?? 0) - 0.5);
    expect(Math.abs(products / first.length)).toBeLessThan(0.003);
  });

  it('shuffles every order alike and keeps the items', () => {
    const counts = new Map<string, number>();
    const random = seededRandom('orders');
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
