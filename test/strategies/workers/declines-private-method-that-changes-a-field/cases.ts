import type { FixtureCases } from '../../../support/check-strategy.ts';

export default { select: 'Counter.measure' } satisfies FixtureCases;
