import type { FixtureCases } from '../../../support/check-strategy.ts';

export default { calls: () => [[[[' a', 'b'], [], ['a ']], 'a'], [[], 'a']] } satisfies FixtureCases;
