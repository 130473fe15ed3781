import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['a'], ['1,2\n3,4\n\n5,6'], ['x\n1,,2\r\n7']],
} satisfies FixtureCases;
