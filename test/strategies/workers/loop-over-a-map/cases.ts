import type { FixtureCases } from '../../../support/check-strategy.ts';

const words = (count: number) => new Map(Array.from({ length: count }, (_, i) => [`user ${i % 41}`, `word ${i}`]));
const failing = (...at: number[]) => new Map([...words(40)].map(([user, word], i) => [user, at.includes(i) ? 'none' : word]));

export default {
  calls: () => [[words(60)], [new Map()], [words(1)], [failing(3)], [failing(39, 12)], [new Map([['__proto__', 'x']])]],
} satisfies FixtureCases;
