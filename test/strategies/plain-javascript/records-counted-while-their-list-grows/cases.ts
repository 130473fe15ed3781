import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['the quick the lazy the dog  dog'], ['__proto__ constructor __proto__ a']],
} satisfies FixtureCases;
