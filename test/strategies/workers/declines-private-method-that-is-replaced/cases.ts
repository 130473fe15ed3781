import type { FixtureCases } from '../../../support/check-strategy.ts';

export default { select: 'Measure.measure' } satisfies FixtureCases;
