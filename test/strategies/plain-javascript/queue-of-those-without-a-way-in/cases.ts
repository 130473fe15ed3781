import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [['a', 'b', 'c', 'd'], new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']]])],
    [['a', 'b'], new Map([['a', ['b']], ['b', ['a']]])],
    [[], new Map()],
  ],
} satisfies FixtureCases;
