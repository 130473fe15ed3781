import type { FixtureCases } from '../../../support/check-strategy.ts';

const rule = (name: string, weight: number) => ({ name, weight });

export default {
  calls: () => [[[]], [[rule('a', 2), rule('a', 5), rule(' a', 0), rule('a', 7), rule(' a', 0), rule('b', -1), rule('b', 4), rule('b', 1)]]],
} satisfies FixtureCases;
