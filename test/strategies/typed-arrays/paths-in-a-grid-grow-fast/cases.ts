import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['']], [['...', '.#.', '...']], [Array.from({ length: 40 }, () => '.'.repeat(40))]],
} satisfies FixtureCases;
