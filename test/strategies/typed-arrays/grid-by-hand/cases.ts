import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['']], [['abc', 'de', 'fgh']], [['abc', 'def', 'ghi'], 3]].map(([image, passes]) => [image, passes ?? 2]),
} satisfies FixtureCases;
