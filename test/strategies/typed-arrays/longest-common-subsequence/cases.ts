import type { FixtureCases } from '../../../support/check-strategy.ts';

const words = ['', 'a', 'b', 'ab', 'kitten', 'sitting', 'rosettacode', 'raisethysword', '\u{1f600}x'];

export default {
  select: 'lcs',
  calls: () => words.flatMap((a) => words.map((b) => [a, b])),
} satisfies FixtureCases;
