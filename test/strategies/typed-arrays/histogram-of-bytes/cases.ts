import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['a'], ['abcabc'], ['\u{1f600}zzz']],
} satisfies FixtureCases;
