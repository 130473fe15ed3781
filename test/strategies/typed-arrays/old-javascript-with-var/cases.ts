import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'palindromes',
  calls: () => [[''], ['a'], ['abab'], ['racecar']],
} satisfies FixtureCases;
