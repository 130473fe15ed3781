import type { FixtureCases } from '../../../support/check-strategy.ts';

const others = [undefined, null, 5, ['k', 'i', 't'], { length: 2.5 }, { length: 2, 0: 'k', 1: 'i' }, [,]];

export default {
  select: 'words.distance',
  calls: () => [['kitten', 'sitting'], ['', ''], ['', 'a'], ...others.flatMap((other) => [[other, 'kit'], ['kit', other]])],
  observed: () => [['kitten', 'sitting']],
} satisfies FixtureCases;
