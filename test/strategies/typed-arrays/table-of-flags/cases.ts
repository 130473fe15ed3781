import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => ['', 'a', 'ab', 'abc'].flatMap((a) => ['', '*', 'a*', '?b', '*c', 'abc'].map((b) => [a, b])),
} satisfies FixtureCases;
