import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[[]], [['a', 1, undefined, 'b', null]], [['a', , 'b']], [new Array(3)]],
} satisfies FixtureCases;
