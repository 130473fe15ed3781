import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    ['', ''],
    ['a', ''],
    ['', 'ab'],
    ['banana', 'bandana'],
    ['abc', 'xyz'],
  ],
} satisfies FixtureCases;
