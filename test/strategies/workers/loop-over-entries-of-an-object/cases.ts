import type { FixtureCases } from '../../../support/check-strategy.ts';

const values = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`name ${i}`, (i * 37) % 113]));
const getter = Object.defineProperty(values(3), 'late', { enumerable: true, get: () => 5 });

export default {
  calls: () => [[values(60)], [{}], [{ 2: 1, 1: 2, b: 3, a: 4 }], [getter], [JSON.parse('{"__proto__": 3, "x": 1}')]],
} satisfies FixtureCases;
