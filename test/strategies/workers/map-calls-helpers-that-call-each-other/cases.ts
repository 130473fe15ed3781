import type { FixtureCases } from '../../../support/check-strategy.ts';

const texts = (count: number) => Array.from({ length: count }, (_, i) => '[('.repeat(i % 9));

export default {
  calls: () => [[texts(60), 40], [[], 1], [[''], 0], [texts(60), 11], [['[([', '[([([', '[([([(['], 3]],
} satisfies FixtureCases;
