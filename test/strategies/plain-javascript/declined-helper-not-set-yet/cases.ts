import type { FixtureCases } from '../../../support/check-strategy.ts';

export default { select: 'halves' } satisfies FixtureCases;
