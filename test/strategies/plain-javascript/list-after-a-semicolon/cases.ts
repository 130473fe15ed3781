import type { FixtureCases } from '../../../support/check-strategy.ts';

export default { calls: () => [[new Map(), 'a', 'b'], [new Map([['a', 3]]), 'a', 'a']] } satisfies FixtureCases;
