import type { FixtureCases } from '../../../support/check-strategy.ts';

const sparse = [['a', , 'c'] as string[]];

export default {
  calls: () => [[[['a', 'b'], [], ['b']], ['b', 'c']], [[], ['a']], [sparse, [undefined as unknown as string, 'c']]],
} satisfies FixtureCases;
